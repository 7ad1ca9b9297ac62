import type { MessageEntity } from '@grammyjs/types';
import { endOf, isOpaque } from './entities.ts';

type Found = MessageEntity.CommonMessageEntity;

const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?';
const BRACKETED = '\\([^\\s()<>]*\\)';
const PATH = `(?:[/?#](?:${BRACKETED}|[^\\s<>"«»()])*(?:${BRACKETED}|[^\\s<>"«»().,:;!?\\]']))?/?`;
const TLD =
  '(?:com|org|net|io|dev|me|blog|app|info|edu|gov|co|uk|de|fr|ru|eu|nl|es|it|ch|at|us|xyz)';
const ADDRESS = '\\d{1,3}(?:\\.\\d{1,3}){3}';

/** In this order: what is found first keeps its place. */
const PATTERNS: ReadonlyArray<readonly [Found['type'], RegExp]> = [
  ['email', /(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/gu],
  ['url', new RegExp(`https?://(?:${LABEL}(?:\\.${LABEL})+|${ADDRESS})(?::\\d+)?${PATH}`, 'giu')],
  [
    'url',
    new RegExp(`(?<![\\p{L}\\p{N}@/.-])(?:${LABEL}\\.)+${TLD}(?![\\p{L}\\p{N}-])${PATH}`, 'giu'),
  ],
  ['mention', /(?<![\w@/])@[A-Za-z]\w{3,31}(?!\w)/g],
  ['hashtag', /(?<![\p{L}\p{N}_#])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}/gu],
  ['bot_command', /(?<![\w/@<>])\/\w{1,64}(?:@\w{3,32})?(?![\w/@])/g],
];

/** Finds links, names, tags and commands, as the server does, outside of code and text links. */
export function detectEntities(text: string, given: readonly MessageEntity[]): MessageEntity[] {
  const taken = given.filter(isOpaque);
  const found: Found[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const entity: Found = { type, offset: match.index, length: match[0].length };
      if (![...taken, ...found].some((other) => overlaps(entity, other))) found.push(entity);
    }
  }
  return [...found.reduce(cutAt, [...given]), ...found];
}

function overlaps(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset < endOf(b) && b.offset < endOf(a);
}

/** Splits the styles that partly overlap something found at its borders. */
function cutAt(entities: MessageEntity[], found: MessageEntity): MessageEntity[] {
  return [found.offset, endOf(found)].reduce(
    (cut, border) => cut.flatMap((entity) => splitAt(entity, border, found)),
    entities,
  );
}

function splitAt(entity: MessageEntity, border: number, found: MessageEntity): MessageEntity[] {
  const isPartial = overlaps(entity, found) && !contains(entity, found) && !contains(found, entity);
  if (!isPartial || border <= entity.offset || border >= endOf(entity)) return [entity];
  return [
    { ...entity, length: border - entity.offset },
    { ...entity, offset: border, length: endOf(entity) - border },
  ];
}

function contains(outer: MessageEntity, inner: MessageEntity): boolean {
  return outer.offset <= inner.offset && endOf(outer) >= endOf(inner);
}
