import type { MessageEntity } from 'grammy/types';
import type { Delete, Emphasis, PhrasingContent, Strong } from 'mdast';
import type { Spoiler } from '#journal/text/inline/spoiler.ts';
import { characterAt, endOf, escapedIn, nodeOf, type Source, type Span } from './chatSpans.ts';

// Of two entities over the same text the link goes outside: Markdown cannot link out of emphasis more than once. A spoiler
// holds even that: the site has nothing to press within a link.
const outermostFirst: readonly MessageEntity['type'][] = [
  'spoiler',
  'text_link',
  'url',
  'email',
  'mention',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'code',
];

/** The inline content of a stretch of a chat text: its entities as nodes, all else as escaped text. */
export function phrasing(
  text: string,
  entities: readonly MessageEntity[],
  start: number,
  end: number,
): PhrasingContent[] {
  if (start >= end) return [];
  const inside = linksApart(text, singleSpoilers(entities))
    .filter(
      (entity) =>
        outermostFirst.includes(entity.type) && entity.offset < end && endOf(entity) > start,
    )
    .map((entity) => ({
      entity,
      from: Math.max(entity.offset, start),
      to: Math.min(endOf(entity), end),
    }))
    .sort((a, b) => a.from - b.from || b.to - a.to || rank(a.entity) - rank(b.entity));
  return spans({ text, escaped: escapedIn(text, inside) }, inside, start, end);
}

function rank({ type }: MessageEntity): number {
  return outermostFirst.indexOf(type);
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
  if (a?.type !== b.type || !isStyle(b)) return undefined;
  return { type: b.type, children: joined([...(a as typeof b).children, ...b.children]) };
}

function isStyle(node: PhrasingContent): node is Strong | Emphasis | Delete | Spoiler {
  return ['strong', 'emphasis', 'delete', 'spoiler'].includes(node.type);
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
  const type = nodeOf(entity);
  if (type !== 'link' && type !== 'inlineCode') return [{ type, children }];
  const address = addressOf(entity, text);
  return address === undefined ? children : linkTo(address, children);
}

/** Where an entity over some text leads; undefined for one that leads nowhere. */
function addressOf(entity: MessageEntity, text: string): string | undefined {
  switch (entity.type) {
    case 'text_link':
      return entity.url;
    case 'url':
      return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
    case 'email':
      return `mailto:${text}`;
    case 'mention':
      return `https://t.me/${text.slice(1)}`;
    default:
      return undefined;
  }
}

/** Entities without spoilers within spoilers, which hide nothing more. */
function singleSpoilers(entities: readonly MessageEntity[]): readonly MessageEntity[] {
  const spoilers = entities.filter(({ type }) => type === 'spoiler');
  const isWithin = (a: MessageEntity, b: MessageEntity) =>
    a !== b && b.offset <= a.offset && endOf(a) <= endOf(b);
  return entities.filter(
    (entity, index) =>
      entity.type !== 'spoiler' ||
      !spoilers.some(
        (other) =>
          isWithin(entity, other) && (!isWithin(other, entity) || entities.indexOf(other) < index),
      ),
  );
}

/** Entities with a link on each side of the ends of a spoiler that it holds. */
function linksApart(text: string, entities: readonly MessageEntity[]): readonly MessageEntity[] {
  const ends = entities.flatMap((entity) =>
    entity.type === 'spoiler' ? [entity.offset, endOf(entity)] : [],
  );
  return entities.flatMap((entity): MessageEntity[] => {
    const cuts = ends
      .filter((at) => at > entity.offset && at < endOf(entity))
      .sort((a, b) => a - b);
    const url =
      cuts.length > 0 ? addressOf(entity, text.slice(entity.offset, endOf(entity))) : undefined;
    if (url === undefined) return [entity];
    return [entity.offset, ...cuts].map((offset, index) => ({
      type: 'text_link',
      url,
      offset,
      length: (cuts[index] ?? endOf(entity)) - offset,
    }));
  });
}

/** A link to an address that a reader may follow; any other address stays words. */
export function linkTo(address: string, children: PhrasingContent[]): PhrasingContent[] {
  if (!/^(https?|mailto|tel|tg):/i.test(address) || !URL.parse(address)) return children;
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
