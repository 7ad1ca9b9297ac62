import { expect, it } from 'vitest';
import { loadBeside } from '../load/content.ts';
import { plainPicture } from '../plainPicture.ts';

const load = (files: Parameters<typeof loadBeside>[1]) => loadBeside(['/cv.pdf'], files);

const entry = (lines: string) => `---\n${lines}\n---\n\nText.\n`;
const blogroll = '- {title: One, url: "https://one.example/", feed: "https://one.example/f"}\n';

it('a link at the head of each page that leads nowhere is told with its line', async () => {
  const nav = ['/archive/2026/05/', '/archive/2026/04/', '/blogroll/', '/cv.pdf', '/tags', '/soon/']
    .map((path) => `  - {label: L, path: ${path}}\n`)
    .join('');
  const { faults } = await load({
    'site.yaml': `title: Sample\nurl: https://sample.example\nnav:\n${nav}`,
    'notes/a.md': entry('date: 2026-05-02'),
    'pages/soon.md': entry('title: Soon\ndraft: true'),
  });
  expect(faults).toMatchInlineSnapshot(`
    [
      "site.yaml:5: "nav" leads to /archive/2026/04/, which does not exist; expected a page of this journal; did you mean "/archive/2026/05/"?",
      "site.yaml:6: "nav" leads to /blogroll/, which does not exist; expected a page of this journal; correct the path",
      "site.yaml:9: "nav" leads to /soon/, which is not published (pages/soon.md); expected a page that readers can see; publish that page first, or remove the line",
    ]
  `);
});

it('a link that leads nowhere in what YAML files say is told with its line', async () => {
  const { faults } = await load({
    'site.yaml': 'title: Sample\nurl: https://sample.example\nstream: {entries: 1}\n',
    'notes/a.md': entry('date: 2026-05-02'),
    'series/s.yaml':
      'title: S\ndescription: "[a](/cv.pdf), [p](/page/1/), [q](/page/2/), [b](/2026/gone/) and [c](#x)"\n',
    'series/hidden.yaml': 'title: H\ndescription: "[a](/soon/)"\n',
    'authors.yaml':
      'ana:\n  name: Ana\n  bio: >\n    See [this](https://sample.example/soon/),\n    [that](mailto:a@sample.example) and [me].\n\n\n    [me]: articles/a.md\n',
    'blogroll.yaml':
      '- group: G\n  blogs:\n    - title: One\n      url: https://one.example/\n      about: "[x](/archiv/) [y](/a/#z)"\n',
    'articles/a.md': entry('title: A\ndate: 2026-05-02\nslug: a\nseries: s\nauthors: ana'),
    'pages/a.md': entry('title: A page'),
    'pages/soon.md': entry('title: Soon\ndraft: true'),
  });
  expect(faults).toMatchInlineSnapshot(`
    [
      "authors.yaml:3: a link to /soon/, which is not published (pages/soon.md); expected a page that readers can see; publish that entry first, or remove the link",
      "authors.yaml:3: a link to articles/a.md in a text that several pages show; expected an address that begins with / or https://; write the path of the page, such as /about/",
      "blogroll.yaml:5: a link to #z of /a/, which is not there; expected no "#", since that page has no headings; correct the link",
      "blogroll.yaml:5: a link to /archiv/, which does not exist; expected a page of this journal; did you mean "/archive/"?",
      "series/s.yaml:2: a link to /2026/gone/, which does not exist; expected a page of this journal; correct the link",
      "series/s.yaml:2: a link to /page/2/, which does not exist; expected a page of this journal; did you mean "/page/1/"?",
    ]
  `);
});

it('no page and no alias can be where the site has a page', async () => {
  const { faults } = await load({
    'blogroll.yaml': blogroll,
    'pages/blogroll.md': entry('title: Mine\naliases: /blogroll.opml'),
    'notes/a.md': entry('date: 2026-01-02\naliases: /archive/2026/01/'),
    'notes/b.md': entry('date: 2026-01-02\nauthors: [Nell]\naliases: [/authors/nell/]'),
  });
  expect(faults).toMatchInlineSnapshot(`
    [
      "notes/a.md:3: the alias /archive/2026/01/, which the site itself has already; expected a path of its own; remove that alias",
      "notes/b.md:4: the path /authors/nell/, which the page of the author "Nell" has already; expected a path of its own; give it another path",
      "pages/blogroll.md:1: the path /blogroll/, which the blogroll has already; expected a path of its own; give it another path",
      "pages/blogroll.md:3: the path /blogroll.opml, which the blogroll has already; expected a path of its own; give it another path",
    ]
  `);
});

it('without a blogroll.yaml a page of one’s own may be a blogroll', async () => {
  expect((await load({ 'pages/blogroll.md': entry('title: Mine') })).faults).toEqual([]);
});

it('two authors on one page, and pictures that are none, are told with their lines', async () => {
  const { faults } = await load({
    'authors.yaml': `nell: {name: Nell}
Nell:
  name: Nell
  picture:
    src: broken.jpg
    alt: Nell
joost:
  name: Joost
  picture: {src: missing.jpg, alt: Joost}
`,
    'broken.jpg': 'no picture',
  });
  expect(faults).toMatchInlineSnapshot(`
    [
      "authors.yaml:2: the author "Nell", whose page /authors/nell/ is that of the author "nell"; expected ids that differ by more than case; rename one of the two",
      "authors.yaml:5: the picture broken.jpg cannot be read (no picture of a kind that is known here); expected a whole JPEG, PNG, WebP, AVIF, GIF or SVG file; replace the file, or remove it from the text",
      "authors.yaml:9: the picture missing.jpg is missing; expected the file missing.jpg; put the file there, or correct the name",
    ]
  `);
});

it('the picture of an author is served once there is something to read', async () => {
  const picture = await plainPicture('png', '#000', 8, 8);
  const files = {
    'authors.yaml': 'nell: {name: Nell, picture: {src: nell.png, alt: Nell}}\n',
    'nell.png': picture,
  };
  const hidden = await load({
    ...files,
    'notes/a.md': entry('date: 2026-01-02\nauthors: nell\ndraft: true'),
  });
  expect(hidden.faults).toEqual([]);
  expect(hidden.assets.get('nell.png')).toBeUndefined();
  const shown = await load({ ...files, 'notes/a.md': entry('date: 2026-01-02\nauthors: nell') });
  expect(shown.assets.get('nell.png')).toBeDefined();
});
