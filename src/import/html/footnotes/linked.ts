import type { Element, ElementContent, Root } from 'hast';
import { decodedWhole } from '../../item/entryAddress.ts';
import {
  attributeOf,
  classesOf,
  elementsIn,
  type Holder,
  idsOf,
  isElement,
  textOf,
} from '../tree/tree.ts';
import {
  type Footnote,
  isMark,
  isWayBack,
  markElement,
  type NextLabel,
  noteName,
} from './marks.ts';

/** How a tree hangs together. */
type Tree = ReturnType<typeof treeOf>;

type Reference = ReturnType<typeof referencesIn>[number];

/** Footnotes whose marks are links to their notes: of Markdown's programs, Word, WordPress, Blogger, Substack and most others. */
export function linkedFootnotes(root: Root, next: NextLabel): Footnote[] {
  const tree = treeOf(root);
  const labels = new Map<Element, string>();
  for (const reference of referencesIn(root, tree)) {
    const note = noteOf(reference, tree);
    if (!note) continue;
    const label = labels.get(note) ?? next();
    labels.set(note, label);
    replaceByMark(reference.whole, label, tree.parents);
  }
  return [...labels].map(([note, label]) => ({ label, content: takenOut(note, tree) }));
}

function treeOf(root: Root) {
  const parents = new Map<Element, Holder>();
  const byId = new Map<string, Element>();
  // In the order of the text.
  const order = new Map<Element, number>();
  const walk = (holder: Holder) => {
    for (const child of holder.children) {
      if (child.type !== 'element') continue;
      parents.set(child, holder);
      order.set(child, order.size);
      for (const id of idsOf(child)) if (!byId.has(id)) byId.set(id, child);
      walk(child);
    }
  };
  walk(root);
  return { parents, byId, order };
}

function referencesIn(root: Root, { parents, byId }: Tree) {
  return elementsIn(root).flatMap((link) => {
    if (!isElement(link, 'a') || !isMark(textOf(link))) return [];
    const target = targetOf(attributeOf(link, 'href'));
    if (target === undefined || !byId.has(target)) return [];
    const parent = parents.get(link);
    const isRaised =
      parent?.type === 'element' && isElement(parent, 'sup', 'span') && isMark(textOf(parent));
    // What stands for it in the text: a `sup` around the link, or the link.
    return [{ link, whole: isRaised ? parent : link, target }];
  });
}

