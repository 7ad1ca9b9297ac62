import type { APIContext } from 'astro';
import { atomFeed } from '../feeds/atom.ts';
import { type FeedProps, feedResponse, languageFeedPaths } from '../feeds/route.ts';

export const getStaticPaths = languageFeedPaths;

export async function GET({ props }: APIContext<FeedProps>) {
  return feedResponse(await atomFeed(props.view), 'application/xml');
}
