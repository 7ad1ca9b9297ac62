import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commentsFile } from '#journal/content/comments.ts';
import { loadFolder } from '../../load/content.ts';
import { temporaryFolder } from '../../load/temporary.ts';
import { imported } from '../imported.ts';
import { zipOf } from '../zip.ts';

const journal = {
  'site.yaml':
    'title: Old\nurl: https://old.example/log\nlanguage: pt\nauthor: nell\nallow: # of mine\n  images: [https://a.example]\n',
  'authors.yaml': 'nell:\n  name: Nell\n',
  'words.yaml': 'search: Procurar\n',
  'style.css': 'p { color: red }\n',
  'series/tide.yaml': 'title: Tide\nplanned: [Neap]\n',
  'articles/rule.md':
    '---\ntitle: Rule # mine\ndate: 2019-03-02\nseries: tide\nmirror: false\ntldr: Twelve.\n---\nSee [it](../notes/sub/lift.md).\n',
  'articles/old.md':
    '---\ntitle: Old\ndate: 2018-03-02\naliases: [/a.html]\nlang: en\n---\nWords.\n',
  'notes/sub/lift.md': '---\ntitle: Lift\ndate: 2020-01-02\nauthors: bo\n---\nUp.\n',
  'pages/about.md': '---\ntitle: About\n---\nMe.\n',
  'comments/notes/lift.yaml':
    'entry: /notes/lift/\ncomments:\n  - { id: c1, name: Bo, date: 2020-01-03T10:00:00+01:00, text: So }\n',
  'public/.well-known/a.txt': 'served\n',
  'public/cv.pdf': '%PDF\n',
};

it.each([
  ['its content folder', journal],
  [
    'the project around that',
    {
      'astro.config.mjs': 'export default {};\n',
      ...Object.fromEntries(
        Object.entries(journal).map(([name, text]) => [`content/${name}`, text]),
      ),
    },
  ],
])('a journal of Scrollback comes as it is, byte for byte: %s', async (_, files) => {
  const { files: came, report, root } = await imported(files);
  const { '.imported.jsonl': records, ...own } = came;
  expect(own).toEqual(journal);
  expect(report.label).toBe('a journal of Scrollback');
  const { report: again } = await imported(files, { root });
  expect(new Set(again.lines.map(({ outcome }) => outcome))).toEqual(new Set(['there']));
});

it('an archive of the project comes as its folder does', async () => {
  const zipped = Object.entries(journal).map(([name, text]) => ({
    name: `log/content/${name}`,
    text,
  }));
  const hidden = { name: 'log/content/.git/public/.well-known/a.txt', text: 'no' };
  const folder = await temporaryFolder({});
  await writeFile(join(folder, 'log.zip'), zipOf([...zipped, hidden]));
  const { files } = await imported({ path: join(folder, 'log.zip') });
  const { '.imported.jsonl': records, ...own } = files;
  expect(own).toEqual(journal);
});

it('joined to another journal, entries keep what followed from the settings of their own', async () => {
  const site =
    'title: New\nurl: https://new.example\nlanguage: en\nauthor: ada\npermalinks:\n  articles: /:slug/\n';
  const there = { 'content/site.yaml': site, 'content/authors.yaml': 'ada:\n  name: Ada\n' };
  const { files, line, root } = await imported(journal, {}, there);
  expect(files['site.yaml']).toBe(site);
  expect(files['words.yaml']).toBeUndefined();
  expect(line('words.yaml')).toMatchObject({ outcome: 'left' });
  expect(line('authors.yaml')).toMatchObject({
    outcome: 'left',
    why: expect.stringContaining('put those whom it lacks'),
  });
  expect(files['articles/rule.md']).toBe(
    '---\ntitle: Rule # mine\ndate: 2019-03-02\nseries: tide\nmirror: false\ntldr: Twelve.\nid: https://old.example/log/2019/rule/\naliases:\n  - /log/2019/rule/\nauthors:\n  - nell\nlang: pt\n---\nSee [it](../notes/sub/lift.md).\n',
  );
  expect(files['articles/old.md']).toContain('id: https://old.example/log/a.html\n');
  expect(files['articles/old.md']).toContain('aliases: [/log/a.html, /log/2018/old/]\n');
  expect(files['notes/sub/lift.md']).toContain(
    'authors: bo\nid: https://old.example/log/notes/lift/\n',
  );
  expect(files['comments/notes/lift.yaml']).toBeUndefined();
  await writeFile(
    join(root, 'authors.yaml'),
    'ada:\n  name: Ada\nnell:\n  name: Nell\nbo:\n  name: Bo\n',
  );
  expect(files[commentsFile('https://old.example/log/notes/lift/')]).toMatch(
    /^entry: https:\/\/old\.example\/log\/notes\/lift\/\n/,
  );
  expect((await loadFolder(root)).faults).toEqual([]);
});

