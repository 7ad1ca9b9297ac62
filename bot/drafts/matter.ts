import { splitFrontMatter } from '#journal/frontMatter.ts';

/** The front matter of an entry's file, every scalar as text; undefined where it cannot be read. */
export function readMatter(
  source: string,
  file: string,
): Readonly<Record<string, unknown>> | undefined {
  const { yaml, faults } = splitFrontMatter(source, file);
  if (faults.length > 0) return undefined;
  return typeof yaml.value === 'object' && yaml.value !== null ? { ...yaml.value } : {};
}
