import type { BlogGroup } from '#journal/content/blogGroups.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import type { Blog } from '#journal/schema/blogrollSchema.ts';
import { siteWords } from '#journal/words/languages/siteWords.ts';
import { element, textElement } from './xml.ts';

/** The file for feed readers; undefined where the journal recommends nothing that can be followed. */
export function blogrollOpml({ blogroll, site, words }: PublicJournal): string | undefined {
  return blogroll && opmlOf(blogroll, siteWords(words).text('blogrollOf', { journal: site.title }));
}

/**
 * Blogs that have a feed as OPML 2.0 (opml.org/spec2.opml), which feed readers import; undefined where none has one,
 * since the format knows no empty list. No date is in it: the same blogs give the same bytes.
 */
export function opmlOf(groups: readonly BlogGroup[], title: string): string | undefined {
  const outlines = groups.flatMap(({ group, blogs }) => {
    const feeds = blogs.filter(({ feed }) => feed !== undefined).map(outline);
    if (group === undefined || feeds.length === 0) return feeds;
    return [element('outline', { text: group }, feeds.join(''))];
  });
  if (outlines.length === 0) return undefined;
  const head = element('head', {}, textElement('title', title));
  const body = element('body', {}, `\n${outlines.join('\n')}\n`);
  const opml = element('opml', { version: '2.0' }, `\n${head}\n${body}\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${opml}\n`;
}

// `rss` is the type of every feed in OPML, whatever its format.
function outline({ title, url, feed }: Blog): string {
  return element('outline', {
    type: 'rss',
    text: title,
    title,
    xmlUrl: feed,
    htmlUrl: url,
  });
}
