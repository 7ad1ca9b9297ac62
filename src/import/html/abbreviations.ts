import type { Root } from 'hast';
import { attributeOf, elementsIn, isElement, textOf } from './tree/tree.ts';

/** The lines `*[API]: words` for abbreviations that said what they stand for. The first meaning of each counts. */
export function definitionsOf(root: Root): string {
  const meanings = new Map<string, string>();
  for (const node of elementsIn(root)) {
    if (!isElement(node, 'abbr', 'acronym')) continue;
    const short = textOf(node).trim();
    const words = attributeOf(node, 'title').replace(/\s+/g, ' ').trim();
    if (words !== '' && /^[^\][\\]+$/.test(short) && !meanings.has(short))
      meanings.set(short, words);
  }
  return [...meanings].map(([short, words]) => `*[${short}]: ${words}`).join('\n');
}
