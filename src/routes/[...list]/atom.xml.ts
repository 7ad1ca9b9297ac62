import type { APIContext } from 'astro';
import { atomFeed } from '../../feeds/atom.ts';
import { type FeedProps, feedPaths, feedResponse } from '../../feeds/route.ts';

export const getStaticPaths = feedPaths;

export async function GET({ props }: APIContext<FeedProps>) {
  return feedResponse(await atomFeed(props.view), 'application/xml');
}
