import type { ImportedAuthor, ImportedLink, ImportedList, ImportedSite } from '../../item/item.ts';
import { isRecord, jsonIn, textIn } from '../../source/json.ts';
import type { GhostData, Row } from './data.ts';

/** What Ghost's settings say of the whole journal. They do not say where it was. */
export function siteOf({ settings, users, tags }: GhostData): ImportedSite {
  const setting = (name: string) =>
    textIn(
      settings.find((row) => row['key'] === name),
      'value',
    );
  const authors = users.flatMap(authorOf);
  return {
    is: 'site',
    title: setting('title'),
    tagline: setting('description'),
    language: setting('locale') ?? setting('lang') ?? setting('default_locale'),
    timeZone: setting('timezone') ?? setting('active_timezone'),
    authors,
    author: authors[0]?.key,
    menu: menuOf(setting('navigation')),
    lists: [{ address: '/rss/', feed: 'RSS' }, ...tags.flatMap((row) => tagLists(row))],
  };
}

function tagLists(row: Row): ImportedList[] {
  const [slug, tag] = [textIn(row, 'slug'), textIn(row, 'name')];
  if (slug === undefined || tag === undefined) return [];
  const address = `/tag/${slug}/`;
  return [
    { address, tag },
    { address: `${address}rss/`, tag, feed: 'RSS' },
  ];
}

function authorOf(user: Row): ImportedAuthor[] {
  const key = authorKey(user);
  const name = textIn(user, 'name');
  // Their e-mail addresses are nobody's business.
  return key === undefined || name === undefined
    ? []
    : [{ key, name, url: textIn(user, 'website'), bio: textIn(user, 'bio') }];
}

function menuOf(written: string | undefined): ImportedLink[] {
  const read: unknown = written === undefined ? [] : jsonIn(written);
  if (!Array.isArray(read)) return [];
  return read.filter(isRecord).flatMap(({ label, url }): ImportedLink[] => {
    if (typeof label !== 'string' || typeof url !== 'string') return [];
    return [{ label, address: url.replace('__GHOST_URL__', '') || '/' }];
  });
}

/** How documents name a user. */
export function authorKey(user: Row | undefined): string | undefined {
  return textIn(user, 'slug') ?? textIn(user, 'name');
}
