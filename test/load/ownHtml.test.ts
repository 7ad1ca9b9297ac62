import { expect, it } from 'vitest';
import { entryText, load, site, told } from './content.ts';

const around = {
  'site.yaml': `${site}allow: { scripts: [https://gc.zgo.at], connect: [https://gc.zgo.at] }\n`,
  'pages/about.md': '---\ntitle: About\n---\n\n## Me\n\nA.\n',
  'notes/draft.md': '---\ndate: 2026-01-02\ndraft: true\n---\n\nA.\n',
  'public/counter.js': 'x',
};

it('HTML of the journal’s own tells the policy of every page what it needs', async () => {
  const { loaded, faults } = await load({
    ...around,
    'head.html': '\uFEFF<script>1 < 2</script>\r\n<style>p { color: red }</style>\r\n',
    'foot.html': '<a href="/about/#me">About</a> <script src="/counter.js"></script>\n',
  });
  expect(told({ faults })).toEqual([]);
  expect(loaded?.look.head).toBe('<script>1 < 2</script>\n<style>p { color: red }</style>');
  expect(loaded?.look.policy).toEqual({
    'script-src': [
      "'self'",
      "'sha256-T8Xibs7zV8KTQdRXjpKJTlizX17SudRlddrZKaeFg9E='",
      'https://gc.zgo.at',
    ],
    'style-src': ["'sha256-ngewhhP73WDIbgwseeu52VAAJgKdGUsu1IUQQsAm8m4='"],
    'connect-src': ['https://gc.zgo.at'],
  });
});

it('links in it are looked at as all others are', async () => {
  const { faults } = await load({
    ...around,
    'head.html': '<link rel="icon" href="/icon.png">\n<style>p { background: url(a.png) }</style>',
    'foot.html':
      '<a href="/abuot/">a</a>\n<a href="/about/#you">b</a>\n<a href="https://sample.example/notes/draft/">c</a>\n<script src="/count.js"></script>',
  });
  expect(told({ faults })).toEqual([
    'foot.html:1: a link to /abuot/, which does not exist',
    'foot.html:2: a link to #you of /about/, which is not there',
    'foot.html:3: a link to /notes/draft/, which is not published (notes/draft.md)',
    'foot.html:4: the file /count.js is missing',
    'head.html:1: the file /icon.png is missing',
    'head.html:2: the file a.png is missing',
  ]);
});

it('hosts that are none are told with the line of site.yaml', async () => {
  const { faults } = await load({ 'site.yaml': `${site}allow:\n  scripts: ['*']\n  script: []\n` });
  expect(told({ faults })).toEqual([
    'site.yaml:4: "allow.scripts.0" is "*"',
    'site.yaml:5: unknown key "allow.script"',
  ]);
});

it('what YAML files say in plain words is told where it has Markdown', async () => {
  const result = await load({
    'site.yaml':
      'title: "*S*"\nurl: https://s.example\ntagline: a ||b|| c\nnav:\n- label: ~~d~~\n  path: /\n- label: e\n  entries:\n  - label: <b>f</b>\n    path: /\n',
    'series/s.yaml': 'title: "**g**"\nplanned: [h, "[i](/)"]\n',
    'authors.yaml': 'ana:\n  name: Ana &amp; Bo\n',
    'blogroll.yaml': '- title: "[[j]]"\n  url: https://j.example\n',
    'articles/x.md': entryText('series: s\nauthors: ana\n'),
  });
  const as = (place: string, mark: string, where: string) =>
    `warning ${place}: ${mark} in ${where}, which shows as it is typed`;
  expect(told(result)).toEqual([
    as('authors.yaml:2', '&amp;', 'a name'),
    as('blogroll.yaml:1', '[[j]]', 'a title'),
    as('series/s.yaml:1', '**g**', 'the title'),
    as('series/s.yaml:2', '[i](/)', 'a title'),
    as('site.yaml:1', '*S*', 'the title'),
    as('site.yaml:3', '||b||', 'the tagline'),
    as('site.yaml:5', '~~d~~', 'a label'),
    as('site.yaml:9', '<b>', 'a label'),
  ]);
});

const tell = async (css: string) => told(await load({ ...beside, 'style.css': css }));

const beside = {
  'fonts/a b.woff2': 'x',
  'paper.png': 'x',
  'notes/a.md': '---\ndate: 2026-01-02\n---\n\nA.\n',
  'public/grain.png': 'x',
};

it('a style sheet has an address that changes with it and with the files that it names', async () => {
  const addressOf = async (css: string, font = 'x') =>
    (await load({ ...beside, 'fonts/a b.woff2': font, 'style.css': css })).loaded?.look.styleSheet;
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
