import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadFolder, told } from '../load/content.ts';
import { imported } from './imported.ts';

const wordpress = (site: string) => `<?xml version="1.0"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>A</title><link>${site}</link>
<wp:category><wp:category_nicename>green</wp:category_nicename><wp:category_parent>drinks</wp:category_parent><wp:cat_name>Green tea</wp:cat_name></wp:category>
<wp:category><wp:category_nicename>drinks</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>Drinks</wp:cat_name></wp:category>
<wp:category><wp:category_nicename>none</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>None</wp:cat_name></wp:category>
<item><title>B</title><link>${site}/b/</link><content:encoded>Tea.</content:encoded><wp:post_id>1</wp:post_id><wp:post_name>b</wp:post_name><wp:post_date>2010-05-05 12:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category">Cups</category><category domain="category" nicename="green">Green tea</category><category domain="post_tag" nicename="%d1%87%d0%b0%d0%b9">Чай</category></item>
</channel></rss>`;

const ofWordpress = {
  '/feed/': '/feed.xml',
  '/feed/rss/': '/feed.xml',
  '/feed/rss2/': '/feed.xml',
  '/feed/atom/': '/atom.xml',
  '/wp-rss2.php': '/feed.xml',
  '/wp-atom.php': '/atom.xml',
  '/category/drinks/green/': '/tags/green-tea/',
  '/category/drinks/green/feed/': '/tags/green-tea/feed.xml',
  '/tag/чай/': '/tags/чай/',
  '/tag/чай/feed/': '/tags/чай/feed.xml',
};

const blogger = `<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-7.archive</id><title>A</title>
<link rel='alternate' type='text/html' href='http://a.example/'/>
<entry><id>tag:blogger.com,1999:blog-7.post-1</id><published>2008-05-06T07:08:09Z</published>
<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/><category scheme='http://www.blogger.com/atom/ns#' term='Green Tea'/>
<title>B</title><content type='html'>Tea.</content><link rel='alternate' type='text/html' href='http://a.example/2008/05/b.html'/></entry></feed>`;

const ghost = JSON.stringify({
  db: [
    {
      data: {
        posts: [
          { id: 'p', slug: 'b', title: 'B', html: 'Tea', status: 'published', type: 'post' },
        ].map((post) => ({ ...post, published_at: '2019-05-06T07:08:09.000Z' })),
        tags: [{ id: 't', name: 'Tea', slug: 'green' }],
        posts_tags: [{ post_id: 'p', tag_id: 't', sort_order: 0 }],
      },
    },
  ],
});

const post = (matter = '') =>
  `---\ntitle: B\ndate: 2010-05-05\ntags: [Green Tea]\n${matter}---\nTea.\n`;

