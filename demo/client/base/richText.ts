import type { Mark, MarkedText } from '../../text/typed.ts';
import { button, el } from './dom.ts';

/** Opens an address: here if it is the site's or the channel's, in a window of its own else. */
export type Open = (address: string) => void;

/** A text with its marks as it is shown. Marks lie within each other or apart, as Telegram has them. */
export function richText({ text, entities }: MarkedText, open: Open): DocumentFragment {
  const marks = entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...nodesOf(text, marks, 0, text.length, open));
  return fragment;
}

function nodesOf(
  text: string,
  marks: readonly Mark[],
  from: number,
  to: number,
  open: Open,
): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let at = from;
  for (let place = 0; place < marks.length; ) {
    const mark = marks[place];
    if (!mark) break;
    const end = mark.offset + mark.length;
    const inner = marks.slice(place + 1).filter((one) => one.offset < end);
    nodes.push(text.slice(at, mark.offset));
    const shown = elementOf(mark, text.slice(mark.offset, end), open);
    const room = shown.querySelector('.room') ?? shown;
    room.append(...nodesOf(text, inner, mark.offset, end, open));
    nodes.push(shown);
    at = end;
    place += 1 + inner.length;
  }
  nodes.push(text.slice(at, to));
  return nodes.map(besideBlocks).filter((node) => node !== '');
}

/** A block begins and ends a line by itself. */
function besideBlocks(
  node: Node | string,
  place: number,
  all: readonly (Node | string)[],
): Node | string {
  if (typeof node !== 'string') return node;
  const isBlock = (other: Node | string | undefined) =>
    other instanceof HTMLQuoteElement || other instanceof HTMLPreElement;
  const begun = isBlock(all[place - 1]) ? node.replace(/^\n+/, '') : node;
  return isBlock(all[place + 1]) ? begun.replace(/\n+$/, '') : begun;
}

function elementOf(mark: Mark, words: string, open: Open): HTMLElement {
  switch (mark.type) {
    case 'bold':
      return el('strong');
    case 'italic':
      return el('em');
    case 'underline':
      return el('u');
    case 'strikethrough':
      return el('s');
    case 'code':
      return el('code');
    case 'pre':
      return el('pre');
    case 'blockquote':
    case 'expandable_blockquote':
      return el('blockquote');
    case 'spoiler':
      return spoiler();
    case 'text_link':
      return link(mark.url ?? '', open);
    case 'url':
      return link(/^https?:/.test(words) ? words : `https://${words}`, open);
    default:
      return el('span', { class: 'found' });
  }
}

function spoiler(): HTMLElement {
  const room = el('span', { class: 'room', 'aria-hidden': 'true' });
  const name = el('span', { class: 'sr-only' }, 'Hidden words: show them');
  const shown = button(
    { class: 'hidden-words' },
    () => {
      shown.classList.add('open');
      room.removeAttribute('aria-hidden');
      name.remove();
    },
    name,
    room,
  );
  return shown;
}

function link(address: string, open: Open): HTMLElement {
  const made = el('a', { href: address, rel: 'noreferrer' });
  made.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(address);
  });
  return made;
}
