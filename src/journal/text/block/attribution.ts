import type { PhrasingContent } from 'mdast';
import { between, type Line, linesOf, withoutLead } from './lines.ts';

/**
 * Takes the last line off a paragraph where that is `-- Name` or `— Name`, and gives it without its dash beside the rest.
 * Lines one below the other that all begin with a dash are what people say in a dialogue.
 */
export function attributedParagraph(children: readonly PhrasingContent[], body: string) {
  const lines = linesOf(children, body);
  const [first, last, before] = [lines[0], lines.at(-1), lines.at(-2)];
  if (!first || !last || !before || !beginsWithDash(last) || beginsWithDash(before))
    return undefined;
  // A paragraph that begins with the dash is an attribution of several lines.
  if (beginsWithDash(first)) return undefined;
  return {
    rest: between(children, first, last),
    attribution: withoutDash(between(children, last, undefined)),
  };
}

/** The content of a paragraph that is nothing but an attribution, without its dash. */
export function attributionParagraph(
  children: readonly PhrasingContent[],
  body: string,
): PhrasingContent[] | undefined {
  const [first, ...more] = linesOf(children, body);
  return first && beginsWithDash(first) && !more.some(beginsWithDash)
    ? withoutDash(children)
    : undefined;
}

/** Whether a line begins with a dash and a space, as written: `\-- Name` is text. */
export function beginsWithDash({ source }: Line): boolean {
  return /^(?:--|—)[ \t]+\S/.test(source);
}

/** Smart punctuation may have changed the dash already. */
export function withoutDash(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return withoutLead(nodes, /^(?:--|[–—])\s+/);
}
