import { expect, it } from 'vitest';
import { imported } from './imported.ts';

const text = (matter: string) => `---\ntitle: A\ndate: 2010-05-05\n${matter}\n---\nSecret.\n`;
const hugo = { 'hugo.toml': 'baseURL = "https://old.example"\n' };
const zola = { 'config.toml': 'base_url = "https://old.example"\n' };
const eleventy = { '.eleventy.js': 'module.exports = () => ({});\n' };

it.each([
  ['Hugo', { ...hugo, 'content/posts/a.md': text('build: { render: never }') }],
  ['older versions of Hugo', { ...hugo, 'content/posts/a.md': text('_build:\n  render: false') }],
  ['Eleventy', { ...eleventy, 'posts/a.md': text('permalink: false') }],
  [
    'Eleventy by the data of its folder',
    { ...eleventy, 'log/log.json': '{ "permalink": false }', 'log/a/b.md': text('tags: [c]') },
  ],
  ['Jekyll', { '_posts/2010-05-05-a.md': text('published: false') }],
  ['Pelican', { 'a.md': 'Title: A\nDate: 2010-05-05\nStatus: hidden\n\nSecret.\n' }],
  ['Pelican, which skips it,', { 'a.md': 'Title: A\nStatus: skip\n  \nSecret.\n' }],
  ['Hugo for lists', { ...hugo, 'content/posts/a.md': text('build: { list: never }') }],
  [
    'Hugo by the page of its list',
    {
      ...hugo,
      'content/s/_index.md': '---\ncascade:\n  build: { render: never }\n---\n',
      'content/s/t/a.md': text('build2: x'),
    },
  ],
  [
    'Hugo by one of several cascades',
    {
      ...hugo,
      'content/_index.md':
        '---\ncascade:\n  - target: { kind: section }\n    draft: false\n  - _target: { kind: page }\n    draft: true\n---\n',
      'content/s/a.md': text('tags: [b]'),
    },
  ],
  ['Zola', { ...zola, 'content/s/a.md': '+++\ntitle = "A"\nrender = false\n+++\nSecret.\n' }],
  [
    'Zola in a section that is a draft',
    {
      ...zola,
      'content/s/_index.md': '+++\ndraft = true\n+++\n',
      'content/s/a.md': '+++\ntitle = "A"\n+++\nSecret.\n',
    },
  ],
  ['plugins of Hexo that lock it', { 'a.md': text('password: abc') }],
  ['generators with pages in no list', { 'a.md': text('unlisted: true') }],
  ['plugins of WordPress that write Markdown', { 'a.md': text('status: private') }],
])('what %s made no page of is a draft', async (_, files) => {
  const { files: written } = await imported(files);
  const texts = Object.entries(written).filter(([, words]) => words.includes('Secret.'));
  expect(texts).toHaveLength(1);
  expect(texts[0]?.[1]).toContain('draft: true\n');
});

it('what a page says itself goes before what is said of its folder', async () => {
  const { files } = await imported({
    ...hugo,
    'content/s/_index.md': '---\ncascade:\n  draft: true\n---\n',
    'content/s/a.md': text('draft: false'),
    'content/t/b.md': text('tags: [c]'),
  });
  expect(Object.values(files).join('')).not.toContain('draft: true');
  const { files: others } = await imported({
    ...eleventy,
    'log/log.11tydata.js': 'module.exports = { draft: true, permalink: false };\n',
    'log/a.md': text('permalink: /a/'),
    'b.md': text('tags: [c]'),
  });
  expect(Object.values(others).join('')).not.toContain('draft: true');
});
