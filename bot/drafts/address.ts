/** An address in Markdown as the name of a file. */
export function decodedAddress(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
