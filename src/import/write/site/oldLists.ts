import { tagSlug } from '#journal/address/slug.ts';
import { isSitePath } from '#journal/content/paths.ts';
import { feedFormats } from '#journal/public/feedFormats.ts';
import type { ImportedList } from '../../item/item.ts';
import type { AddressBook } from '../addressBook.ts';
import { aliasTrouble, belowOldSite, oldAddress, typedAlias } from '../oldAddress.ts';

/**
 * What becomes of old addresses of feeds and lists, as `redirects.yaml` has it: old path to the page or feed that has the
 * same entries now. `tags` are those of the texts as they were written.
 */
export function oldLists(
  lists: readonly ImportedList[],
  tags: readonly string[],
  book: AddressBook,
) {
  const found = new Map<string, string>();
  for (const list of lists.flatMap((one) => ofEachTag(one, tags))) {
    const from = pathOf(list, book);
    const to = placeOf(list, book);
    if (from === undefined || to === undefined || isTaken(from, book) || found.has(from)) continue;
    found.set(from, to);
  }
  return found;
}

/** A list whose address has `{slug}` or `{name}` in it stands for one of each tag. */
function ofEachTag(list: ImportedList, tags: readonly string[]): ImportedList[] {
  if (!/\{(?:slug|name|words)\}/.test(list.address)) return [list];
  return tags.map((tag) => ({
    ...list,
    tag,
    address: list.address
      .replace('{slug}', tagSlug(tag))
      .replace('{name}', encodeURIComponent(tag))
      .replace(
        '{words}',
        encodeURIComponent(tag.replace(/[\s!-/:-@[-`{-~]+/g, '-').replace(/^-+|-+$/g, '')),
      ),
  }));
}

function pathOf({ address }: ImportedList, { site }: AddressBook): string | undefined {
  const old = oldAddress(address, site);
  if (old === undefined || aliasTrouble(old) !== undefined) return undefined;
  return typedAlias(/^https?:/i.test(address) ? old.path : belowOldSite(address, site));
}

function placeOf({ tag, feed }: ImportedList, book: AddressBook): string | undefined {
  const page = tag === undefined ? '/' : book.pageOfTag(tag);
  const file = feedFormats.find(({ name }) => name === feed)?.file;
  if (page === undefined || (page === '/' && file === undefined)) return undefined;
  return page + (file ?? '');
}

/** Whether something is at an old address: a text, or what every journal has. */
function isTaken(from: string, book: AddressBook): boolean {
  const [, tag] = /^\/tags\/([^/]+)\//.exec(from) ?? [];
  const isOurs = tag !== undefined && book.pageOfTag(tag) === `/tags/${tag}/`;
  const isList = isOurs && /^\/tags\/[^/]+\/(?:feed\.xml|atom\.xml|feed\.json)?$/.test(from);
  return isSitePath(from) || isList || book.isAddress(from);
}
