import { readDate } from '../../item/dates.ts';
import { fieldsIn, isRecord } from '../../source/json.ts';
import type { Source } from '../../source/source.ts';
import { readSourceText } from '../../source/text.ts';

/** What Bear says beside a text in a text bundle. */
export interface BearFacts {
  readonly date: string | undefined;
  readonly updated: string | undefined;
  readonly isTrashed: boolean;
}

/** Reads the `info.json` of a text bundle; undefined for files in none. */
export async function bearFacts(name: string, source: Source): Promise<BearFacts | undefined> {
  const info = name.replace(/[^/]+$/, 'info.json');
  if (!/\.textbundle\//.test(name) || !source.has(info)) return undefined;
  const { text } = await readSourceText(source, info);
  const said = factsIn(text);
  const date = (key: string) => (typeof said[key] === 'string' ? readDate(said[key]) : undefined);
  return {
    date: date('creationDate'),
    updated: date('modificationDate'),
    isTrashed: Number(said['trashed'] ?? 0) > 0,
  };
}

function factsIn(text: string): Readonly<Record<string, unknown>> {
  const bear = fieldsIn(text)['net.shinyfrog.bear'];
  return isRecord(bear) ? bear : {};
}

/** Lines of nothing but hashtags, which is where Bear keeps its tags: taken out of the text. */
export function hashtagLines(body: string): {
  readonly body: string;
  readonly tags: readonly string[];
} {
  const tags: string[] = [];
  const line = /^[ \t]*(?:#[\p{L}\p{N}][\p{L}\p{M}\p{N}/_-]*(?:[^#\n]*[^\s#]#)?[ \t]*)+$/gmu;
  const rest = body.replace(line, (found) => {
    tags.push(
      ...[
        ...found.matchAll(/#([\p{L}\p{N}](?:[^#\n]*[^\s#](?=#(?:\s|$))|[\p{L}\p{M}\p{N}/_-]*))/gu),
      ].map(([, tag = '']) => tag),
    );
    return '';
  });
  return { body: tags.length === 0 ? body : rest, tags };
}
