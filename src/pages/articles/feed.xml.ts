import { rssResponse } from '../../feeds/rss.ts';
import { site } from '../../site.ts';

export function GET() {
  const { site: journal, entries } = site();
  return rssResponse({
    title: `${journal.title}: articles`,
    description: journal.tagline ?? journal.title,
    path: '/articles/feed.xml',
    page: '/articles/',
    entries: entries.filter((entry) => entry.kind === 'article'),
  });
}
