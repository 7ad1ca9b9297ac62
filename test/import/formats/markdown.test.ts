import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../load/temporary.ts';
import { imported } from '../imported.ts';
import { commitAll } from '../repository.ts';

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

describe('a folder of Markdown files', () => {
  it('has links and pictures that Pelican marks as its own', async () => {
    const { files } = await imported({
      'content/first.md':
        'Title: First\nDate: 2010-05-05\n\n[b]({filename}second.md) [c](|filename|/second.md) ![d]({static}/images/a.gif) `{filename}`\n',
      'content/second.md': 'Title: Second\nDate: 2010-05-06\n\nWords.\n',
      'content/images/a.gif': pixel,
    });
    expect(files['articles/2010/first/index.md']).toContain(
      '[b](../second.md) [c](../second.md) ![d](a.gif) `{filename}`\n',
    );
  });

  it('has titles from headings and names, dates from names and folders, tags from folders', async () => {
    const { files } = await imported({
      'git/2010-05-05-rebase.md': '# Rebase `onto`\n\nWords. [Next](../vim/quit.md)\n',
      'vim/quit.md': '---\ntitle: Quit\ndate: May 6, 2010\n---\n# Quit\n\nStay.\n',
      'posts/2011/02/03/My trip.md': 'No heading.\n',
      'posts/2011-02-04.md': 'No name either.\n',
      'drafts/soon.md': '---\ntitle: Soon\ndate: 2012-01-01\n---\nNot yet.\n',
      'README.md': '# Notes\n',
    });
    expect(files['articles/2010/rebase.md']).toBe(
      '---\ntitle: Rebase onto\ndate: 2010-05-05\ntags:\n  - git\n---\n\nWords. [Next](quit.md)\n',
    );
    expect(files['articles/2010/quit.md']).toBe(
      '---\ntitle: Quit\ndate: 2010-05-06\ntags:\n  - vim\n---\n\nStay.\n',
    );
    expect(files['articles/2011/my-trip.md']).toContain('title: My trip\ndate: 2011-02-03\n');
    expect(files['notes/2011/2011-02-04.md']).toBe(
      '---\ndate: 2011-02-04\n---\n\nNo name either.\n',
    );
    expect(files['articles/2012/soon.md']).toContain('draft: true');
    expect(Object.keys(files).filter((name) => name.endsWith('.md'))).toHaveLength(5);
  });

  it('is dated by git where nothing else says when', async () => {
    const folder = await temporaryFolder({ 'a/train.md': '# Train\n\nWords.\n' });
    commitAll(folder, '2015-03-04T05:06:07+02:00');
    const { files } = await imported({ path: join(folder) });
    expect(files['articles/2015/train.md']).toContain('date: 2015-03-04T05:06:07+02:00\n');
  });

  it.each([
    ['20150607-compact.md', 'articles/2015/compact.md', 'title: Compact\ndate: 2015-06-07\n'],
    ['zettel/201506071530 Slip.md', 'articles/2015/slip.md', 'title: Slip\ndate: 2015-06-07\n'],
    ['20151340-parts.md', 'articles/2010/20151340-parts.md', 'title: 20151340 parts\n'],
  ])('is dated by its name where that is %s', async (name, file, matter) => {
    const own = name.startsWith('20151340') ? '---\ndate: 2010-01-01\n---\n' : '';
    const { files } = await imported({ [name]: `${own}Words.\n` });
    expect(files[file]).toContain(matter);
  });

  it.each([
    ['%e6%97%a5%e6%9c%ac', '日本'],
    ['caf%C3%A9', 'café'],
    ['50%-off', '50-off'],
  ])('has a name of the letters that the slug %s stands for', async (slug, name) => {
    const matter = `---\ntitle: A\ndate: 2010-01-01\nslug: "${slug}"\n---\n`;
    const { files } = await imported({ 'a.md': `${matter}Words.\n` });
    expect(Object.keys(files)).toContain(`articles/2010/${name}.md`);
  });

  it.each(['eleventy.config.js', '.eleventy.js'])(
    'keeps the addresses that Eleventy made of the places of files, by its settings in %s',
    async (settings) => {
      const words = '---\ntitle: A\ndate: 2010-01-01\n---\nWords.\n';
      const { files } = await imported({
        [settings]: 'export default () => ({ dir: { input: "./src", output: "_site" } });\n',
        'src/blog/2010-01-01-fog.md': words,
        'src/blog/rain/index.md': `${words}[Fog](/blog/fog/)\n`,
        'src/own/own.json': '{"permalink":"/o/{{ page.fileSlug }}/"}',
        'src/own/hail.md': words,
        'src/blog/snow.md': words.replace('title', 'permalink: /snow.html\ntitle'),
      });
      expect(files['articles/2010/fog.md']).toContain('aliases:\n  - /blog/fog/\n');
      expect(files['articles/2010/rain.md']).toContain('aliases:\n  - /blog/rain/\n');
      expect(files['articles/2010/rain.md']).toContain('[Fog](fog.md)');
      expect(files['articles/2010/hail.md']).not.toContain('aliases');
      expect(files['articles/2010/snow.md']).toContain('aliases:\n  - /snow.html\n---');
    },
  );

  it.each([
    ['about.md', '---\ntitle: About\nlayout: page.njk\n---\n', 'pages/about.md'],
    ['site/about.md', '---\nlayout: page\ntags: nav\n---\n', 'pages/about.md'],
    ['about.md', '---\ntitle: About\ntags: [posts]\n---\n', 'articles/2026/about.md'],
    ['about.md', '---\ntitle: About\ndate: 2010-01-01\n---\n', 'articles/2010/about.md'],
    ['2010-01-01-about.md', '', 'articles/2010/about.md'],
    ['blog/about.md', '', 'articles/2026/about.md'],
  ])(
    'knows the pages at the top of Eleventy by having no date: %s %j',
    async (name, head, file) => {
      const root = name.startsWith('site/') ? 'site/' : '';
      const folder = await temporaryFolder({
        [`${root}eleventy.config.js`]: 'export default () => {};\n',
        [`${root}index.md`]: '# Home\n',
        [name]: `${head}Who.\n`,
      });
      const day = new Date('2026-11-20T12:00:00Z');
      await utimes(join(folder, name), day, day);
      const { files } = await imported({ path: folder });
      expect(Object.keys(files).filter((one) => one.endsWith('.md'))).toEqual([file]);
    },
  );

  it('finds the pictures of Micro.blog and the links of Eleventy', async () => {
    const { files } = await imported({
      'posts/a.md':
        '---\ntitle: A\ndate: 2010-01-01\n---\n![B](https://me.micro.blog/uploads/2010/b.png) [fog]({{ "/fog/" | url }})\n',
      'posts/fog.md': '---\ntitle: Fog\ndate: 2010-01-02\npermalink: /fog/\n---\nFog.\n',
      'uploads/2010/b.png': 'png',
    });
    expect(files['articles/2010/a/index.md']).toContain('![B](b.png) [fog](../fog.md)');
  });

  it('keeps what Bear and Micro.blog say', async () => {
    const { files, report } = await imported({
      'Trains.textbundle/text.md':
        '# Trains\n#travel/rail #night trains#\n\nWords. ![A train](assets/a%20b.png)\n',
      'Trains.textbundle/info.json':
        '{"net.shinyfrog.bear":{"creationDate":"2016-01-02T03:04:05Z","trashed":0}}',
      'Trains.textbundle/assets/a b.png': 'png',
      'Gone.textbundle/text.md': '# Gone\n',
      'Gone.textbundle/info.json': '{"net.shinyfrog.bear":{"trashed":1}}',
      '2020/01/02/short.md':
        '---\ntitle: ""\ndate: 2020-01-02 03:04:05 +0000\nurl: /2020/01/02/short.html\n---\nA few words.\n',
    });
    expect(files['articles/2016/trains/index.md']).toBe(`---
title: Trains
date: 2016-01-02T03:04:05Z
tags:
  - travel/rail
  - night trains
---

Words. ![A train](a-b.png)
`);
    expect(files['notes/2020/short.md']).toContain('aliases:\n  - /2020/01/02/short.html\n');
    expect(report.lines.filter(({ outcome }) => outcome === 'left')).toMatchObject([
      { where: 'Gone.textbundle/text.md' },
    ]);
  });

  it.each([
    ['It left.[1]\n\n[1] I was there.\n', 'It left.[^1]\n\n[^1]: I was there.\n'],
    ['It left [1].\n\n[1]: https://a.example\n', 'It left [1].\n\n[1]: https://a.example\n'],
    [
      'See `a[1]` and [1](b.html).\n\n[1] Unused.\n',
      'See `a[1]` and [1](b.html).\n\n[1] Unused.\n',
    ],
    [
      '```\n[1] x\n```\n\nOne [1] and [1].\n\n[1] Two.\n',
      '```\n[1] x\n```\n\nOne[^1] and[^1].\n\n[^1]: Two.\n',
    ],
  ])('has notes that were typed by hand: %j', async (body, expected) => {
    const { files } = await imported({ '2010-05-05-a.md': `---\ntitle: A\n---\n${body}` });
    expect(files['articles/2010/a.md'] ?? files['articles/2010/a/index.md']).toBe(
      `---\ntitle: A\ndate: 2010-05-05\n---\n\n${expected}`,
    );
  });
});