describe('links of a journal that is joined to another', () => {
  const old = {
    'site.yaml': 'title: Old\nurl: https://old.example/log\nheadingIds: github\n',
    'articles/rule.md':
      '---\ntitle: Rule\ndate: 2019-03-02\naliases: [/a.html]\ntranslations: [/2018/regel/]\n---\n## C++ & you\n\nSee [pages](/about/), [tags](/tags/x/), [a file](/cv.pdf) and `[code](/2018/old/)`.\n',
    'articles/regel.md':
      '---\ntitle: Regel\ndate: 2018-03-02\nlang: de\ntranslations: [rule.md]\n---\n[a](/2019/rule/), [b](/2019/rule#c--you) <https://old.example/log/2019/rule/> [c][d]\n\n<a href="/a.html?x=1">old</a> ![](/pixel.png) [e](rule.md#c--you)\n\n[d]: <https://old.example/log/a.html>\n',
    'pages/about.md': '---\ntitle: About\n---\n[a](//old.example/log/2019/rule/)\n',
  };
  const site = (more: string) => ({ 'content/site.yaml': `title: New\nurl: ${more}\n` });

  it('lead to the files where addresses are others there', async () => {
    const there = site('https://new.example\npermalinks:\n  articles: /:slug/');
    const { files, line } = await imported(old, {}, there);
    expect(files['articles/rule.md']).toContain(
      '---\n## C++ & you {#c--you}\n\nSee [pages](/about/), [tags](/tags/x/), [a file](/cv.pdf) and `[code](/2018/old/)`.\n',
    );
    expect(files['articles/rule.md']).toContain('\ntranslations: [regel.md]\n');
    expect(files['articles/regel.md']).toContain(
      '---\n[a](rule.md), [b](rule.md#c--you) [https://old.example/log/2019/rule/](rule.md) [c][d]\n\n<a href="rule.md?x=1">old</a> ![](/pixel.png) [e](rule.md#c--you)\n\n[d]: rule.md\n',
    );
    expect(files['pages/about.md']).toContain('[a](../articles/rule.md)\n');
    expect(line('articles/regel.md').notes).toContainEqual({
      became: 'changed',
      what: 'link by an address',
      how: 'one to the file, which has another address here',
      count: 5,
    });
  });

  it('stay byte for byte where they are the same', async () => {
    const { files } = await imported(old, {}, site('https://old.example/log\nheadingIds: github'));
    const { 'site.yaml': settings, ...texts } = old;
    expect(files).toMatchObject(texts);
  });
});

it('comments stay with their entry where it keeps its host and gets another path', async () => {
  const from = {
    'site.yaml': 'title: Old\nurl: https://a.example\n',
    'articles/rule.md': '---\ntitle: Rule\ndate: 2019-03-02\n---\nWords.\n',
    'articles/new.md': '---\ntitle: New\ndate: 2019-03-02\ndraft: true\n---\nWords.\n',
    'comments/2019/rule.yaml':
      'entry: /2019/rule/\ncomments:\n  - { id: c1, name: Bo, date: 2020-01-03T10:00:00+01:00, text: So }\n',
  };
  const site = `${from['site.yaml']}permalinks:\n  articles: /:slug/\n`;
  const { files, root } = await imported(from, {}, { 'content/site.yaml': site });
  expect(files['articles/rule.md']).toContain('date: 2019-03-02\naliases:\n  - /2019/rule/\n---');
  expect(files['articles/new.md']).not.toContain('aliases');
  expect((await loadFolder(root)).faults).toEqual([]);
});

