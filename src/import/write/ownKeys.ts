import { copied } from '../item/copied.ts';
import type { ImportedDocument, ImportedItem } from '../item/item.ts';
import { leftOut } from '../item/leftOut.ts';
import { digestOf } from './survey.ts';

/**
 * The items of an export, each document with a key that no other has: `7`, `7#2`. Of one that is there twice with the same
 * words, as in two files that overlap, the first comes along. Equal items in equal order get equal keys.
 */
export async function* withOwnKeys(
  items: AsyncIterable<ImportedItem>,
): AsyncIterable<ImportedItem> {
  const digests = new Map<string, string>();
  for await (const item of items) yield item.is === 'document' ? withOwnKey(item, digests) : item;
}

/** `digests`: of the documents before it, by the keys that they have got. */
function withOwnKey(document: ImportedDocument, digests: Map<string, string>): ImportedItem {
  const digest = digestOf({ ...document, where: '', key: '' });
  let key = document.key;
  for (let number = 2; digests.has(key); number++) {
    if (digests.get(key) === digest) return leftOut(document.where, 'document', twice);
    key = `${document.key}#${number}`;
  }
  const kept = copied({ key, digest });
  digests.set(kept.key, kept.digest);
  return { ...document, key };
}

const twice = 'the export has it twice, with the same words';
