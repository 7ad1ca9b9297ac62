import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { entryText, load, loadFolder, site, told } from './content.ts';
import { temporaryFolder, writeFiles } from './temporary.ts';

it('what lies in public/ is served as it is: nothing of it is an entry, and links lead there', async () => {
  const { faults, loaded } = await load({
    'articles/a.md': entryText(
      '',
      '![A](/wp-content/uploads/2009/x.jpg) [b](/old/) [c](/old/index.html) [d](/notes.md)\n\n[e](../public/feed.txt)',
    ),
    'public/wp-content/uploads/2009/x.jpg': 'x',
    'public/old/index.html': '<p>x',
    'public/notes.md': 'no front matter',
    'public/admin/config.yml': 'a: [',
    'public/_headers': '/*',
    'public/articles/b.md': '---\ntitle: B\n---\n',
    'public/feed.txt': 'x',
    'public/.well-known/security.txt': 'x',
    'public/.env': 'SECRET=1',
    'public/.well-known/.secret': 'x',
    'public/node_modules/a/b.md': 'x',
    'public/draft.md~': 'x',
  });
  expect(told({ faults })).toEqual([]);
  expect(loaded?.journal.entries).toHaveLength(1);
  expect([...(loaded?.publicFiles ?? [])].sort()).toEqual([
    '/.well-known/security.txt',
    '/_headers',
    '/admin/config.yml',
    '/articles/b.md',
    '/feed.txt',
    '/notes.md',
    '/old/index.html',
    '/wp-content/uploads/2009/x.jpg',
  ]);
});

it('what is missing there is told, with the nearest that is not', async () => {
  const { faults } = await load({
    'articles/a.md': entryText('', '![A](/uploads/x.jpg) [b](/uploads/picture.pdf)'),
    'public/uploads/pictures.pdf': 'x',
  });
  expect(told({ faults })).toEqual([
    'articles/a.md:6: a link to /uploads/picture.pdf, which does not exist',
    'articles/a.md:6: the file /uploads/x.jpg is missing',
  ]);
});

it('of a file that is missing another file is the nearest, and no page', async () => {
  const { faults } = await load({
    'articles/a.md': entryText('', '![A](/2026/a.x) ![B](/uploads/b.jpeg) ![C](/c.jpg)'),
    'public/uploads/b.jpg': 'x',
    'public/img/c.jpg': 'x',
  });
  expect(faults.map(({ cure }) => cure)).toEqual([
    'put the file there, or correct the name',
    'did you mean "/uploads/b.jpg"?',
    'did you mean "/img/c.jpg"?',
  ]);
});

it.each([
  ['index.html', '/'],
  ['feed.xml', '/feed.xml'],
  ['Archive/index.html', '/Archive/'],
  ['tags/x/index.html', '/tags/x/'],
  ['tags/x/feed.xml', '/tags/x/feed.xml'],
  ['pagefind/pagefind.js', '/pagefind/pagefind.js'],
  ['_astro/a.css', '/_astro/a.css'],
  ['sitemap.xml', '/sitemap.xml'],
  ['404.html', '/404.html'],
])('public/%s would stand in place of what the site writes', async (file, path) => {
  const { faults } = await load({
    'notes/a.md': '---\ndate: 2026-01-02\ntags: [x]\n---\n\nA.\n',
    [`public/${file}`]: 'x',
  });
  expect(told({ faults })).toContain(
    `public/${file}:1: the path ${path}, which the site itself has already`,
  );
});

it.each(['robots.txt', '_redirects', 'redirects.nginx.conf', 'favicon.svg'])(
  'public/%s is the own word of whoever puts it there',
  async (file) => {
    const { faults } = await load({ [`public/${file}`]: 'x' });
    expect(faults).toEqual([]);
  },
);

it('neither an entry, nor an alias, nor what is scheduled has the path of a file there', async () => {
  const { faults } = await load({
    'articles/a.md': entryText('aliases: [/old.html]\n'),
    'articles/b.md': '---\ntitle: B\ndate: 2030-01-02\n---\n\nB.\n',
    'articles/c.md': entryText('aliases: [/x/y/]\n'),
    'articles/d.md': entryText('tags: [x]\naliases: [/tags/x/feed.xml/c/]\n'),
    'public/old.html': 'x',
    'public/2030/b/index.html': 'x',
    'public/x': 'x',
  });
  expect(told({ faults })).toEqual([
    'articles/a.md:4: the path /old.html, which a file of public/ has already',
    'articles/b.md:1: the path /2030/b/, which a file of public/ has already',
    'articles/c.md:4: the path /x/y/, which a file on its way has already',
    'articles/d.md:5: the path /tags/x/feed.xml/c/, which a file on its way has already',
  ]);
});

it('a link out of public/ is followed to what anybody may see, and to nothing else', async () => {
  const around = await temporaryFolder({ 'pictures/a.jpg': 'x', '.ssh/key': 'secret' });
  const root = join(around, 'content');
  await writeFiles(root, { 'site.yaml': site, 'public/x.txt': 'x', '.env': 'SECRET=1' });
  await symlink('../../pictures', join(root, 'public/pictures'));
  await symlink('../../.ssh/key', join(root, 'public/key'));
  await symlink('../.env', join(root, 'public/settings'));
  await symlink('../..', join(root, 'public/all'));
  const { faults, loaded } = await loadFolder(root);
  expect(loaded?.publicFiles).toEqual(['/pictures/a.jpg', '/x.txt']);
  expect(faults.map(({ file, kind }) => `${file} ${kind}`).sort()).toEqual([
    'public/all far-link',
    'public/key private-link',
    'public/settings private-link',
  ]);
});

it('no entry has the path of the icon, which every journal has', async () => {
  const { faults } = await load({ 'articles/a.md': entryText('aliases: [/favicon.svg]\n') });
  expect(told({ faults })).toEqual([
    'articles/a.md:4: the path /favicon.svg, which the icon of the journal has already',
  ]);
});

it('what is for the programs alone is served to nobody, whatever links to it', async () => {
  const files = {
    'people.yaml': '"123":\n  name: Rui\n',
    'comments/2026/a.yaml': 'entry: /2026/a/\ncomments: []\n',
    'series/s.yaml': 'title: S\n',
    'articles/data/tides.yaml': 'a: 1\n',
  };
  const links = ['people.yaml', 'site.yaml', 'comments/2026/a.yaml', 'series/s.yaml'];
  const body = [...links, 'articles/data/tides.yaml'].map((file) => `[x](../${file})`).join(' ');
  const result = await load({ ...files, 'articles/a.md': entryText('', body) });
  expect(told(result)).toEqual(
    ['comments/2026/a', 'people', 'series/s', 'site'].map(
      (name) => `articles/a.md:6: a link to /2026/${name}.yaml, which does not exist`,
    ),
  );
});
