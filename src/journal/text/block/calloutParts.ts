import type { Blockquote, Paragraph, PhrasingContent } from 'mdast';
import { between, type Line, linesOf, withoutLead } from './lines.ts';
import { type QuotationParts, type QuotedBlock, quotationParts } from './quotationParts.ts';

/** The kinds of callout: GitHub's five. */
export type CalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** By kind, the key of the words that are its title where it has none of its own. */
export const calloutWords = {
  note: 'calloutNote',
  tip: 'calloutTip',
  important: 'calloutImportant',
  warning: 'calloutWarning',
  caution: 'calloutCaution',
} as const satisfies Record<CalloutKind, string>;

/**
 * What a blockquote is that begins with a word such as `[!NOTE]`:
 *
 * - `callout`: of one of the five kinds, under its title.
 * - `pull`: words of the text once more.
 * - `unknown`: a word that stands for nothing.
 */
export type CalloutParts =
  | {
      readonly is: 'callout';
      readonly kind: CalloutKind;
      /** undefined where none was written. */
      readonly title: readonly PhrasingContent[] | undefined;
      readonly blocks: readonly QuotedBlock[];
    }
  | ({ readonly is: 'pull' } & QuotationParts)
  | { readonly is: 'unknown'; readonly word: string; readonly line: Line };

/** Other editors write behind the word how a callout is drawn, or that it is folded. */
const marker = /^\[!(\p{L}+)(?:\|[^\]\n]{0,100})?\][+-]?(?=\s|\\?$)\s*/u;

/** Takes a callout or a pull quote apart; undefined for any other blockquote. */
export function calloutParts(
  { children: [first, ...more] }: Readonly<Blockquote>,
  body: string,
): CalloutParts | undefined {
  if (first?.type !== 'paragraph') return undefined;
  const [line, next] = linesOf(first.children, body);
  const word = marker.exec(line?.source ?? '')?.[1];
  if (!line || word === undefined) return undefined;
  const kind = word.toLowerCase();
  const own = withoutLead(between(first.children, line, next), marker);
  const rest = next ? between(first.children, next, undefined) : [];
  if (kind === 'pull') {
    const words = own.length > 0 ? withoutLead(first.children, marker) : rest;
    return { is: 'pull', ...quotationParts([...paragraph(words), ...more], body) };
  }
  if (!isKind(kind)) return { is: 'unknown', word, line };
  const title = own.length > 0 ? own : undefined;
  return { is: 'callout', kind, title, blocks: [...paragraph(rest), ...more] };
}

function isKind(word: string): word is CalloutKind {
  return Object.hasOwn(calloutWords, word);
}

function paragraph(children: readonly PhrasingContent[]): Paragraph[] {
  return children.length > 0 ? [{ type: 'paragraph', children: [...children] }] : [];
}
