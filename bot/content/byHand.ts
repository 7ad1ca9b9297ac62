import { splitFrontMatter } from '#journal/file/frontMatter.ts';

/** Whether the text of an entry is MDX: a program, which only its owner writes. Its front matter is like any other. */
export function isByHand(file: string): boolean {
  return /\.mdx$/i.test(file);
}

/** Whether a change leaves alone what chat may not change: the text of an MDX file. */
export function keepsWhatIsByHand(file: string, before: string, after: string): boolean {
  if (!isByHand(file) || before === after) return true;
  const [old, next] = [splitFrontMatter(before, file), splitFrontMatter(after, file)];
  return old.faults.length === 0 && next.faults.length === 0 && old.body === next.body;
}

/** Thrown where something would write into the text of an MDX file all the same. */
export class ByHandError extends Error {
  constructor(file: string) {
    super(`${file} is MDX, whose text only you edit, by hand. Nothing is written there.`);
    this.name = 'ByHandError';
  }
}
