import { withoutCode } from '../../markdown/code.ts';

const tag = /#([\p{L}\p{N}](?:[^#\n]*[^\s#](?=#(?:\s|$))|[\p{L}\p{M}\p{N}/_-]*))/gu;

/** Lines of nothing but hashtags, which is where Bear keeps its tags: taken out of the text. */
export function hashtagLines(body: string): {
  readonly body: string;
  readonly tags: readonly string[];
} {
  const tags: string[] = [];
  const line = /^[ \t]*(?:#[\p{L}\p{N}][\p{L}\p{M}\p{N}/_-]*(?:[^#\n]*[^\s#]#)?[ \t]*)+$/gmu;
  const rest = body.replace(line, (found) => {
    tags.push(...[...found.matchAll(tag)].map(([, one = '']) => one));
    return '';
  });
  return { body: tags.length === 0 ? body : rest, tags };
}

/** Hashtags within the text, where an editor takes each for a tag; the text keeps them. */
export function hashtagsIn(body: string): readonly string[] {
  const text = withoutCode(body)
    .replace(/\]\([^()\n]*\)|\[\[[^\]\n]*\]\]|<[^<>\n]*>|\S*:\/\/\S*/g, ' ')
    .replace(/%%[\s\S]*?%%/g, ' ');
  const found = text.matchAll(
    /(?<=^|[\s(,;])#(?:([\p{L}\p{N}][^#\n,.;:!?()]*[^\s#,.;:!?()])#(?=[\s,.;:!?)]|$)|([\p{L}\p{N}_][\p{L}\p{M}\p{N}/_-]*))/gmu,
  );
  return [...found]
    .map(([, several, one]) => (several ?? one ?? '').replace(/[/_-]+$/, ''))
    .filter((one) => /\p{L}/u.test(one));
}
