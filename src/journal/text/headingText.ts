import type { Heading, Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { HeadingText } from '../address/headingRules.ts';
import { placeOf } from './inline/place.ts';
import { markdownFeatures } from './markdown.ts';

/** A heading as it is typed, before punctuation is set in it: rules of others knew it so. */
export function headingText(heading: Readonly<Heading>, body: string): HeadingText {
  const place = placeOf({ position: heading.position });
  const whole = place ? body.slice(place.start, place.end) : '';
  const typed = /^#{1,6}(?:[ \t]|$)/.test(whole)
    ? whole.replace(/^#+[ \t]*/, '').replace(/(?:^|[ \t]+)#+[ \t]*$/, '')
    : whole.replace(/\n[^\n]*$/, '');
  // What begins like a list is no list in a heading.
  const alone = typed.includes('\n') ? `${typed}\n===` : `# ${typed}`;
  // To none of them a break between two lines is a space.
  const words = wordsIn(markdownToMdast(alone, { features: markdownFeatures }));
  return { words: words.replaceAll('\n', ''), source: typed.split('\n').at(-1)?.trim() ?? '' };
}

function wordsIn(node: Readonly<Nodes>): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(wordsIn).join('') : '';
}