/** The id to which a link within the page leads. A whole address is that of the page only where the id is one of notes. */
function targetOf(href: string): string | undefined {
  const [, before = '', fragment = ''] = /^([^#]*)#(.+)$/s.exec(href) ?? [];
  if (fragment === '') return undefined;
  const id = decodedWhole(fragment);
  return before === '' || noteName.test(id) ? id : undefined;
}

/** The block that a reference leads to, if it is a note: behind it, and known by a way back, a name or its mark. */
function noteOf({ link, whole, target }: Reference, tree: Tree): Element | undefined {
  const at = tree.byId.get(target);
  const note = at && blockOf(at, tree);
  if (!at || !note || contains(note, link)) return undefined;
  if ((tree.order.get(note) ?? 0) < (tree.order.get(link) ?? 0)) return undefined;
  const ids = new Set([link, whole, ...elementsIn(whole)].flatMap(idsOf));
  const leadsBack = elementsIn(note).some((one) =>
    ids.has(targetOf(attributeOf(one, 'href')) ?? ''),
  );
  const mark = textOf(link).replace(/\W/g, '');
  const begins = mark !== '' && textOf(note).trimStart().replace(/^\W+/, '').startsWith(mark);
  const isNamed = [at, note].some((one) =>
    [...idsOf(one), classesOf(one)].some((name) => noteName.test(name)),
  );
  return leadsBack || isNamed || begins ? note : undefined;
}

const blocks = ['li', 'p', 'div', 'dd', 'td', 'aside', 'section', 'blockquote'];

/** The nearest block around an element; a box around it that holds this one note alone, where there is one. */
function blockOf(at: Element, { parents }: Tree): Element | undefined {
  let block: Element | undefined = at;
  while (block && !isElement(block, ...blocks)) block = elementAbove(block, parents);
  if (!block) return undefined;
  const around = elementAbove(block, parents);
  const isBox =
    around &&
    isElement(around, 'div', 'li', 'aside') &&
    noteName.test(`${attributeOf(around, 'id')} ${classesOf(around)}`);
  if (!isBox) return block;
  const targets = elementsIn(around).filter(
    (one) => noteName.test(attributeOf(one, 'id')) && one !== at && !contains(block, one),
  );
  return targets.length === 0 && !/s\b/.test(classesOf(around)) ? around : block;
}

function elementAbove(element: Element, parents: Tree['parents']): Element | undefined {
  const above = parents.get(element);
  return above?.type === 'element' ? above : undefined;
}

function contains(holder: Element, wanted: Element): boolean {
  return holder === wanted || elementsIn(holder).includes(wanted);
}

/** Puts the mark in its place; brackets that stood around it go. */
function replaceByMark(whole: Element, label: string, parents: Tree['parents']): void {
  const parent = parents.get(whole);
  if (!parent) return;
  const children = parent.children as ElementContent[];
  const at = children.indexOf(whole);
  if (at === -1) return;
  const [before, after] = [children[at - 1], children[at + 1]];
  if (
    before?.type === 'text' &&
    after?.type === 'text' &&
    /\[$/.test(before.value) &&
    /^\]/.test(after.value)
  ) {
    before.value = before.value.slice(0, -1);
    after.value = after.value.slice(1);
  }
  children[at] = markElement(label);
}

/** A note without its own mark and the ways back, taken out of its place. */
function takenOut(note: Element, { parents }: Tree): Root {
  const parent = parents.get(note);
  if (parent)
    parent.children = (parent.children as ElementContent[]).filter((child) => child !== note);
  const children = isElement(note, 'p') ? [note] : note.children;
  const root: Root = { type: 'root', children: [...children] };
  dropWaysBack(root);
  dropOwnMark(root);
  return root;
}

function dropWaysBack(holder: Holder): void {
  const kept = (holder.children as ElementContent[]).filter((child) => {
    if (child.type !== 'element') return true;
    const isBack =
      isElement(child, 'a') &&
      (isWayBack(textOf(child)) ||
        /backref|back-?link|footnote-back|footnote-number/i.test(classesOf(child)) ||
        isMarkBack(child));
    return !isBack && !(isElement(child, 'sup', 'span') && isOnlyWayBack(child));
  });
  holder.children = kept;
  for (const child of kept) if (child.type === 'element') dropWaysBack(child);
}

function isMarkBack(link: Element): boolean {
  return attributeOf(link, 'href').includes('#') && isMark(textOf(link));
}

function isOnlyWayBack(holder: Element): boolean {
  const inside = holder.children.filter((child) => textOf(child).trim() !== '');
  return (
    inside.length === 1 &&
    isElement(inside[0], 'a') &&
    (isWayBack(textOf(holder)) || isMarkBack(inside[0]))
  );
}

/** The `1.` or `[1]` with which a note began: its place in the list says it. */
function dropOwnMark(root: Root): void {
  const first = firstText(root);
  if (first)
    first.value = first.value
      .replace(/^\s*(?:[[({]?(?:\d{1,3}|[*†‡§¶]{1,3})[\])}.:]+|[⁰¹²³⁴-⁹]+|[\])}.:^]+)\s*/, '')
      .trimStart();
  const last = lastText(root);
  if (last) last.value = last.value.trimEnd();
}

function firstText(holder: Holder): { value: string } | undefined {
  for (const child of holder.children) {
    if (child.type === 'text' && child.value.trim() !== '') return child;
    const inner = child.type === 'element' ? firstText(child) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

function lastText(holder: Holder): { value: string } | undefined {
  const last = (holder.children as ElementContent[]).findLast(
    (child) => textOf(child).trim() !== '',
  );
  if (last?.type === 'text') return last;
  return last?.type === 'element' ? lastText(last) : undefined;
}
