import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { imported } from '../imported.ts';

const post = '---\ntitle: Fog\ndate: 2010-01-01\n---\nWords.\n';
const about = (more = '') => `---\ntitle: About us\n${more}---\nWords.\n`;

const metadata = `// of the site
const url = require("x");
module.exports = {
  title: "Fog & rain",
  url: process.env.URL || 'https://fog.example/',
  language: \`pt\`,
  "description": \`It is in \${place}.\`, time: Date.now(), /* no */
  timeZone: "Europe/Lisbon",
  author: { name: "Ana", email: "ana@fog.example", url: "https://ana.example" },
  build() { return { title: "no" }; },
  ...more,
};
`;

const yaml =
  'title: Fog & rain\nurl: https://fog.example\nlang: pt\ntimezone: Europe/Lisbon\ndescription: It is.\nauthor:\n  name: Ana\n  url: https://ana.example\n';

const json = JSON.stringify(parse(yaml));

it.each([
  [
    'a program of Eleventy',
    {
      '_data/metadata.js': metadata,
      'about.md': about('eleventyNavigation:\n  key: About\n'),
      '.eleventy.js': '',
      'eleventy.config.js': 'export default {}',
    },
  ],
  [
    'a module of Eleventy',
    {
      'src/_data/meta.mjs': metadata.replace('module.exports =', 'export default'),
      'src/about.md': about('eleventyNavigation: { key: About, order: 2 }\n'),
      'eleventy.config.js': 'export default { dir: { input: "src" } };',
    },
  ],
  [
    'JSON of Eleventy',
    {
      '_data/site.json': json,
      '_data/nav.json': '[{"text":"About","url":"/about/"}]',
      'about.md': about(),
      'eleventy.config.js': '',
    },
  ],
  [
    'YAML of Eleventy, where its settings say',
    {
      'd/site.yaml': yaml,
      'd/navigation.yaml': 'main:\n  - About: /about/\n',
      'about.md': about(),
      'eleventy.config.js': 'export default { dir: { data: "d" } };',
    },
  ],
  [
    'Jekyll',
    {
      '_config.yml': yaml,
      '_data/navigation.yml': 'main:\n  - {title: About, url: /about/}\n',
      '_posts/2010-01-01-a.md': post,
      'about.md': about('permalink: /about/\n'),
    },
  ],
  [
    'Jekyll with other people',
    {
      '_config.yml': yaml.replace(
        /author:[\s\S]*/,
        'author: ana\nnavbar-links:\n  About: about/\n',
      ),
      '_data/authors.yml': 'ana:\n  name: Ana\n  web: https://ana.example\n',
      '_posts/2010-01-01-a.md': post,
      'about.md': about('permalink: /about/\n'),
    },
  ],
  [
    'Hugo',
    {
      'hugo.yaml': `${yaml.replace('url: https://fog', 'baseURL: https://fog').replace('author:\n  name: Ana\n  url', 'params:\n  author:\n    name: Ana\n    url').replace('lang:', 'languageCode:')}menu:\n  main:\n    - {name: About, pageRef: /about}\n`,
      'content/posts/a.md': post,
      'content/about.md': about(),
    },
  ],
  [
    'Hugo with languages',
    {
      'hugo.yaml':
        'baseURL: https://fog.example\ndefaultContentLanguage: pt\nlanguages:\n  de: {title: Nebel}\n  pt: {title: Fog & rain, timeZone: Europe/Lisbon}\n',
      'data/authors/ana.yaml': 'name: Ana\nurl: https://ana.example\n',
      'content/posts/a.md': post,
      'content/about.md': about('menu: {main: {name: About, weight: 3}}\n'),
    },
  ],
])('title, address, language, zone, writer and menu are those that %s has', async (_, given) => {
  const { files } = await imported({ 'blog/2010-01-01-fog.md': post, ...given });
  expect(parse(files['site.yaml'] ?? '')).toMatchObject({
    title: 'Fog & rain',
    url: 'https://fog.example',
    language: 'pt',
    timeZone: 'Europe/Lisbon',
    nav: [{ label: 'About', path: '/about/' }],
  });
  expect(parse(files['authors.yaml'] ?? '')).toEqual({
    ana: { name: 'Ana', url: 'https://ana.example' },
  });
});

it('of a program, what is written out is read, and the report says that it was not run', async () => {
  const { files, report } = await imported({
    '_data/metadata.js': metadata,
    '_data/site.cjs': 'module.exports = async () => (await fetch("https://x.example")).json();',
    'blog/2010-01-01-fog.md': post,
  });
  expect(files['site.yaml']).toContain('title: Fog & rain\nurl: https://fog.example\n');
  expect(files['site.yaml']).not.toContain('place');
  expect(report.lines.filter(({ outcome }) => outcome === 'left')).toMatchObject([
    { what: '_data/metadata.js', why: expect.stringMatching(/not run: what is written out/) },
    { what: '_data/site.cjs', why: expect.stringMatching(/not run, and nothing/) },
  ]);
});

it('a list of links to friends is no menu, and the home of the old site is nothing that is missing', async () => {
  const { files, report } = await imported({
    'hugo.yaml':
      'baseURL: https://fog.example/\nmenu:\n  main:\n    - {name: Home, url: "https://fog.example/"}\n    - {name: About, pageRef: /about}\n',
    'data/links.yml': '- {name: Friend, url: "https://friend.example"}\n',
    'content/posts/a.md': post,
    'content/about.md': about(),
  });
  expect(parse(files['site.yaml'] ?? '')).toMatchObject({
    nav: [{ label: 'About', path: '/about/' }],
  });
  const told = report.lines.find(({ file }) => file === 'site.yaml');
  expect(told?.notes[0]?.how).not.toContain('Its menu had more');
});

it('links of a menu to what did not come are named', async () => {
  const { files, report } = await imported({
    '_config.yml': 'title: T\nnav:\n  - {title: All, url: /all/}\n',
    '_posts/2010-01-01-a.md': post,
    'about.md': about(),
  });
  expect(files['site.yaml']).not.toContain('nav:');
  const told = report.lines.find(({ file }) => file === 'site.yaml');
  expect(told?.notes[0]?.how).toMatch(/Its menu had more, which lead to no page that came: All$/);
});

it.each([
  ['js', 'const title = "Fog";\nconst tags = ["sea"];\nconst when = new Date();'],
  ['js', '{ title: "Fog", tags: ["sea"], date: new Date(2010, 1, 1) }'],
  ['json', '{ "title": "Fog", "tags": ["sea"] }'],
  ['toml', 'title = "Fog"\ntags = ["sea"]'],
  ['yaml', 'title: Fog\ntags: [sea]'],
])('front matter in %s that says so on its first line is read', async (language, matter) => {
  const { files } = await imported({
    '2010-01-01-a.md': `---${language}\n${matter}\n---\nWords.\n`,
  });
  expect(files['articles/2010/a.md']).toBe(
    '---\ntitle: Fog\ndate: 2010-01-01\ntags:\n  - sea\n---\n\nWords.\n',
  );
});
