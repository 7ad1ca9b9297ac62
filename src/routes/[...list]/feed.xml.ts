import type { APIContext } from 'astro';
import { type FeedProps, feedPaths, feedResponse } from '../../feeds/route.ts';
import { rssFeed } from '../../feeds/rss.ts';

export const getStaticPaths = feedPaths;

export async function GET({ props }: APIContext<FeedProps>) {
  return feedResponse(await rssFeed(props.view), 'application/xml');
}
