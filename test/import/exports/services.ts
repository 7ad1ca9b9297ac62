import { type Export, pixel } from './export.ts';

const ghostPost = (slug: string, html: string, more: object) => ({
  id: `ghost-${slug}`,
  uuid: `uuid-${slug}`,
  slug,
  title: slug,
  html,
  status: 'published',
  visibility: 'public',
  type: 'post',
  published_at: '2019-05-06T07:08:09.000Z',
  ...more,
});

const ghostPosts = [
  ghostPost(
    'sheet',
    '<p>A white ghost.<sup><a href="#fn1" id="fnref1">1</a></sup></p><hr><section class="footnotes"><ol><li id="fn1"><p>A <em>linen</em> ghost.<a href="#fnref1">↩︎</a></p></li></ol></section>',
    {},
  ),
  ghostPost('paid', '<p>Canary ghost.</p>', { visibility: 'paid' }),
  ghostPost('who-haunts', '<p>Who haunts.</p>', { type: 'page' }),
];

const mediumStory = (title: string, id: string, body: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><article class="h-entry">
<header><h1 class="p-name">${title}</h1></header><section data-field="body" class="e-content"><div class="section-inner">
<h3 class="graf graf--h3 graf--title">${title}</h3>${body}</div></section>
<footer><p>By <a href="https://medium.com/@ana" class="p-author h-card">Ana Lima</a> on <a href="https://medium.com/p/${id}"><time class="dt-published" datetime="2016-03-04T07:08:09.123Z">March 4</time></a>.</p>
<p><a href="https://essays.example/${title.toLowerCase()}-${id}" class="p-canonical">Canonical link</a></p></footer></article></body></html>`;

/** Ghost, Medium, Substack, Telegram: what services give. */
export const services: readonly Export[] = [
  {
    maker: 'Ghost',
    files: {
      'haunted.ghost.json': JSON.stringify({
        db: [{ meta: { version: '5.0' }, data: { posts: ghostPosts, users: [], settings: [] } }],
      }),
    },
    addresses: [
      ['/sheet/', 'A white ghost.'],
      ['/who-haunts/', 'Who haunts.'],
    ],
    footnotes: [['A white ghost.', 'A <em>linen</em> ghost.']],
    feedIds: ['ghost-sheet'],
    secrets: ['Canary'],
  },
  {
    maker: 'Medium',
    files: {
      'posts/2016-03-04_Median-0123456789ab.html': mediumStory(
        'Median',
        '0123456789ab',
        '<p class="graf graf--p">Half of the median¹ is below.</p><p class="graf graf--p">¹ Or <em>above</em> the median.</p>',
      ),
      'posts/draft_Mode-222222222222.html': mediumStory(
        'Mode',
        '222222222222',
        '<p class="graf graf--p">Canary mode.</p>',
      ).replace(/<p>By .*\n.*<\/p>(?=<\/footer>)/, ''),
    },
    addresses: [['/median-0123456789ab', 'Half of the median']],
    footnotes: [['Half of the median', 'Or <em>above</em> the median.']],
    feedIds: ['https://medium.com/p/0123456789ab'],
    secrets: ['Canary'],
  },
  {
    maker: 'Medium, in an archive',
    archive: 'medium-export-1234567890.zip',
    files: {
      'README.html': '<!DOCTYPE html><title>Medium archive</title><h1>Your archive</h1>',
      'posts/2017-03-04_Quartile-333333333333.html': mediumStory(
        'Quartile',
        '333333333333',
        '<p class="graf graf--p">A quarter of all.<sup>[1]</sup> See <a href="https://essays.example/mean-444444444444">the mean</a>.</p><pre class="graf graf--pre">q1 &lt; q2</pre><p class="graf graf--p">[1] The <em>lower</em> quarter.</p>',
      ),
      'posts/2017-03-05_Mean-444444444444.html': mediumStory(
        'Mean',
        '444444444444',
        '<p class="graf graf--p">What the mean hides.</p>',
      ),
    },
    addresses: [
      ['/quartile-333333333333', 'A quarter of all.'],
      ['/mean-444444444444', 'What the mean hides.'],
    ],
    footnotes: [['A quarter of all.', 'The <em>lower</em> quarter.']],
    links: [['the mean', 'What the mean hides.']],
    shown: ['q1 &lt; q2'],
    feedIds: ['https://medium.com/p/333333333333', 'https://medium.com/p/444444444444'],
  },
  {
    maker: 'Substack',
    files: {
      'posts.csv':
        'post_id,post_date,is_published,type,audience,title,subtitle\n101.stack,2021-02-03T04:05:06.000Z,true,newsletter,everyone,Stack,\n102.heap,2021-02-04T04:05:06.000Z,true,newsletter,only_paid,Heap,\n',
      'posts/101.stack.html':
        '<p>A stack of hay.<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a> Still a <a href="https://stack.example/p/stack">stack</a>.</p><div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>A <em>dry</em> stack.</p></div></div>',
      'posts/102.heap.html': '<p>Canary heap.</p>',
    },
    addresses: [['/p/stack', 'A stack of hay.']],
    footnotes: [['A stack of hay.', 'A <em>dry</em> stack.']],
    feedIds: ['https://stack.example/p/stack'],
    secrets: ['Canary'],
  },
  {
    maker: 'Substack, in an archive',
    archive: 'substack.zip',
    files: {
      'posts.csv':
        'post_id,post_date,is_published,type,audience,title,subtitle\n201.queue,2022-02-03T04:05:06.000Z,true,newsletter,everyone,Queue,\n202.tail,2022-02-04T04:05:06.000Z,true,newsletter,everyone,Tail,\n203.,2022-02-05T04:05:06.000Z,false,newsletter,everyone,Soon,\n',
      'posts/201.queue.html':
        '<p>First in the queue.<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a> Then <a href="https://queue.example/p/tail">the tail</a>.</p><div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>A <em>long</em> queue.</p></div></div>',
      'posts/202.tail.html': '<p>Last in the <a href="https://queue.example/p/queue">line</a>.</p>',
      'posts/203.html': '<p>Canary queue.</p>',
    },
    addresses: [
      ['/p/queue', 'First in the queue.'],
      ['/p/tail', 'Last in the'],
    ],
    footnotes: [['First in the queue.', 'A <em>long</em> queue.']],
    links: [['the tail', 'Last in the']],
    feedIds: ['https://queue.example/p/queue', 'https://queue.example/p/tail'],
    secrets: ['Canary'],
  },
  {
    maker: 'Micro.blog, in an archive',
    archive: 'archive.bar',
    files: {
      'feed.json': JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Archive',
        home_page_url: 'https://bars.example/',
        items: [
          {
            id: 'http://bars.example/2018/01/02/gold.html',
            url: 'https://bars.example/2018/01/02/gold.html',
            title: 'Gold',
            date_published: '2018-01-02T03:04:05+00:00',
            content_html:
              '<p>A bar of gold.<sup id="fnref:1"><a href="#fn:1">1</a></sup> <img src="uploads/2018/bar.png" alt="A bar"></p><div class="footnotes"><ol><li id="fn:1"><p>Of <em>fine</em> gold.</p></li></ol></div>',
          },
          {
            id: 'http://bars.example/2018/01/03/iron.html',
            url: 'https://bars.example/2018/01/03/iron.html',
            date_published: '2018-01-03T03:04:05+00:00',
            content_text: 'A bar of iron.',
          },
        ],
      }),
      'uploads/2018/bar.png': pixel,
    },
    addresses: [
      ['/2018/01/02/gold.html', 'A bar of gold.'],
      ['/2018/01/03/iron.html', 'A bar of iron.'],
    ],
    footnotes: [['A bar of gold.', 'Of <em>fine</em> gold.']],
    pictures: ['A bar'],
    feedIds: [
      'http://bars.example/2018/01/02/gold.html',
      'http://bars.example/2018/01/03/iron.html',
    ],
  },
  {
    maker: 'Telegram',
    files: {
      'result.json': JSON.stringify({
        name: 'Wire',
        type: 'public_channel',
        id: 1234567890,
        messages: [
          { id: 1, type: 'service', action: 'create_channel', text: '' },
          {
            id: 2,
            type: 'message',
            date: '2024-03-04T05:06:07',
            date_unixtime: '1709525167',
            from_id: 'channel1234567890',
            text: 'Over the wire.',
          },
        ],
      }),
    },
    addresses: [['/notes/2024-03-04-040607/', 'Over the wire.']],
    shown: ['href="https://t.me/c/1234567890/2"'],
  },
  {
    maker: 'Telegram, of a chat',
    files: {
      'result.json': JSON.stringify({
        name: 'Bakers',
        type: 'private_group',
        id: 99,
        messages: [
          {
            id: 2,
            type: 'message',
            date: '2024-03-05T05:06:07',
            date_unixtime: '1709611567',
            from: 'Ana',
            from_id: 'user1',
            text: 'Canary chat',
          },
        ],
      }),
    },
    addresses: [],
    secrets: ['Canary chat'],
  },
];
