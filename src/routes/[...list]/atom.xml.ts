import type { APIContext } from 'astro';
import { atomFeed } from '../../feeds/atom.ts';
import { type FeedProps, feedPaths } from '../../feeds/route.ts';

export const getStaticPaths = feedPaths;

export async function GET({ props }: APIContext<FeedProps>) {
  return new Response(await atomFeed(props.view), {
    headers: { 'content-type': 'application/xml' },
  });
}
