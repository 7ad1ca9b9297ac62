import type { APIContext } from 'astro';
import { atomFeed } from '../feeds/atom.ts';
import { type FeedProps, languageFeedPaths } from '../feeds/route.ts';

export const getStaticPaths = languageFeedPaths;

export async function GET({ props }: APIContext<FeedProps>) {
  return new Response(await atomFeed(props.view), {
    headers: { 'content-type': 'application/xml' },
  });
}
