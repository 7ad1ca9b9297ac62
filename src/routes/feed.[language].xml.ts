import type { APIContext } from 'astro';
import { type FeedProps, languageFeedPaths } from '../feeds/route.ts';
import { rssFeed } from '../feeds/rss.ts';

export const getStaticPaths = languageFeedPaths;

export async function GET({ props }: APIContext<FeedProps>) {
  return new Response(await rssFeed(props.view), {
    headers: { 'content-type': 'application/xml' },
  });
}
