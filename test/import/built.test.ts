import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../load/temporary.ts';
import { imported } from './imported.ts';
import { zipOf } from './zip.ts';

const text = '---\ntitle: Ferry\ndate: 2010-05-05\n---\n![A ferry](/img/ferry.png)\n';
const page = '<!DOCTYPE html><title>Ferry</title><p>Built.</p>';
const built = {
  'public/index.html': page,
  'public/2010/05/05/ferry/index.html': page,
  'public/2010/05/05/ferry/index.md': text,
  'public/feed.json': '{"version":"https://jsonfeed.org/version/1.1","items":[]}',
  'public/img/ferry.png': 'only here',
};

const sites = {
  Hugo: { 'hugo.toml': 'title = "Sea"\n', 'content/posts/ferry.md': text },
  Zola: { 'config.toml': 'base_url = "https://sea.example"\n', 'content/posts/ferry.md': text },
  Hexo: { '_config.yml': 'title: Sea\n', 'source/_posts/ferry.md': text },
  Jekyll: {
    '_config.yml': 'title: Sea\n',
    '_posts/2010-05-05-ferry.md': text,
    '_site/ferry.html': page,
    'vendor/bundle/README.md': '# A gem\n',
  },
  Gatsby: { 'gatsby-config.js': 'module.exports = {};\n', 'content/ferry.md': text },
};

it.each(Object.entries(sites))(
  'what %s built beside its texts is neither imported nor told, and has pictures that are nowhere else',
  async (_, files) => {
    const { files: came, report } = await imported({ ...files, ...built });
    const texts = Object.keys(came).filter((name) => name.endsWith('.md'));
    expect(texts).toEqual(['articles/2010/ferry/index.md']);
    expect(came['articles/2010/ferry/ferry.png']).toBe('only here');
    expect(report.lines.filter(({ outcome }) => outcome !== 'written')).toEqual([]);
  },
);

it('in an archive, it is found in the folder of the site', async () => {
  const all = Object.entries({ ...sites.Hexo, ...built, '_site/a.html': page });
  const path = join(await temporaryFolder(), 'sea.zip');
  await writeFile(path, zipOf(all.map(([name, one]) => ({ name: `sea-main/${name}`, text: one }))));
  const { files, report } = await imported({ path });
  expect(Object.keys(files)).toContain('articles/2010/ferry/index.md');
  expect(report.lines.filter(({ outcome }) => outcome !== 'written')).toEqual([]);
});

it('what a journal of Scrollback serves as it is comes along, pages and settings of others among it', async () => {
  const journal = {
    'site.yaml': 'title: Sea\nurl: https://sea.example\n',
    'config.toml': 'x = 1\n',
    'notes/a.md': '---\ndate: 2010-05-05\n---\nWords.\n',
    ...built,
  };
  const { files } = await imported(journal);
  expect(files).toMatchObject(journal);
});

it('a folder called public beside settings of any program is none that was built', async () => {
  const { line } = await imported({ ...built, 'config.json': '{}', 'a.md': text });
  expect(line('public/2010/05/05/ferry/index.md').outcome).toBe('written');
});
