import { describe, expect, it } from 'vitest';
import { pixel } from '../exports/export.ts';
import { imported } from '../imported.ts';

describe('a folder of Pelican', () => {
  const site = {
    'pelicanconf.py': `# of old\nSITENAME = u"Tea & 'trains'"\nSITEURL = ''\nAUTHOR = 'Bo (B.) Li'  # me\nTIMEZONE = 'Asia/Tokyo'\nDEFAULT_LANG = 'ja'
ARTICLE_URL = '{date:%Y}/{date:%-m}/{category}-{slug}.html'\nMENUITEMS = (('Us', '/pages/us.html'), ('Far', 'https://far.example'),)\nFEED_ALL_ATOM = None\n`,
    'publishconf.py':
      "from pelicanconf import *\nSITEURL = 'https://old.example/b'\nFEED_ALL_ATOM = 'feeds/all.xml'\n",
    'content/First Train.md': `Title: A first train, in May
Date: 2010-05-05 00:30
Category: Slow Trains
Status: published

![A cup]({static}/img/cup.png) [us](|filename|/pages/us.md#we) [rice]({filename}sub/rice.rst) [slow]({category}slow-trains)
`,
    'content/sub/rice.rst':
      'Rice\n####\n\n:date: 2010-06-01 10:00\n:tags: rice, water\n:slug: boil\n\nBoil ``it``.\n',
    'content/page.html':
      '<html><head><title>Old &amp; HTML</title><meta name="date" content="2009-01-02"></head><body><p>By <b>hand</b>.</p></body></html>',
    'content/google7.html': '<html><body>google-site-verification</body></html>',
    'content/how.md':
      'Title: How\nDate: 2012-01-01\n\n`{filename}/a.md` [rice]({filename}sub/rice.rst)\n\n    [a]({filename}/a.md)\n',
    'plugins/how.md': 'Title: Plug\nDate: 2013-01-01\n\nIn.\n',
    'content/ночь.md': 'Title: Ночь\nDate: 2011-01-01\nStatus: hidden\n\nТихо.\n',
    'content/pages/us.md': 'Title: Us\n\nWe.\n',
    'content/img/cup.png': pixel,
  };

  it('comes with its settings, the clock of its zone, and the addresses that its patterns made', async () => {
    const { files, line } = await imported(site);
    expect(files['site.yaml']).toBe(
      "title: Tea & 'trains'\nurl: https://old.example/b\nlanguage: ja\ntimeZone: Asia/Tokyo\nauthor: bo-b-li\nnav:\n  - label: Us\n    path: /us/\n  - label: Far\n    path: https://far.example\n",
    );
    expect(files['articles/2010/a-first-train-in-may/index.md']).toBe(`---
title: A first train, in May
date: 2010-05-05T00:30:00+09:00
tags:
  - Slow Trains
aliases:
  - /2010/5/slow-trains-a-first-train-in-may.html
---

![A cup](cup.png) [us](../../../pages/us.md#we) [[articles/2010/boil|rice]] [slow](/tags/slow-trains/)
`);
    expect(files['articles/2010/boil.md']).toContain(
      'date: 2010-06-01T10:00:00+09:00\ntags:\n  - rice\n  - water\ndraft: true\naliases:\n  - /2010/6/sub-boil.html\n---\n\n```rst\nBoil ``it``.\n```\n',
    );
    expect(files['articles/2012/how.md']).toMatch(
      /\n\n`\{filename\}\/a\.md` \[\[[^\]]+\]\]\n\n {4}\[a\]\(\{filename\}\/a\.md\)\n$/,
    );
    expect(files['articles/2013/how.md']).not.toContain('aliases');
    expect(files['articles/2009/old-html.md']).toContain('By **hand**.');
    expect(files['articles/2011/ночь.md']).toMatch(/draft: true\n---/);
    expect(files['pages/us.md']).toContain('aliases:\n  - /pages/us.html\n');
    expect(files['redirects.yaml']).toContain('/feeds/all.xml: /atom.xml\n');
    expect(files['redirects.yaml']).toContain('/tag/slow-trains.html: /tags/slow-trains/\n');
    expect(line('content/google7.html').outcome).toBe('left');
  });
});

