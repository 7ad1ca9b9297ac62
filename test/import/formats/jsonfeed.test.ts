import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../load/temporary.ts';
import { imported } from '../imported.ts';
import { zipOf } from '../zip.ts';

const feed = (items: readonly object[], more: object = {}) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1',
    title: 'Micro notes',
    home_page_url: 'https://me.micro.blog/',
    feed_url: 'https://me.micro.blog/feed.json',
    author: { name: 'Ana Lima', url: 'https://ana.example' },
    ...more,
    items,
  });

const train = {
  id: 'http://me.micro.blog/2020/01/02/the-train.html',
  title: 'The train',
  url: 'https://me.micro.blog/2020/01/02/the-train.html',
  date_published: '2020-01-02T03:04:05+01:00',
  date_modified: '2020-02-03T04:05:06.000Z',
  tags: ['Trains', 'night'],
  content_html:
    '<p>It <em>left</em>. <a href="https://me.micro.blog/2020/01/03/short.html">More</a></p><p><img src="uploads/2020/train.png" alt="A train"></p>',
  content_text: 'It *left*.',
};

const short = {
  id: 7,
  url: 'https://me.micro.blog/2020/01/03/short.html',
  date_published: '2020-01-03T03:04:05+00:00',
  content_text: 'A *few* words. ![](https://me.micro.blog/uploads/2020/train.png)',
};

const article = `---
title: The train
date: 2020-01-02T03:04:05+01:00
updated: 2020-02-03T04:05:06Z
tags:
  - Trains
  - night
id: http://me.micro.blog/2020/01/02/the-train.html
aliases:
  - /2020/01/02/the-train.html
---

It *left*. [More](../../../notes/2020/short/index.md)

![A train](train.png)
`;

const note = `---
date: 2020-01-03T03:04:05+00:00
id: "7"
aliases:
  - /2020/01/03/short.html
---

A *few* words. ![](train.png)
`;

/** What the report says of entries, and of what did not come. */
const linesOf = ({ report }: Pick<Awaited<ReturnType<typeof imported>>, 'report'>) =>
  report.lines.filter(({ what, outcome }) => /article|note/.test(what) || outcome !== 'written');

describe('a Blog Archive of Micro.blog', () => {
  const files = {
    'feed.json': feed([train, short]),
    'index.html': '<p>All of it.</p>',
    'uploads/2020/train.png': 'train',
  };

  it.each(['a folder', 'a folder in a folder', 'an archive'])(
    'comes whole from %s',
    async (form) => {
      const top = form === 'a folder in a folder' ? 'me/' : '';
      const texts = Object.entries(files).map(([name, text]) => ({ name: top + name, text }));
      const path = join(await temporaryFolder(), 'me.bar');
      if (form === 'an archive') await writeFile(path, zipOf(texts));
      const { files: made, report } = await imported(
        form === 'an archive'
          ? { path }
          : Object.fromEntries(texts.map(({ name, text }) => [name, text])),
      );
      expect(made['articles/2020/the-train/index.md']).toBe(article);
      expect(made['notes/2020/short/index.md']).toBe(note);
      expect(made['notes/2020/short/train.png']).toBe('train');
      expect(made['site.yaml']).toContain('title: Micro notes\nurl: https://me.micro.blog\n');
      expect(linesOf({ report }).map(({ outcome }) => outcome)).toEqual(['written', 'written']);
    },
  );

  it('is not looked for where there are texts of which a feed was made', async () => {
    const { files: made } = await imported({ ...files, '2010-05-05-a.md': '# A\n\nWords.\n' });
    expect(Object.keys(made).filter((name) => name.endsWith('.md'))).toEqual([
      'articles/2010/a.md',
    ]);
  });
});

