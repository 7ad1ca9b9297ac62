import type { APIContext } from 'astro';
import { compareEntries } from '#journal/journal.ts';
import type { Series } from '#journal/publicJournal.ts';
import { rssResponse } from '../../../feeds/rss.ts';
import { site } from '../../../site.ts';

export function getStaticPaths() {
  return site().series.map((series) => ({ params: { series: series.id }, props: { series } }));
}

export function GET({ props: { series } }: APIContext<{ series: Series }>) {
  return rssResponse({
    title: `${site().site.title}: ${series.title}`,
    description: series.description ?? series.title,
    path: `${series.path}feed.xml`,
    page: series.path,
    entries: series.parts.map(({ entry }) => entry).sort(compareEntries),
  });
}
