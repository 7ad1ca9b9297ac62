import type { GetStaticPathsItem } from 'astro';
import { site } from '../site.ts';
import { type Feed, feedsOf } from './feed.ts';

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
