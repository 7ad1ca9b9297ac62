import { keepingCode, withoutCode } from '../../markdown/code.ts';

const tag = /#([\p{L}\p{N}](?:[^#\n]*[^\s#](?=#(?:\s|$))|[\p{L}\p{M}\p{N}/_-]*))/gu;

/** Lines of nothing but hashtags, which is where Bear keeps its tags: taken out of the text. */
export function hashtagLines(body: string) {
  const tags: string[] = [];
  const line = /^[ \t]*(?:#[\p{L}\p{N}][\p{L}\p{M}\p{N}/_-]*(?:[^#\n]*[^\s#]#)?[ \t]*)+$/gmu;
  if (body.search(line) === -1) return { body, tags };
  const rest = keepingCode(body, (text) =>
    text.replace(line, (found) => {
      tags.push(...[...found.matchAll(tag)].map(([, one = '']) => one));
      return '';
    }),
  );
  return { body: tags.length === 0 ? body : rest, tags };
}

const wordWithin = /(?<=^|[\s(,;])#(?<one>[\p{L}\p{N}_][\p{L}\p{M}\p{N}/_-]*)/gmu;
const tagWithin =
  /(?<=^|[\s(,;])#(?:(?<several>[\p{L}\p{N}][^#\n,.;:!?()]*[^\s#,.;:!?()])#(?=[\s,.;:!?)]|$)|(?<one>[\p{L}\p{N}_][\p{L}\p{M}\p{N}/_-]*))/gmu;

/** Hashtags within the text, where an editor takes each for a tag; the text keeps them. Those of Bear may have spaces. */
export function hashtagsIn(body: string, hasSpaces: boolean): readonly string[] {
  const text = withoutCode(body)
    .replace(/\]\([^()\n]*\)|\[\[[^\]\n]*\]\]|<[^<>\n]*>|\S*:\/\/\S*/g, ' ')
    .replace(/%%[\s\S]*?%%/g, ' ');
  const found = text.matchAll(hasSpaces ? tagWithin : wordWithin);
  return [...found]
    .map(({ groups: { several, one } = {} }) => (several ?? one ?? '').replace(/[/_-]+$/, ''))
    .filter((one) => /\p{L}/u.test(one));
}
