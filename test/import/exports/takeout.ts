import { escaped } from './blogger.ts';
import { type Export, pixel } from './export.ts';

const feed = (blog: string, entries: string) =>
  `<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<id>${blog}</id><title>Embers</title>${entries}</feed>\n`;

const grains = 'tag:blogger.com,1999:blog-8';

const old = (id: string, kind: string, html: string, more: string) =>
  `<entry><id>${grains}.post-${id}</id><published>2009-07-08T09:10:11.000Z</published>
<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${kind}'/>
<title type='text'>Grain ${id}</title><content type='html'>${escaped(html)}</content>${more}</entry>\n`;

const embers = 'tag:blogger.com,1999:blog-9';

const recent = (id: string, type: string, html: string, more: string) =>
  `<entry><id>${embers}.post-${id}</id><blogger:type>${type}</blogger:type><published>2019-07-08T09:10:11Z</published>
<author><name>Ana Lima</name></author><title>Ember ${id}</title><content type='html'>${escaped(html)}</content>${more}</entry>\n`;

/** Blogger as Google Takeout gives it: at first the feed of its own export in a folder, then one of another make. */
export const takeout: readonly Export[] = [
  {
    maker: 'Blogger, in Takeout of old',
    archive: 'takeout-20170809T101112Z-001.zip',
    files: {
      'Takeout/Blogger/Blogs/Grains/feed.atom': feed(
        grains,
        old(
          '1',
          'post',
          '<img src="https://1.bp.blogspot.com/-a/s640/grain.png" alt="A grain"><p>A grain of oats.<a href="#g1" id="gr1"><sup>1</sup></a></p><p id="g1">1. A <i>hulled</i> grain. <a href="#gr1">↩</a></p>',
          `<link rel='alternate' type='text/html' href='http://grains.blogspot.com/2009/07/oats.html'/>`,
        ) +
          old(
            '2',
            'comment',
            'A <b>grain</b> of doubt.',
            `<thr:in-reply-to ref='${grains}.post-1'/><author><name>Tom</name><email>tom@secret.example</email></author>`,
          ),
      ),
      'Takeout/Blogger/Albums/Grains/grain.png': pixel,
    },
    addresses: [['/2009/07/oats.html', 'A grain of oats.']],
    comments: [['A <strong>grain</strong> of doubt.', 'A grain of oats.']],
    footnotes: [['A grain of oats.', 'A <em>hulled</em> grain.']],
    pictures: ['A grain'],
    feedIds: [`${grains}.post-1`],
    secrets: ['secret.example'],
  },
  {
    maker: 'Blogger, in Takeout of today',
    files: {
      'Takeout/Blogger/Blogs/Embers/feed.atom': feed(
        embers,
        recent(
          '1',
          'POST',
          '<p>Embers glow.[1]</p><p>[1] In an <i>old</i> stove.</p>',
          '<blogger:status>LIVE</blogger:status><blogger:filename>/2019/07/embers.html</blogger:filename>',
        ) +
          recent(
            '2',
            'COMMENT',
            'The <b>ember</b> of Eva.',
            `<blogger:status>LIVE</blogger:status><blogger:parent>${embers}.post-1</blogger:parent>`,
          ) +
          recent(
            '3',
            'COMMENT',
            'Canary ember',
            `<blogger:status>SPAM</blogger:status><blogger:parent>${embers}.post-1</blogger:parent>`,
          ) +
          recent(
            '4',
            'POST',
            'Canary ember',
            '<blogger:status>DRAFT</blogger:status><blogger:filename/>',
          ) +
          recent(
            '5',
            'PAGE',
            'Whose embers.',
            '<blogger:status>LIVE</blogger:status><blogger:filename>/p/embers.html</blogger:filename>',
          ),
      ),
      'Takeout/Blogger/Blogs/Embers/settings.csv': 'blog_name,blog_subdomain\nEmbers,embers\n',
    },
    addresses: [
      ['/2019/07/embers.html', 'Embers glow.'],
      ['/p/embers.html', 'Whose embers.'],
    ],
    comments: [['The <strong>ember</strong> of Eva.', 'Embers glow.']],
    footnotes: [['Embers glow.', 'In an <em>old</em> stove.']],
    feedIds: [`${embers}.post-1`],
    secrets: ['Canary'],
  },
];
