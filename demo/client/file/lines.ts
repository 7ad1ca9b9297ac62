import type { DifferentLine } from '../../server/difference.ts';
import { el } from '../base/dom.ts';

const signs = { same: ' ', added: '+', removed: '−' } as const;
const spoken = { same: undefined, added: 'added: ', removed: 'removed: ' } as const;

/** A text with what changed in it, line by line. */
export function differentLines(lines: readonly DifferentLine[]): HTMLElement {
  const end = frontMatterEnd(lines);
  return el('ol', { class: 'lines' }, ...lines.map((line, place) => lineItem(line, place <= end)));
}

function lineItem({ kind, parts }: DifferentLine, isMatter: boolean): HTMLElement {
  const isPartly = parts.some(({ isNew }) => !isNew);
  const words = parts.map(({ text, isNew }) => {
    if (!isNew || !isPartly || kind === 'same') return text;
    return el(kind === 'added' ? 'ins' : 'del', {}, text);
  });
  return el(
    'li',
    { class: isMatter ? `${kind} matter` : kind },
    el('span', { class: 'change', 'aria-hidden': 'true' }, signs[kind]),
    spoken[kind] !== undefined && el('span', { class: 'sr-only' }, spoken[kind]),
    el('code', {}, ...words),
  );
}

/** The place of the line that ends the front matter; -1 where there is none. */
function frontMatterEnd(lines: readonly DifferentLine[]): number {
  const texts = lines.map(({ parts }) => parts.map(({ text }) => text).join(''));
  return texts[0] === '---' ? texts.indexOf('---', 1) : -1;
}