describe('a JSON Feed in a file', () => {
  const version = 'https://jsonfeed.org/version/1.1';
  const only = async (item: object, more: object = {}) => {
    const { files, report } = await imported({
      'old.json': feed([{ ...short, ...item }], { version, ...more }),
    });
    const [name = ''] = Object.keys(files).filter((one) => one.endsWith('.md'));
    return { text: files[name] ?? '', report };
  };

  it.each([
    ['plain words', { content_text: 'One * two\n\n<three>' }, 'One \\* two\n\n\\<three>\n'],
    [
      'what is attached',
      {
        content_text: 'Hear.',
        attachments: [
          { url: 'https://a.example/a.mp3', mime_type: 'audio/mpeg', title: 'The sea' },
        ],
      },
      'Hear.\n\n[The sea](https://a.example/a.mp3)\n',
    ],
    [
      'those who wrote together',
      { authors: [{ name: 'Ana Lima' }, { name: 'Tom Berg' }] },
      'tom-berg',
    ],
    ['a language', { language: 'pt' }, 'lang: pt\n'],
  ])('has %s', async (_, item, expected) => {
    expect((await only(item)).text).toContain(expected);
  });

  it('tells what it is about, what does not come, and where it goes on', async () => {
    const { report } = await only(
      { external_url: 'https://b.example/x' },
      { next_url: 'https://a.example/2.json' },
    );
    const told = linesOf({ report }).find(({ outcome }) => outcome === 'written');
    const rest = linesOf({ report }).find(({ outcome }) => outcome === 'left');
    expect(told?.notes.map(({ what }) => what)).toContain('address that it is about');
    expect(rest).toMatchObject({
      outcome: 'left',
      where: 'old.json',
      why: expect.stringContaining('https://a.example/2.json'),
    });
  });

  it('gives what is whole of one that was cut off', async () => {
    const text = feed([train, short]);
    const { below, report } = await imported({
      'feed.json': text.slice(0, text.indexOf('A *few*')),
    });
    expect(below('articles/')).toHaveLength(1);
    expect(linesOf({ report }).map(({ outcome }) => outcome)).toEqual(['failed', 'written']);
  });

  it('is no file that only has another version', async () => {
    await expect(imported({ 'a.json': '{"version":"2","items":[]}' })).rejects.toThrow(
      /was not recognised/,
    );
  });
});

describe('an archive of Micro.blog without its feed', () => {
  const page = `<!DOCTYPE html><html lang="pt"><head><title>x</title></head><body class="h-feed">
<h1 class="p-name">Micro notes</h1><a class="p-author h-card" href="https://ana.example">Ana Lima</a>
<article class="h-entry"><h2 class="p-name">The train</h2><a class="u-url u-uid" href="https://me.micro.blog/2020/01/02/the-train.html"><time class="dt-published" datetime="2020-01-02T03:04:05+01:00">then</time></a>
<a class="p-category" href="/trains">Trains</a><div class="e-content"><p>It <em>left</em>. <img src="uploads/2020/train.png" alt="A train"></p><blockquote class="h-entry"><p class="p-name">Not one</p></blockquote></div></article>
<div class="h-entry"><p class="e-content p-name">A <b>few</b> words.</p><a class="u-in-reply-to" href="https://bo.example/1"></a><a class="u-url" href="https://me.micro.blog/2020/01/03/short.html"><time class="dt-published" datetime="2020-01-03 03:04:05 +0000"></time></a></div>
</body></html>`;

  it('brings the entries of its page', async () => {
    const { files } = await imported({ 'index.html': page, 'uploads/2020/train.png': 'png' });
    expect(files['articles/2020/the-train/index.md']).toBe(`---
title: The train
date: 2020-01-02T03:04:05+01:00
tags:
  - Trains
id: https://me.micro.blog/2020/01/02/the-train.html
aliases:
  - /2020/01/02/the-train.html
---

It *left*. ![A train](train.png)

> Not one
`);
    expect(files['notes/2020/short.md']).toBe(`---
date: 2020-01-03T03:04:05+00:00
id: https://me.micro.blog/2020/01/03/short.html
inReplyTo: https://bo.example/1
aliases:
  - /2020/01/03/short.html
---

A **few** words.
`);
    expect(files['site.yaml']).toBe(
      'title: Micro notes\nurl: https://me.micro.blog\nlanguage: pt\nauthor: ana-lima\n',
    );
  });

  it('a page with uploads and no entries is none', async () => {
    const files = { 'index.html': '<p class="entry">x</p>', 'uploads/x.png': 'png' };
    await expect(imported(files)).rejects.toThrow(/was not recognised/);
  });
});
