import type { Element, Nodes as HastNodes } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { Emphasis, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { sameFor } from '../once/sameFor.ts';
import { insteadOf } from './embedded.ts';
import { frameLink } from './html/frame.ts';

/** Elements of raw HTML that Markdown has no word for: an emphasis that names them. */
export type NamedElement = 'u' | 'mark' | 'code' | 'sub' | 'sup' | 'a' | 'del';

declare module 'mdast' {
  interface EmphasisData {
    hName?: string;
    element?: NamedElement;
    /** Where one that is an `a` leads. */
    href?: string;
  }
  interface BlockquoteData {
    /** The element of raw HTML that it was: its words mean nothing beyond themselves. */
    element?: 'blockquote' | 'details';
  }
}

const named =
  (element: NamedElement): Handle =>
  (state, node) => ({
    type: 'emphasis',
    data: { element },
    children: state.all(node) as PhrasingContent[],
  });

const children: Handle = (state, element) => state.all(element);
const flow: Handle = (state, element) => state.toFlow(state.all(element));

/** What becomes of elements, where the library's own answer would lose something that a page shows. */
export const htmlHandlers: Record<string, Handle> = {
  ...sameFor('u ins', named('u')),
  mark: named('mark'),
  ...sameFor('code kbd samp tt', named('code')),
  sub: named('sub'),
  sup: named('sup'),
  ...sameFor('del s strike', named('del')),
  a: link,
  ...sameFor('var cite dfn', defaultHandlers['em'] ?? children),
  blockquote: quotation,
  details,
  summary: bold,
  dt: (state, element) => ({
    type: 'listItem',
    children: [bold(state, element)],
  }),
  table,
  video: (_, element) => recording(element, 'Video'),
  audio: (_, element) => recording(element, 'Audio'),
  iframe: frame,
  ...sameFor('object embed', embedded),
  dialog: flow,
  menu: defaultHandlers['ul'] ?? flow,
  math: children,
  // No elements of HTML any more, or never: pages show what stands in them.
  ...sameFor('applet command content element isindex menuitem nextid shadow spacer', children),
  rp: () => undefined,
  rt: (state, element) => [text('('), ...state.all(element), text(')')],
};

function bold(state: State, element: Element): Paragraph {
  const children = state.all(element) as PhrasingContent[];
  return { type: 'paragraph', children: [{ type: 'strong', children }] };
}

function link(state: State, element: Element): Emphasis | RootContent[] {
  const { href } = element.properties;
  const inside = state.all(element);
  if (typeof href !== 'string' || href === '') return inside;
  return { type: 'emphasis', data: { element: 'a', href }, children: inside as PhrasingContent[] };
}

function quotation(state: State, element: Element): RootContent {
  const blocks = state.toFlow(state.all(element));
  return { type: 'blockquote', data: { element: 'blockquote' }, children: blocks as never[] };
}

/** Its summary stands in front of what it folds up. One that is open is as its words. */
function details(state: State, element: Element): RootContent[] {
  const isSummary = (child: HastNodes) => child.type === 'element' && child.tagName === 'summary';
  const summary = element.children.filter(isSummary).slice(0, 1);
  const rest = element.children.filter((child) => !summary.includes(child));
  const head = state.toFlow(state.all({ ...element, children: summary }));
  const folded = state.toFlow(state.all({ ...element, children: rest }));
  if (element.properties['open'] !== undefined || folded.length === 0) return [...head, ...folded];
  return [
    ...head,
    { type: 'blockquote', data: { element: 'details' }, children: folded as never[] },
  ];
}

/** A table with its caption above. */
function table(state: State, element: Element): RootContent[] {
  const caption = element.children.find(
    (child) => child.type === 'element' && child.tagName === 'caption',
  );
  const words = caption?.type === 'element' ? state.toFlow(state.all(caption)) : [];
  const own = defaultHandlers.table(state, element) ?? [];
  return [...words, ...[own].flat()] as RootContent[];
}

/** A film or a sound as Markdown has it: a link to its file. What is within it is for browsers that play nothing. */
function recording(element: Element, words: string): RootContent | undefined {
  const sources = [element, ...element.children].flatMap((one) =>
    one.type === 'element' && typeof one.properties['src'] === 'string'
      ? [one.properties['src']]
      : [],
  );
  const [url] = sources;
  if (url === undefined) return undefined;
  const label = element.properties['ariaLabel'] ?? element.properties['title'];
  return { type: 'link', url, children: [text(label ? String(label) : words)] };
}

function frame(_: State, { properties: { src, title } }: Element): RootContent | undefined {
  const found = frameLink(src ? String(src) : undefined, title ? String(title) : undefined);
  return found && { type: 'link', url: found.url, children: [text(found.words)] };
}

function embedded(state: State, element: Element): RootContent[] {
  const instead = insteadOf(element);
  if (instead === 'children') return state.all(element);
  return instead ? [{ type: 'link', url: instead.url, children: [text(instead.words)] }] : [];
}

function text(value: string): Text {
  return { type: 'text', value };
}