it.each([
  [
    'another part of its host',
    'https://a.example',
    'id: https://a.example/log/2019/rule/\naliases:\n  - /log/2019/rule/\n',
  ],
  // Feeds have it below the first of the addresses.
  [
    'another host',
    'https://new.example\nformerly: https://a.example/log',
    'id: /2019/rule/\naliases:\n  - /log/2019/rule/\n',
  ],
])('the id of an entry stays what feeds had: at %s', async (_, url, keys) => {
  const text = '---\ntitle: Rule\ndate: 2019-03-02\n---\nWords.\n';
  const { files } = await imported(
    { 'site.yaml': 'title: Old\nurl: https://a.example/log\n', 'articles/rule.md': text },
    {},
    { 'content/site.yaml': `title: New\nurl: ${url}\n` },
  );
  expect(files['articles/rule.md']).toContain(`date: 2019-03-02\n${keys}---`);
});

it('a text with a fault comes into another journal once it is mended: its id and writer are not known before', async () => {
  const there = { 'content/site.yaml': 'title: New\nurl: https://new.example\n' };
  const old = journal['articles/old.md'];
  const broken = { ...journal, 'articles/old.md': old.replace('lang', 'lnag') };
  const { files, line, root } = await imported(broken, {}, there);
  expect(files['articles/old.md']).toBeUndefined();
  expect(line('articles/old.md')).toMatchObject({
    outcome: 'failed',
    why: expect.stringContaining('articles/old.md:5: unknown key "lnag"'),
  });
  const { files: mended } = await imported(journal, { root });
  expect(mended['articles/old.md']).toContain('id: https://old.example/log/a.html\n');
});

it('of two files that come under one name, the second is told, and does not take the place of the first', async () => {
  const id = 'https://old.example/log/notes/lift/';
  const first = journal['comments/notes/lift.yaml'].replace('/notes/lift/', id);
  const two = { ...journal, [commentsFile(id)]: first.replace('So', 'First') };
  const site = 'title: New\nurl: https://new.example\n';
  const { files, line } = await imported(two, {}, { 'content/site.yaml': site });
  expect(files[commentsFile(id)]).toContain('First');
  expect(line('comments/notes/lift.yaml').outcome).toBe('failed');
});

it('comments that came are not brought again once the journal has another address', async () => {
  const { root } = await imported(journal);
  await writeFile(join(root, 'site.yaml'), 'title: New\nurl: https://new.example\nauthor: nell\n');
  const { report } = await imported(journal, { root });
  expect(report.lines.map(({ outcome }) => outcome)).not.toContain('written');
});

it('an entry whose name another one has is told, and that one stands', async () => {
  const there = {
    'content/site.yaml': journal['site.yaml'],
    'content/articles/RULE.md': '---\ntitle: Mine\ndate: 2020-01-01\n---\nMine.\n',
  };
  const { files, line } = await imported(journal, {}, there);
  expect(files['articles/RULE.md']).toContain('Mine');
  expect(line('articles/rule.md')).toMatchObject({
    outcome: 'failed',
    why: expect.stringContaining('rename one of the two'),
  });
});

it('what its owner changed since, and what another import brought, stays', async () => {
  const { root } = await imported(journal);
  await writeFile(join(root, 'articles/rule.md'), 'mine');
  const { files, line } = await imported(journal, { root });
  expect(files['articles/rule.md']).toBe('mine');
  expect(line('articles/rule.md').outcome).toBe('there');
  const newer = { ...journal, 'articles/rule.md': `${journal['articles/rule.md']}More.\n` };
  const { line: told } = await imported(newer, { root });
  expect(told('articles/rule.md').outcome).toBe('kept');
});

it('settings that are not sound stop it before anything is written', async () => {
  const broken = { ...journal, 'site.yaml': `${journal['site.yaml']}tagline: [a, b]\n` };
  await expect(imported(broken)).rejects.toThrow(/--from markdown[\s\S]*site\.yaml:7: "tagline"/);
});
