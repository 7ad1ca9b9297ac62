import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import { frameLink } from '#journal/text/html/frame.ts';
import type { Notes } from '../item/notes.ts';
import { headings } from './anchors.ts';
import { hasBlocks } from './blockMarks.ts';
import {
  attributeOf,
  classesOf,
  element,
  elementsIn,
  isElement,
  lineOf,
  textOf,
} from './tree/tree.ts';

/** What becomes of elements, where the library's own answer would lose something or say what no check accepts. */
export function handlers(notes: Notes): Record<string, Handle> {
  return {
    ...headings(),
    ...asHtml('sub', 'sup', 'mark', 'kbd', 'u', 'ins', 'ruby', 'rt', 'rp'),
    abbr: children,
    acronym: children,
    'footnote-mark': footnoteMark,
    'link-target': (_, node) => html(`<a id="${attributeOf(node, 'dataId')}"></a>`),
    'markdown-text': (_, node) => html(textOf(node)),
    // One piece with the break before it, in whose place the library would write a space.
    'credit-line': () => html('\\\n-- '),
    pre: codeBlock,
    figure: flow,
    q: (state, node) => [text('“'), ...state.all(node), text('”')],
    iframe: (state, node) => frame(state, node, notes),
    embed: (state, node) => frame(state, node, notes),
    object: (state, node) => frame(state, node, notes),
    video: recording,
    audio: recording,
    details: (state, node) => folded(state, node, notes),
    svg: (_, node) => drawing(node, notes),
    math: (_, node) => formula(node, notes),
    ...Object.fromEntries(
      ['dialog', 'applet', 'datalist', 'noembed', 'noframes'].map((name) => [name, flow]),
    ),
    menu: defaultHandlers['ul'] ?? flow,
    dl: terms,
    wbr: () => undefined,
  };
}

const children: Handle = (state, node) => state.all(node);
const flow: Handle = (state, node) => state.toFlow(state.all(node)) as RootContent[];

/** Elements that Markdown has no sign for, and takes as HTML. */
function asHtml(...names: readonly string[]): Record<string, Handle> {
  const handle: Handle = (state, node) => {
    const inside = state.all(node) as PhrasingContent[];
    const { tagName } = node;
    // Around blocks, its tags would be no part of any line.
    if (hasBlocks(node) || inside.length === 0) return inside;
    return [html(`<${tagName}>`), ...inside, html(`</${tagName}>`)];
  };
  return Object.fromEntries(names.map((name) => [name, handle]));
}

/**
 * A piece of HTML within a line. The library takes `html` for a block, and would tear a line apart that stands in no
 * paragraph of its own: until {@link withInlineHtml}, it is of a kind that it knows as a part of lines.
 */
function html(value: string): PhrasingContent {
  return { type: 'inlineMath', value } as unknown as PhrasingContent;
}

