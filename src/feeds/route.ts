import type { GetStaticPathsItem } from 'astro';
import { type Feed, feedsOf } from '#journal/public/feed.ts';
import { site } from '../view/site.ts';

/** What a route of feeds is handed. */
export interface FeedProps extends Record<string, unknown> {
  readonly feed: Feed;
}

/** The pages beside which a feed's file lies: `list` is undefined for the home page. */
export function feedPaths(): (GetStaticPathsItem & { props: FeedProps })[] {
  return feedsOf(site()).map((feed) => ({
    params: { list: feed.page.replace(/^\/|\/$/g, '') || undefined },
    props: { feed },
  }));
}
