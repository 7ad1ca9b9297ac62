import type { APIContext } from 'astro';
import type { Tag } from '#journal/publicJournal.ts';
import { rssResponse } from '../../../feeds/rss.ts';
import { site } from '../../../site.ts';

export function getStaticPaths() {
  return site().tags.map((tag) => ({ params: { tag: tag.slug }, props: { tag } }));
}

export function GET({ props: { tag } }: APIContext<{ tag: Tag }>) {
  return rssResponse({
    title: `${site().site.title}: ${tag.name}`,
    description: `Entries tagged ${tag.name}`,
    path: `${tag.path}feed.xml`,
    page: tag.path,
    entries: tag.entries,
  });
}