/** A tree in which pieces of HTML within lines are such. */
export function withInlineHtml(node: Nodes): void {
  if (String(node.type) === 'inlineMath') node.type = 'html' as typeof node.type;
  if ('children' in node) for (const child of node.children) withInlineHtml(child);
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

const footnoteMark: Handle = (_, node) => {
  const label = attributeOf(node, 'dataLabel');
  return { type: 'footnoteReference', identifier: label, label };
};

const languageClass =
  /(?:^|\s)(?:language|lang|brush:?|highlight-source|sourceCode|highlight|code)[-: ]\s*([\w+#-]+)/i;

/** Code with its language, by whatever name the highlighter of the old site had for it. */
const codeBlock: Handle = (_, node) => {
  const all = [node, ...elementsIn(node)];
  const said = all.map(
    (one) =>
      attributeOf(one, 'dataLang', 'dataLanguage', 'dataCodeBlockLang') ||
      ownLanguage(one) ||
      languageClass.exec(classesOf(one))?.[1],
  );
  const lang = said.find((one) => one !== undefined && one !== '') ?? null;
  return { type: 'code', lang, value: linesOf(node).replace(/^(?:[ \t]*\n)+|\s+$/g, '') };
};

/** `lang` of code is that of a program, as WP-Syntax has it, unless it is one that people speak. */
function ownLanguage(code: Element): string {
  const said = code.tagName === 'pre' || code.tagName === 'code' ? attributeOf(code, 'lang') : '';
  return /^(?:en|de|fr|es|it|pt|nl|ru|pl|ja|zh)\b|\s/i.test(said) ? '' : said;
}

/** The text of code, in which a break is a line. */
function linesOf(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element') return '';
      return child.tagName === 'br' ? '\n' : linesOf(child);
    })
    .join('');
}

/** What showed something from another host is a link to it. */
function frame(state: State, node: Element, notes: Notes): RootContent[] | RootContent | undefined {
  const source = attributeOf(node, 'src', 'data', 'dataSrc') || parameterOf(node);
  const found = frameLink(source || undefined, attributeOf(node, 'title') || undefined);
  if (!found) {
    notes.left('embedded frame', 'it leads nowhere');
    return state.all(node) as RootContent[];
  }
  notes.changed('embedded frame', 'a link: pages load nothing from elsewhere');
  return {
    type: 'paragraph',
    children: [{ type: 'link', url: found.url, children: [text(found.words)] }],
  };
}

/** The address that an old player has among its parameters. */
function parameterOf(node: Element): string {
  const found = elementsIn(node, 'param').find((one) =>
    /^(?:movie|src|url|filename)$/i.test(attributeOf(one, 'name')),
  );
  return found ? attributeOf(found, 'value') : '';
}

const recording: Handle = (_, node) => {
  const sources = [node, ...elementsIn(node)].map((one) => attributeOf(one, 'src'));
  const url = sources.find((source) => source !== '');
  if (url === undefined) return undefined;
  const words =
    attributeOf(node, 'ariaLabel', 'title') || (node.tagName === 'video' ? 'Video' : 'Audio');
  return { type: 'paragraph', children: [{ type: 'link', url, children: [text(words)] }] };
};

function folded(state: State, node: Element, notes: Notes): RootContent[] {
  const summary = node.children.find((child) => isElement(child, 'summary'));
  const rest = node.children.filter((child) => child !== summary);
  notes.changed('folded text', 'it is open, below its summary in bold');
  const words = isElement(summary) ? (state.all(summary) as PhrasingContent[]) : [];
  const head: RootContent[] =
    words.length === 0
      ? []
      : [{ type: 'paragraph', children: [{ type: 'strong', children: words }] }];
  return [...head, ...(state.toFlow(state.all({ ...node, children: rest })) as RootContent[])];
}

/** What a formula says in TeX, where it does, else its signs. */
function formula(node: Element, notes: Notes): PhrasingContent {
  const tex = elementsIn(node).find((one) => /tex/i.test(attributeOf(one, 'encoding')));
  const source = tex && lineOf(tex);
  if (source && !source.includes('$')) {
    notes.changed('formula (TeX)', '$$ … $$');
    return html(`$$${source}$$`);
  }
  notes.changed('formula (MathML)', 'its signs in a row');
  return { type: 'inlineCode', value: source ?? lineOf(node) };
}

function drawing(node: Element, notes: Notes): undefined {
  if (elementsIn(node).length > 2 || textOf(node).trim() !== '')
    notes.left('drawing within the text (SVG)', 'save it as a file, and show that');
  return undefined;
}

/** A list of terms in the shape that Scrollback has for it; several of one definition stand beside each other. */
const terms: Handle = (state, node) => {
  const items: ListItem[] = [];
  for (const child of termsIn(node)) {
    const words = child.tagName === 'dt' ? wordsIn(state.all(child)) : [];
    const last = items.at(-1);
    const before = last?.children.length === 1 ? last.children[0] : undefined;
    if (child.tagName === 'dt' && before?.type === 'paragraph')
      before.children.push(text(', '), ...words);
    else if (child.tagName === 'dt') items.push(itemOf(words));
    else {
      if (!last) items.push(itemOf([]));
      items.at(-1)?.children.push(...(state.toFlow(state.all(child)) as never[]));
    }
  }
  const said = items.map(joinedTerm).filter(({ children: [head] }) => isSaid(head));
  return said.length === 0
    ? undefined
    : { type: 'list', ordered: false, spread: false, children: said };
};

function itemOf(words: PhrasingContent[]): ListItem {
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: words }],
  };
}

/** The words of a term are one line, whatever they stand in. */
function wordsIn(nodes: readonly Nodes[]): PhrasingContent[] {
  return nodes.flatMap((one) =>
    one.type === 'paragraph' || one.type === 'heading' ? one.children : [one as PhrasingContent],
  );
}

/** Those of a list, which may stand in boxes, as may words beside them; lists within its definitions have their own. */
function termsIn(holder: Element): Element[] {
  return holder.children.flatMap((child) => {
    if (child.type === 'text' && child.value.trim() !== '') return [element('dd', {}, [child])];
    if (child.type !== 'element') return [];
    if (isElement(child, 'dt', 'dd')) return [child];
    const isBox = elementsIn(child, 'dt', 'dd').length > 0;
    return isBox && !isElement(child, 'dl') ? termsIn(child) : [element('dd', {}, [child])];
  });
}

function isSaid(node: ListItem['children'][number] | undefined): boolean {
  return node !== undefined && (node.type !== 'paragraph' || node.children.length > 0);
}

/** The term in bold, and its first definition on the same line. */
function joinedTerm({ children: [head, first, ...more], ...item }: ListItem): ListItem {
  const given = head?.type === 'paragraph' ? head.children : [];
  const words = given.flatMap((one) => (one.type === 'strong' ? one.children : [one]));
  const last = words.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(/\s*:\s*$/, '');
  const term: PhrasingContent[] =
    words.length === 0 ? [] : [{ type: 'strong', children: [...words, text(':')] }, text(' ')];
  const isLine = first?.type === 'paragraph';
  const line = isLine ? [...term, ...first.children] : term.slice(0, 1);
  const rest = isLine || !first ? more : [first, ...more];
  return { ...item, children: [{ type: 'paragraph', children: line }, ...rest] };
}
