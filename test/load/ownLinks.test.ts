import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { entryText, load, site, told } from './content.ts';

const font = (name: string) =>
  readFile(new URL(`../../node_modules/@fontsource/brygada-1918/files/${name}`, import.meta.url));

it('links of nav, below labels too, and of the footer are looked at', async () => {
  const { faults } = await load({
    'site.yaml': `${site}nav:
  - { label: Archive, path: /archive/ }
  - label: More
    entries:
      - { label: Tags, path: /tags/ }
      - { label: Gone, path: /gone/ }
footer:
  - { label: Elsewhere, path: 'https://elsewhere.example/' }
  - { label: Imprint, path: /imprint/ }
`,
  });
  expect(told({ faults })).toEqual([
    'site.yaml:8: "nav" leads to /gone/, which does not exist',
    'site.yaml:11: "footer" leads to /imprint/, which does not exist',
  ]);
});

it('of an address with ? or # the page is looked at, and the heading', async () => {
  const paths = ['/search/?q=a', '/gone/?q=a', '/a/#b', '/a/#c', '/a/?x#c', '#c'];
  const { faults } = await load({
    'site.yaml': `${site}nav:\n${paths.map((path) => `  - { label: A, path: 'https://sample.example${path}' }\n`).join('')}`,
    'pages/a.md': '---\ntitle: A\n---\n\n## B\n',
  });
  expect(told({ faults })).toEqual([
    'site.yaml:5: "nav" leads to /gone/, which does not exist',
    'site.yaml:7: "nav" leads to #c of /a/, which is not there',
    'site.yaml:8: "nav" leads to #c of /a/, which is not there',
  ]);
});

it('a canonical address of the journal at which no page is any more is told', async () => {
  const at = (path: string) => `canonical: https://sample.example${path}\n`;
  const { faults } = await load({
    'articles/a.md': entryText(`aliases: [/old/]\n${at('/old/')}`),
    'articles/b.md': entryText(at('/2026/a/')),
    'articles/c.md': entryText(at('/gone')),
    'articles/d.md': entryText('canonical: https://elsewhere.example/old/\n'),
  });
  expect(told({ faults })).toEqual([
    'warning articles/a.md:5: "canonical" names /old/, which leads to /2026/a/ by now',
    'warning articles/c.md:4: "canonical" names /gone/ of this journal, which does not exist',
  ]);
});

it.each([
  ['{ label: A }', '4: "nav.0" is {"label":"A"}'],
  ['{ label: A, path: /tags/, entries: [{ label: B, path: /tags/ }] }', '4: "nav.0" is {'],
  ['{ label: A, entries: [] }', '4: "nav.0.entries" is []'],
  [
    '{ label: A, entries: [{ label: B, path: /tags/, entries: [] }] }',
    '4: unknown key "nav.0.entries.0.entries"',
  ],
])('an item of nav that is %s is told', async (item, words) => {
  const [fault = ''] = told(await load({ 'site.yaml': `${site}nav:\n  - ${item}\n` }));
  expect(fault).toContain(`site.yaml:${words}`);
});

it('faces of one’s own say their weights and slants themselves', async () => {
  const { loaded, faults } = await load({
    'site.yaml': `${site}theme:\n  faces:\n    text: [a.woff2, fonts/b.woff2]\n    code: a.woff2\n`,
    'a.woff2': await font('brygada-1918-latin-400-normal.woff2'),
    'fonts/b.woff2': await font('brygada-1918-latin-700-italic.woff2'),
  });
  expect(told({ faults })).toEqual([]);
  expect(loaded?.look.styleSheet).toMatch(/^\/_files\/[\da-f]{16}\/style\.css$/);
  expect(loaded?.look.textFace).toMatchObject({ type: 'font/woff2' });
});

it.each([
  ['text: b.woff2', '5: the font b.woff2 is missing'],
  ['text: x.woff2', '5: x.woff2 is no font that can be read (Unknown font format)'],
  ['text: https://a.example/x.woff2', '5: "theme.faces.text" is "https://a.example/x.woff2"'],
  ['text: x.png', '5: "theme.faces.text" is "x.png"'],
  ['txt: x.woff2', '5: unknown key "theme.faces.txt"'],
  [
    'text: [a.woff2, a.woff2]',
    '5: a.woff2 is of weight 400 and normal, as another font of "theme.faces.text"',
  ],
])('a face that is %s is told', async (face, words) => {
  const { faults } = await load({
    'site.yaml': `${site}theme:\n  faces:\n    ${face}\n`,
    'x.woff2': 'no font',
    'a.woff2': await font('brygada-1918-latin-400-normal.woff2'),
  });
  expect(told({ faults })).toEqual([`site.yaml:${words}`]);
});