it.each<[string, Record<string, string>, Record<string, string> | undefined]>([
  ['WordPress', { 'a.xml': wordpress('https://a.example') }, ofWordpress],
  [
    'WordPress in a folder of its host',
    { 'a.xml': wordpress('https://a.example/blog') },
    ofWordpress,
  ],
  [
    'Blogger',
    { 'a.xml': blogger },
    {
      '/feeds/posts/default/': '/atom.xml',
      '/feeds/posts/summary/': '/atom.xml',
      '/rss.xml': '/feed.xml',
      '/search/label/Green%20Tea/': '/tags/green-tea/',
      '/feeds/posts/default/-/Green%20Tea/': '/tags/green-tea/atom.xml',
    },
  ],
  [
    'Ghost',
    { 'a.json': ghost },
    { '/rss/': '/feed.xml', '/tag/green/': '/tags/tea/', '/tag/green/rss/': '/tags/tea/feed.xml' },
  ],
  [
    'Hugo',
    { 'hugo.toml': 'baseURL = "https://a.example/"\n', 'content/posts/b.md': post() },
    {
      '/index.xml': '/feed.xml',
      '/tags/green-tea/index.xml': '/tags/green-tea/feed.xml',
      '/categories/green-tea/': '/tags/green-tea/',
      '/categories/green-tea/index.xml': '/tags/green-tea/feed.xml',
      '/posts/index.xml': '/feed.xml',
    },
  ],
  [
    'Hugo with a feed of another name',
    {
      'hugo.yaml': 'outputFormats:\n  RSS:\n    baseName: feed\n',
      'content/b.md': post().replace('tags: [Green Tea]\n', ''),
    },
    undefined,
  ],
  [
    'Octopress',
    {
      '_config.yml': 'url: https://a.example\ncategory_dir: blog/categories\n',
      'source/_posts/2010-05-05-b.md': post(),
    },
    {
      '/blog/categories/green-tea/': '/tags/green-tea/',
      '/blog/categories/green-tea/atom.xml': '/tags/green-tea/atom.xml',
    },
  ],
  [
    'Hexo',
    {
      '_config.yml': 'url: https://a.example\ntag_dir: tags\ncategory_dir: categories\n',
      'source/_posts/b.md': post(),
    },
    { '/categories/Green-Tea/': '/tags/green-tea/' },
  ],
  [
    'Jekyll with archives',
    {
      '_config.yml':
        'url: https://a.example\njekyll-archives:\n  enabled: all\n  permalinks:\n    tag: /t/:name/\n',
      '_posts/2010-05-05-b.md': post(),
    },
    { '/t/green-tea/': '/tags/green-tea/' },
  ],
  [
    'Jekyll',
    {
      '_config.yml': 'url: https://a.example\nfeed:\n  path: /blog/feed.xml\n',
      '_posts/2010-05-05-b.md': post(),
      'rss.xml': '---\nlayout: none\n---\n<?xml version="1.0"?>\n<rss version="2.0"></rss>\n',
      'feed/index.html':
        '---\npermalink: /feed/\n---\n<feed xmlns="http://www.w3.org/2005/Atom"/>\n',
      'atom.xml': '---\n---\n<feed xmlns="http://www.w3.org/2005/Atom"/>\n',
      'sitemap.xml': '---\n---\n<urlset/>\n',
      'tags.xml': '---\npermalink: /{{ tag }}.xml\n---\n<urlset/>\n',
    },
    { '/blog/feed.xml': '/feed.xml', '/feed/': '/atom.xml', '/rss.xml': '/feed.xml' },
  ],
  ['Jekyll without a feed of its own', { '_posts/2010-05-05-b.md': post() }, undefined],
  [
    'Eleventy',
    {
      'eleventy.config.js': 'export default () => ({ dir: { input: "src" } });',
      'src/posts/b.md': post(),
      'src/feed.njk':
        '---\npermalink: /blog/index.xml\n---\n<feed xmlns="http://www.w3.org/2005/Atom"/>\n',
    },
    { '/blog/index.xml': '/atom.xml' },
  ],
  [
    'a JSON Feed',
    {
      'feed.json': JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        home_page_url: 'https://a.example/',
        feed_url: 'https://a.example/feeds/all.json',
        items: [
          {
            id: '1',
            url: 'https://a.example/b/',
            title: 'B',
            content_html: 'Tea',
            date_published: '2010-05-05T00:00:00Z',
          },
        ],
      }),
    },
    { '/feeds/all.json': '/feed.json' },
  ],
])('feeds and lists of %s are named with what is in their place', async (_, files, expected) => {
  const { root, files: written } = await imported(files);
  const text = written['redirects.yaml'];
  expect(text === undefined ? undefined : parse(text)).toEqual(expected);
  expect(told(await loadFolder(root)).filter((line) => line.includes('redirects.yaml'))).toEqual(
    [],
  );
});

it('the redirects of a journal that has some stay as they are', async () => {
  const own = '/old/: /feed.xml\n';
  const there = {
    'content/site.yaml': 'title: A\nurl: https://a.example\n',
    'content/redirects.yaml': own,
  };
  const { files, report } = await imported({ 'a.xml': wordpress('https://a.example') }, {}, there);
  expect(files['redirects.yaml']).toBe(own);
  expect(report.lines.find(({ what }) => what === 'old addresses of feeds')?.why).toBe(
    'redirects.yaml is there, and lacks "/feed/: /feed.xml", "/feed/rss/: /feed.xml", "/feed/rss2/: /feed.xml", "/feed/atom/: /atom.xml", "/wp-rss2.php: /feed.xml", and 5 more: add those that you want',
  );
});
