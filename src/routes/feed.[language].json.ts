import type { APIContext } from 'astro';
import { jsonFeed } from '../feeds/jsonFeed.ts';
import { type FeedProps, languageFeedPaths } from '../feeds/route.ts';

export const getStaticPaths = languageFeedPaths;

export async function GET({ props }: APIContext<FeedProps>) {
  return new Response(await jsonFeed(props.view), {
    headers: { 'content-type': 'application/feed+json' },
  });
}
