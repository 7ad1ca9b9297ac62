import type { APIContext } from 'astro';
import { type FeedProps, feedPaths } from '../../feeds/route.ts';
import { rssFeed } from '../../feeds/rss.ts';

export const getStaticPaths = feedPaths;

export async function GET({ props }: APIContext<FeedProps>) {
  return new Response(await rssFeed(props.view), {
    headers: { 'content-type': 'application/xml' },
  });
}
