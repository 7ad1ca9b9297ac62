import { rssResponse } from '../../feeds/rss.ts';
import { site } from '../../site.ts';

export function GET() {
  const { site: journal, entries } = site();
  return rssResponse({
    title: `${journal.title}: notes`,
    description: journal.tagline ?? journal.title,
    path: '/notes/feed.xml',
    page: '/notes/',
    entries: entries.filter((entry) => entry.kind === 'note'),
  });
}