it('keeps to itself what the settings of Pelican take for drafts', async () => {
  const { files } = await imported({
    'pelicanconf.py': "DEFAULT_METADATA = {\n    'status': 'draft',\n}\n",
    'content/a.md': 'Title: A\nDate: 2010-05-05\n\nWords.\n',
    'content/b.md': 'Title: B\nDate: 2010-05-05\nStatus: published\n\nWords.\n',
  });
  expect(files['articles/2010/a.md']).toContain('draft: true\n');
  expect(files['articles/2010/b.md']).not.toContain('draft');
});

it.each([
  ['output', ''],
  ['site', "OUTPUT_PATH = './site/'\n"],
])('takes nothing for a text that Pelican built in %s of its own folder', async (folder, more) => {
  const { files, report } = await imported({
    'pelicanconf.py': `SITENAME = 'T'\nPATH = '.'\n${more}`,
    'a.md': 'Title: A\nDate: 2010-05-05\n\nWords.\n',
    'b.html': '<html><head><title>B</title></head><body><p>Words.</p></body></html>',
    [`${folder}/a.html`]: '<html><head><title>A</title></head><body><p>Words.</p></body></html>',
  });
  expect(Object.keys(files).filter((one) => /^(?:articles|pages)\//.test(one))).toHaveLength(2);
  expect(report.lines.some(({ where }) => where.startsWith(folder))).toBe(false);
});

describe('a folder of Nikola', () => {
  const site = {
    'conf.py': `BLOG_TITLE = {DEFAULT_LANG: "Four bits"}\nBLOG_AUTHOR = "Jo"\nSITE_URL = "https://old.example/"\nDEFAULT_LANG = "en"\nTIMEZONE = "Australia/Hobart"
TRANSLATIONS = {DEFAULT_LANG: "", "es": "./es"}\nPOSTS = (("posts/*.md", "log", "post.tmpl"), ("posts/*.rst", "log", "post.tmpl"),)\nPAGES = (("stories/*.md", "", "page.tmpl"),)\nPRETTY_URLS = False\n`,
    'posts/a.md':
      '<!--\n.. title: A rule: one\n.. slug: rule-one\n.. date: 2015-06-01 22:11 UTC+10:00 \n.. tags: notes, mathjax\n.. category: rules\n.. link: \n.. description: What holds,\n   and what does not\n-->\n\nSee [two](link://slug/rule-two) and [us](link://filename/stories/us.md).\n',
    'posts/a.es.md':
      '<!--\n.. title: Una regla\n.. slug: rule-one\n.. date: 2015-06-01\n-->\nUna.\n',
    'posts/2012/two.md': 'Two.\n',
    'posts/2012/two.meta': 'A rule, two\nrule-two\n2012/03/30 23:00\nnotes, private\n',
    'listings/how.md': '.. title: How\n.. date: 2016-02-03\n.. tags: draft\n\nIn.\n',
    'posts/c.rst': '.. title: Three\n.. date: 2016-01-02 03:04:05 UTC\n\nThree *words*.\n',
    'stories/us.md': '.. title: Us\n.. slug: us\n\nWe.\n',
  };

  it('comes with what its comments and the files beside say, in its languages', async () => {
    const { files } = await imported(site);
    expect(files['site.yaml']).toContain(
      'title: Four bits\nurl: https://old.example\nlanguage: en\ntimeZone: Australia/Hobart\nauthor: jo\n',
    );
    const of = (title: string) =>
      Object.values(files).find((text) => text.startsWith(`---\ntitle: ${title}\n`));
    expect(of('"A rule: one"')).toContain(`date: 2015-06-01T22:11:00+10:00
tags:
  - notes
  - rules
summary: What holds, and what does not
`);
    expect(of('"A rule: one"')).toContain('aliases:\n  - /log/rule-one.html\n---\n\nSee [[');
    expect(of('"A rule: one"')).toContain('[us](../../pages/us.md)');
    expect(of('Una regla')).toContain('lang: es\n');
    expect(of('Una regla')).toContain('  - /es/log/rule-one.html\n');
    expect(of('A rule, two')).toContain(
      'date: 2012-03-30T23:00:00+11:00\ntags:\n  - notes\ndraft: true\naliases:\n  - /log/2012/rule-two.html\n',
    );
    expect(of('Three')).toContain('draft: true\n');
    expect(of('How')).toMatch(/draft: true\n---/);
    expect(files['pages/us.md']).toBe('---\ntitle: Us\naliases:\n  - /us.html\n---\n\nWe.\n');
  });
});

describe('a folder of a generator of pages in JavaScript', () => {
  const text = '---\ntitle: A\ndate: 2019-05-28\n---\nWords.\n';

  it.each([
    [
      'Gatsby',
      {
        'gatsby-config.ts':
          "const config: GatsbyConfig = { siteMetadata: { title: `T`, siteUrl: 'https://old.example' }, plugins: [{ resolve: 'gatsby-source-filesystem', options: { path: './content/posts/' } }] };\nexport default config;\n",
      },
      'content/posts/a/index.md',
      '/a/',
    ],
    [
      'the starter of Next.js',
      {
        'data/siteMetadata.js':
          "const siteMetadata = { title: 'T', siteUrl: 'https://old.example' }\nmodule.exports = siteMetadata\n",
        'data/authors/bo.md': '---\nname: Bo\n---\nHe.\n',
      },
      'data/blog/a.md',
      '/blog/a/',
    ],
    [
      'Docusaurus',
      {
        'docusaurus.config.js':
          "module.exports = { title: 'T', url: 'https://old.example', baseUrl: '/' };\n",
      },
      'blog/2019-05-28-a/index.md',
      '/blog/2019/05/28/a/',
    ],
    [
      'Docusaurus with folders of years',
      {
        'docusaurus.config.js':
          "module.exports = { title: 'T', url: 'https://old.example', baseUrl: '/' };\n",
      },
      'blog/2019/05-28-a.md',
      '/blog/2019/05/28/a/',
    ],
    [
      'VuePress',
      {
        'docs/.vuepress/config.js':
          "module.exports = { title: 'T', base: '/n/', hostname: 'https://old.example' }\n",
      },
      'docs/posts/a.md',
      '/posts/a.html',
    ],
    [
      'Astro',
      {
        'astro.config.mjs': "export default defineConfig({ site: 'https://old.example' });\n",
        'src/consts.ts': "export const SITE_TITLE: string = 'T';\n",
        'src/pages/log/[...slug].astro': '',
        'src/pages/tags/[tag].astro': '',
      },
      'src/content/blog/a.md',
      '/log/a/',
    ],
    [
      'AstroPaper',
      {
        'astro.config.ts': 'export default defineConfig({ site: SITE.website });\n',
        'src/config.ts':
          "export const SITE = { website: 'https://old.example/', title: 'T' } as const;\n",
        'src/pages/posts/[...slug]/index.astro': '',
      },
      'src/data/blog/a.md',
      '/posts/a/',
    ],
  ])(
    '%s comes with its title, its address, and where its texts were',
    async (_, settings, file, alias) => {
      const { below, files } = await imported({ ...settings, [file]: text });
      expect(files['site.yaml']).toMatch(/^title: T\nurl: https:\/\/old\.example(?:\/n)?\n/);
      const [article = ''] = below('articles/');
      const permalink = /articles: (\S+)/.exec(files['site.yaml'] ?? '')?.[1];
      expect(
        article.includes(`  - ${alias}\n`) || permalink === alias.replace('a/', ':slug/'),
      ).toBe(true);
      expect(article).not.toContain('tags:');
    },
  );

  it('has no numbers in its addresses by which Docusaurus orders texts, but days and versions', async () => {
    const { files } = await imported({
      'docusaurus.config.js':
        "module.exports = { title: 'T', url: 'https://old.example', baseUrl: '/' };\n",
      'docs/01-start/2. a.md': text,
      'docs/2019-05-28-b.md': text,
      'docs/3.0-c.md': text,
    });
    const aliases = Object.values(files).flatMap(
      (one) => /aliases:\n {2}- (\S+)/.exec(one)?.[1] ?? [],
    );
    expect(aliases.sort()).toEqual(['/docs/2019-05-28-b/', '/docs/3.0-c/', '/docs/start/a/']);
  });

  it('has addresses that its texts say themselves, and READMEs that are pages of VuePress', async () => {
    const { files, line } = await imported({
      'docs/.vuepress/config.js': "module.exports = { title: 'T', base: '/n/' }\n",
      'docs/a.md': '---\ntitle: A\ndate: 2019-05-28\npermalink: /pages/3e2c/\n---\nWords.\n',
      'docs/b/README.md': '---\ntitle: B\ndate: 2019-05-29\n---\nWords.\n',
      'README.md': '# How to build\n',
      'other/c.md': '---\ntitle: C\ndate: 2019-05-30\n---\nWords.\n',
    });
    expect(files['articles/2019/a.md']).toContain('aliases:\n  - /n/pages/3e2c/\n');
    expect(files['articles/2019/b.md']).toContain('aliases:\n  - /n/b/\n');
    expect(files['articles/2019/c.md']).not.toContain('aliases');
    expect(line('README.md').outcome).toBe('left');
  });

  it.each([
    ['_wip.md', ''],
    ['_wip/a.md', ''],
    ['a.md', 'isDraft: true\n'],
    ['a.mdx', ''],
  ])('shows nobody what it had not shown: %s', async (name, more) => {
    const { below } = await imported({
      'astro.config.mjs': 'export default {};\n',
      [`src/content/blog/${name}`]: name.endsWith('x')
        ? 'import B from "./b"\n\nexport const meta = {\n  title: "A",\n  date: "2019-05-28",\n  draft: true,\n};\n\nWords.\n'
        : `---\ntitle: A\ndate: 2019-05-28\n${more}---\nWords.\n`,
    });
    expect(below('articles/').map((one) => one.includes('draft: true\n'))).toEqual([true]);
  });

  it.each([
    ['astro.config.mjs', "export default { site: 'https://wrong.example', title: 'Wrong' };\n"],
    ['conf.py', "BLOG_TITLE = 'Wrong'\nSITE_URL = 'https://wrong.example'\n"],
    ['pelicanconf.py', "SITENAME = 'Wrong'\nSITEURL = 'https://wrong.example'\n"],
  ])('that lies among notes says nothing of these: %s', async (name, settings) => {
    const { below, files } = await imported({
      [`projects/site/${name}`]: settings,
      'projects/site/how.md': text,
      'a.md': text,
      'b/c.md': text,
    });
    expect(files['site.yaml']).not.toMatch(/wrong/i);
    expect(Object.values(files).join('')).not.toContain('aliases');
    expect(below('articles/')).toHaveLength(3);
  });

  it.each([
    ['pubDatetime', '2022-09-23T15:22:00Z', 'date: 2022-09-23T15:22:00Z'],
    ['date created', '2023-09-13 10:26:59', 'date: 2023-09-13T10:26:59+00:00'],
    ['updatedDate', 'Jul 10 2022\ndate: 2022-01-02', 'updated: 2022-07-10'],
  ])('has the dates that its texts say as %s', async (key, value, expected) => {
    const { files } = await imported({
      'a.md': `---\ntitle: A\n${key}: ${value}\n---\nWords.\n`,
    });
    expect(Object.values(files).join('\n')).toContain(expected);
  });
});
