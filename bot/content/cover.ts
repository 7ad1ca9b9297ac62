import { readMatter } from './matter.ts';

/** The cover of an entry as its front matter says it, its caption and credit with it. */
export interface Cover {
  readonly src: string;
  readonly alt: string;
}

/** The cover that a file names. */
export function coverOf(source: string, file: string): Cover | undefined {
  const cover = readMatter(source, file)?.['cover'];
  if (typeof cover !== 'object' || cover === null || !('src' in cover)) return undefined;
  const alt = 'alt' in cover ? String(cover.alt) : '';
  return { ...cover, src: String(cover.src), alt };
}
