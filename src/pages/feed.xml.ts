import { rssResponse } from '../feeds/rss.ts';
import { site } from '../site.ts';

export function GET() {
  const { site: journal, entries } = site();
  return rssResponse({
    title: journal.title,
    description: journal.tagline ?? journal.title,
    path: '/feed.xml',
    page: '/',
    entries,
  });
}
