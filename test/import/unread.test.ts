import { expect, it } from 'vitest';
import { imported } from './imported.ts';

const text = (matter: string) => `---\ntitle: A\ndate: 2010-05-05\n${matter}\n---\nSecret.\n`;
const hugo = { 'hugo.toml': 'baseURL = "https://old.example"\n' };
const eleventy = { '.eleventy.js': 'module.exports = () => ({});\n' };

it.each([
  ['Hugo', { ...hugo, 'content/posts/a.md': text('build: { render: never }') }],
  ['older versions of Hugo', { ...hugo, 'content/posts/a.md': text('_build:\n  render: false') }],
  ['Eleventy', { ...eleventy, 'posts/a.md': text('permalink: false') }],
  ['Jekyll', { '_posts/2010-05-05-a.md': text('published: false') }],
  ['Pelican', { 'a.md': 'Title: A\nDate: 2010-05-05\nStatus: hidden\n\nSecret.\n' }],
  ['plugins of WordPress that write Markdown', { 'a.md': text('status: private') }],
])('what %s made no page of is a draft', async (_, files) => {
  const { files: written } = await imported(files);
  const texts = Object.entries(written).filter(([, words]) => words.includes('Secret.'));
  expect(texts).toHaveLength(1);
  expect(texts[0]?.[1]).toContain('draft: true\n');
});
