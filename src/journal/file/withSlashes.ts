/** As the bundler and the journal name a file, on Windows too. */
export function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
