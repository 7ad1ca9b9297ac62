import type { Info, State } from 'mdast-util-to-markdown';
import type { Spoiler } from './inline/spoiler.ts';
import { isOfWord } from './inline/spoilerMarks.ts';

/**
 * Writes a spoiler as `||words||`. White space at its ends, and a letter where both marks would stand within words, are
 * written as references: marks beside them would be none.
 */
export function spoilerMarkdown(node: Spoiler, _: unknown, state: State, info: Info): string {
  const tracker = state.createTracker(info);
  tracker.move('||');
  const value = state.containerPhrasing(node, { ...tracker.current(), before: '|', after: '|' });
  const end = /\s$/.test(value) ? reference(value.slice(-1)) : undefined;
  const inner = end === undefined ? value : value.slice(0, -1) + end;
  const [first = ''] = inner;
  const isWithinWords =
    [info.before.slice(-1), first].every(mayBeOfWord) &&
    [[...inner].at(-1) ?? '', info.after.slice(0, 1)].every(mayBeOfWord);
  const start = /^\s/.test(first) || isWithinWords ? reference(first) : first;
  return `||${start}${inner.slice(first.length)}||`;
}

spoilerMarkdown.peek = () => '|';

/** Of a character beside a node only half may be known. */
function mayBeOfWord(character: string): boolean {
  return isOfWord(character) || /[\uD800-\uDFFF]/.test(character);
}

function reference(character: string): string {
  return `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`;
}
