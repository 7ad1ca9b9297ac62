import type { MessageEntity } from 'grammy/types';
import type { PhrasingContent } from 'mdast';
import { characterAt, escapedIn, nodeOf, type Source, type Span } from './chatSpans.ts';

const inlineTypes = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'code',
  'url',
  'email',
  'text_link',
  'mention',
]);

/** The inline content of a stretch of a chat text: its entities as nodes, all else as escaped text. */
export function phrasing(
  text: string,
  entities: readonly MessageEntity[],
  start: number,
  end: number,
): PhrasingContent[] {
  if (start >= end) return [];
  const inside = entities
    .filter(
      (entity) =>
        inlineTypes.has(entity.type) &&
        entity.offset < end &&
        entity.offset + entity.length > start,
    )
    .map((entity) => ({
      entity,
      from: Math.max(entity.offset, start),
      to: Math.min(entity.offset + entity.length, end),
    }))
    .sort((a, b) => a.from - b.from || b.to - a.to || rank(a.entity) - rank(b.entity));
  return spans({ text, escaped: escapedIn(text, inside) }, inside, start, end);
}

// Of two entities over the same text the link goes outside: Markdown cannot link out of emphasis more than once.
function rank(entity: MessageEntity): number {
  return [
    'text_link',
    'url',
    'email',
    'mention',
    'bold',
    'italic',
    'underline',
    'strikethrough',
    'code',
  ].indexOf(entity.type);
}

function spans(
  source: Source,
  inside: readonly Span[],
  start: number,
  end: number,
): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  let at = start;
  let rest = inside;
  for (let first = rest[0]; first; first = rest[0]) {
    const { entity, from } = first;
    const to = Math.min(first.to, end);
    result.push(...plain(source, at, from));
    const nested = rest
      .slice(1)
      .filter((span) => span.from < to && nodeOf(span.entity) !== nodeOf(entity))
      .map((span) => ({ ...span, to: Math.min(span.to, to) }));
    // An entity that reaches over the end of this one goes on behind it.
    const behind = rest
      .slice(1)
      .filter((span) => span.to > to)
      .map((span) => ({ ...span, from: Math.max(span.from, to) }));
    result.push(
      ...(entity.type === 'code'
        ? inLines(source.text.slice(from, to), (value) => ({ type: 'inlineCode', value }))
        : betweenBreaks(spans(source, nested, from, to), (children) =>
            styled(entity, source.text.slice(from, to), children),
          )),
    );
    at = to;
    rest = behind;
  }
  return joined([...result, ...plain(source, at, end)]);
}

/** Two nodes of one style side by side are one: their marks would run together. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const both = joinedPair(result.at(-1), node);
    if (both) result.splice(-1, 1, both);
    else result.push(node);
  }
  return result;
}

function joinedPair(
  a: PhrasingContent | undefined,
  b: PhrasingContent,
): PhrasingContent | undefined {
  // In two nodes a number and its point would not be seen as the beginning of a list.
  if (a?.type === 'text' && b.type === 'text' && !a.data?.asIs && !b.data?.asIs)
    return { type: 'text', value: a.value + b.value };
  if (a?.type === 'inlineCode' && b.type === 'inlineCode')
    return { type: 'inlineCode', value: a.value + b.value };
  if (a?.type !== b.type || (b.type !== 'strong' && b.type !== 'emphasis' && b.type !== 'delete'))
    return undefined;
  return { type: b.type, children: joined([...(a as typeof b).children, ...b.children]) };
}

/** Line breaks at the ends of a node stand outside of it: a mark next to one would not work. */
function betweenBreaks(
  nodes: readonly PhrasingContent[],
  make: (inner: PhrasingContent[]) => PhrasingContent[],
): PhrasingContent[] {
  const isInner = (node: PhrasingContent) => node.type !== 'break';
  const first = nodes.findIndex(isInner);
  const end = nodes.findLastIndex(isInner) + 1;
  if (first === -1) return [...nodes];
  return [...nodes.slice(0, first), ...make(nodes.slice(first, end)), ...nodes.slice(end)];
}

function styled(
  entity: MessageEntity,
  text: string,
  children: PhrasingContent[],
): PhrasingContent[] {
  switch (entity.type) {
    case 'bold':
      return [{ type: 'strong', children }];
    case 'italic':
    case 'underline':
      return [{ type: 'emphasis', children }];
    case 'strikethrough':
      return [{ type: 'delete', children }];
    case 'text_link':
      return linkTo(entity.url, children);
    case 'url':
      return linkTo(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`, children);
    case 'email':
      return linkTo(`mailto:${text}`, children);
    case 'mention':
      return linkTo(`https://t.me/${text.slice(1)}`, children);
    default:
      return children;
  }
}

/** A link to an address that a reader may follow; any other address stays words. */
export function linkTo(address: string, children: PhrasingContent[]): PhrasingContent[] {
  if (!/^(https?|mailto|tel|tg):/i.test(address) || !URL.canParse(address)) return children;
  return [{ type: 'link', url: address, children }];
}

function plain({ text, escaped }: Source, start: number, end: number): PhrasingContent[] {
  const lines = (from: number, to: number) =>
    inLines(text.slice(from, to), (value) => ({ type: 'text', value }));
  const result: PhrasingContent[] = [];
  let at = start;
  for (const offset of [...escaped].sort((a, b) => a - b)) {
    if (offset < at || offset >= end) continue;
    const character = characterAt(text, offset);
    const value = /[_\\]/.test(character)
      ? `\\${character}`
      : `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`;
    result.push(...lines(at, offset), { type: 'text', value, data: { asIs: true } });
    at = offset + character.length;
  }
  return [...result, ...lines(at, end)];
}

function inLines(text: string, make: (line: string) => PhrasingContent): PhrasingContent[] {
  return text
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [make(line)]),
    ]);
}
