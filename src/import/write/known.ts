import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { entryKind } from '#journal/content/entry.ts';
import type { ImportRecords } from './records.ts';
import type { Surveyed } from './survey.ts';
import type { Target } from './target.ts';

/** Where a document is that an earlier import has written; undefined for one that is still to be written. */
export type KnownPlace = (document: Surveyed) => Known | undefined;

/** Where a document is. */
export interface DocumentPlace {
  readonly kind: 'article' | 'note' | 'page';
  /** Path from the content folder. */
  readonly file: string;
  /** Decoded path on the site. */
  readonly path: string;
  readonly aliases: readonly string[];
  readonly id: string | undefined;
}

/** What is known of it; its owner may have published it since. */
interface Known extends DocumentPlace {
  readonly isDraft: boolean;
}

/** Looks documents up among what was imported before: links of others lead to where they are by now. */
export function knownPlaces(
  records: ImportRecords,
  keyPrefix: string,
  { root, journal }: Target,
): KnownPlace {
  const all = [...(journal?.entries ?? []), ...(journal?.pages ?? [])];
  const byFile = new Map(all.map((one) => [one.file, one]));
  const byId = new Map(all.map((one) => [one.id, one]));
  return ({ key, state, feedId }) => {
    const record = records.find(keyPrefix + key);
    if (!record || !(record.isDone || existsSync(join(root, record.file)))) return undefined;
    // Its owner may have given it another name since.
    const found = byFile.get(record.file) ?? byId.get(feedId ?? '');
    const file = found?.file ?? record.file;
    return {
      kind: entryKind(file) ?? 'page',
      file,
      path: found?.path ?? `/${file.replace(/(?:\/index)?\.md$/, '')}/`,
      aliases: found?.aliases ?? [],
      id: found && found.id === feedId ? feedId : undefined,
      isDraft: found?.draft ?? state !== 'published',
    };
  };
}
