import type { Export } from './export.ts';

const blog = 'tag:blogger.com,1999:blog-7';

/** HTML as it stands between tags of XML. */
export const escaped = (html: string) =>
  html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const entry = (id: number, kind: string, html: string, more: string) =>
  `<entry><id>${blog}.${kind === 'page' ? 'page' : 'post'}-${id}</id><published>2008-05-0${id % 9}T07:08:09.123+01:00</published>
<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${kind}'/>
<title type='text'>Blogger ${id}</title><content type='html'>${escaped(html)}</content>${more}</entry>\n`;

const at = (path: string) =>
  `<link rel='alternate' type='text/html' href='http://crumbs.blogspot.com${path}'/><author><name>Ana Lima</name><email>ana@secret.example</email></author>`;

const below = (post: number, more = '') =>
  `<thr:in-reply-to ref='${blog}.post-${post}'/><author><name>Tom</name><email>tom@secret.example</email></author>${more}`;

const text = `<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0' xmlns:app='http://purl.org/atom/app#'>
<id>${blog}.archive</id><title type='text'>Crumbs</title><link rel='alternate' type='text/html' href='http://crumbs.blogspot.com/'/>
${entry(
  1,
  'post',
  '<div>Crumbs of rye.<a href="#fn1" id="ref1"><sup>1</sup></a></div><br /><br /><div id="fn1">1. Sown in <i>crumbs</i>. <a href="#ref1">↩</a></div>',
  at('/2008/05/rye.html'),
)}${entry(2, 'post', 'Crumbs [1] typed.<br /><br />[1] By hand, in crumbs.', at('/2008/05/typed-crumbs_02.html'))}${entry(
  3,
  'post',
  'Canary crumbs',
  `<app:control><app:draft>yes</app:draft></app:control>${at('/2008/05/later.html')}`,
)}${entry(4, 'page', 'Whose crumbs.', at('/p/whose.html'))}${entry(5, 'comment', 'A <b>crumb</b> of Tom.', below(1))}${entry(
  6,
  'comment',
  'Crumbs back.',
  below(1, `<link rel='related' href='http://crumbs.blogspot.com/feeds/1/comments/default/5'/>`),
)}</feed>`;

export const blogger: Export = {
  maker: 'Blogger',
  files: { 'blog-05-06-2010.xml': text },
  addresses: [
    ['/2008/05/rye.html', 'Crumbs of rye.'],
    ['/2008/05/typed-crumbs_02.html', 'typed.'],
    ['/p/whose.html', 'Whose crumbs.'],
  ],
  comments: [
    ['A <strong>crumb</strong> of Tom.', 'Crumbs of rye.'],
    ['Crumbs back.', 'Crumbs of rye.'],
  ],
  footnotes: [
    ['Crumbs of rye.', 'Sown in <em>crumbs</em>.'],
    ['Crumbs', 'By hand, in crumbs.'],
  ],
  feedIds: [`${blog}.post-1`, `${blog}.post-2`],
  secrets: ['Canary', 'secret.example'],
};
