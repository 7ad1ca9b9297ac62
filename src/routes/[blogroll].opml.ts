import { blogrollOpml } from '../feeds/opml.ts';
import { site } from '../view/site.ts';

export function getStaticPaths() {
  return blogrollOpml(site()) === undefined ? [] : [{ params: { blogroll: 'blogroll' } }];
}

export function GET() {
  return new Response(blogrollOpml(site()), { headers: { 'content-type': 'text/x-opml' } });
}
