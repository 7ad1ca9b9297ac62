import type { APIContext } from 'astro';
import { jsonFeed } from '../feeds/jsonFeed.ts';
import { type FeedProps, feedResponse, languageFeedPaths } from '../feeds/route.ts';

export const getStaticPaths = languageFeedPaths;

export async function GET({ props }: APIContext<FeedProps>) {
  return feedResponse(await jsonFeed(props.view), 'application/feed+json');
}
