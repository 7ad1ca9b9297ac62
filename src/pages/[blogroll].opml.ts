import { blogrollOpml } from '../relations/blogroll.ts';
import { site } from '../site.ts';

export function getStaticPaths() {
  return blogrollOpml(site()) === undefined ? [] : [{ params: { blogroll: 'blogroll' } }];
}

export function GET() {
  return new Response(blogrollOpml(site()), { headers: { 'content-type': 'text/x-opml' } });
}
