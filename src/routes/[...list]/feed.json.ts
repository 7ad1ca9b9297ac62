import type { APIContext } from 'astro';
import { jsonFeed } from '../../feeds/jsonFeed.ts';
import { type FeedProps, feedPaths, feedResponse } from '../../feeds/route.ts';

export const getStaticPaths = feedPaths;

export async function GET({ props }: APIContext<FeedProps>) {
  return feedResponse(await jsonFeed(props.view), 'application/feed+json');
}
