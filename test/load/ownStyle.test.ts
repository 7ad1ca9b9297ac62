import { expect, it } from 'vitest';
import { load, told } from './content.ts';

const tell = async (css: string) => told(await load({ ...around, 'style.css': css }));

const around = {
  'fonts/a b.woff2': 'x',
  'paper.png': 'x',
  'notes/a.md': '---\ndate: 2026-01-02\n---\n\nA.\n',
  'public/grain.png': 'x',
};

it('a style sheet has an address that changes with it and with the files that it names', async () => {
  const addressOf = async (css: string, font = 'x') =>
    (await load({ ...around, 'fonts/a b.woff2': font, 'style.css': css })).loaded?.look.styleSheet;
  const css = '@font-face { font-family: A; src: url("fonts/a%20b.woff2") }';
  const first = await addressOf(css);
  expect(first).toMatch(/^\/_files\/[\da-f]{16}\/style\.css$/);
  expect(await addressOf(css)).toBe(first);
  expect(await addressOf(`${css} p { color: red }`)).not.toBe(first);
  expect(await addressOf(css, 'y')).not.toBe(first);
  expect(await addressOf('/* nothing */')).toBeUndefined();
});

it.each([
  'p { background: url(paper.png) }',
  'p { background: url("./fonts/a b.woff2?#iefix") }',
  'p { background: url(/grain.png) }',
  'p { background: url(data:image/png;base64,AA), url(#a) }',
])('%s names what is there', async (css) => {
  expect(await tell(css)).toEqual([]);
});

it.each([
  [
    'url(papr.png)',
    'the file papr.png is missing; expected the file papr.png of the content folder',
  ],
  ['url(/paper.png)', 'the file /paper.png is missing'],
  ['url(https://a.example/x.png)', 'url(https://a.example/x.png), which is not on this site'],
  ['url(//a.example/x.png)', 'url(//a.example/x.png), which is not on this site'],
  ['url(http:x)', 'url(http:x), which is not on this site'],
  ['url("javascript:alert(1)")', 'url(javascript:alert(1)), which is not on this site'],
  ['url(notes/a.md)', 'url(notes/a.md), which is neither a picture nor a font'],
  ['url(site.yaml)', 'url(site.yaml), which is neither a picture nor a font'],
  ['url(../../etc/passwd)', 'the file ../../etc/passwd is missing'],
])('%s is told', async (address, what) => {
  const [fault = '', ...others] = await tell(`p {\n  background: ${address};\n}`);
  expect(fault).toContain(`style.css:2: ${what.split(';')[0]}`);
  expect(others).toEqual([]);
});

it('a style sheet that is not UTF-8 is told', async () => {
  const [fault = ''] = told(
    await load({ 'style.css': Buffer.from('p::before { content: "\xe9" }', 'latin1') }),
  );
  expect(fault).toContain('style.css:1: ');
});
