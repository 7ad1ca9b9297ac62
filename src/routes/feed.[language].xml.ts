import type { APIContext } from 'astro';
import { type FeedProps, feedResponse, languageFeedPaths } from '../feeds/route.ts';
import { rssFeed } from '../feeds/rss.ts';

export const getStaticPaths = languageFeedPaths;

export async function GET({ props }: APIContext<FeedProps>) {
  return feedResponse(await rssFeed(props.view), 'application/xml');
}
