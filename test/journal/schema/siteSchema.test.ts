import { describe, expect, it } from 'vitest';
import { siteUrlIn } from '#journal/content/siteAddress.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import { authorsSchema } from '#journal/schema/authorsSchema.ts';
import { seriesSchema } from '#journal/schema/seriesSchema.ts';
import { siteSchema } from '#journal/schema/siteSchema.ts';
import { validate } from '#journal/schema/validate.ts';
import { faultsOfFiles, sampleSite, wrongValue } from '../sample.ts';

const faultsOfSite = (lines: string) =>
  faultsOfFiles({ 'site.yaml': `title: A\nurl: https://a.example\n${lines}\n` });

describe('what site.yaml may say', () => {
  it('title and url are enough', () => {
    expect(sampleSite()).toEqual({
      title: 'Sample',
      url: 'https://sample.example',
      formerly: [],
      language: 'en',
      timeZone: 'UTC',
      home: { is: 'stream' },
      nav: [],
      footer: [],
      permalinks: { articles: '/:year/:slug/', notes: '/notes/:slug/' },
      comments: 'ask',
      smartPunctuation: true,
      headingIds: 'scrollback',
      feeds: { entries: 50 },
      stream: { entries: 10 },
      allow: {
        scripts: [],
        styles: [],
        images: [],
        fonts: [],
        media: [],
        frames: [],
        connect: [],
        forms: [],
      },
      theme: { face: 'brygada', width: 'medium' },
    });
  });

  it.each<[string, object]>([
    ['tagline: One line', { tagline: 'One line' }],
    ['language: pt-BR', { language: 'pt-BR' }],
    ['timeZone: Pacific/Kiritimati', { timeZone: 'Pacific/Kiritimati' }],
    ['author: ana', { author: 'ana' }],
    ['author: >\n  Ana\n\n  B', { author: 'Ana B' }],
    ['formerly: HTTPS://B.example/x/', { formerly: ['https://b.example/x'] }],
    [
      'formerly: ["https://b.example", "https://c.example"]',
      { formerly: ['https://b.example', 'https://c.example'] },
    ],
    ['home: list', { home: { is: 'list' } }],
    ['home: about', { home: { is: 'page', name: 'about' } }],
    ['nav: [{label: A, path: /a/}]', { nav: [{ label: 'A', path: '/a/' }] }],
    [
      'nav: [{label: A, path: "https://b.example"}]',
      { nav: [{ label: 'A', path: 'https://b.example' }] },
    ],
    ...[
      '/a/#B',
      '/é/?q=a%26b#%C3%A9',
      'https://b.example/?c#d',
      'mailto:me@b.example?subject=A%20b',
      'tel:+351210000000',
    ].map((path): [string, object] => [
      `nav: [{label: A, path: "${path}"}]`,
      { nav: [{ label: 'A', path }] },
    ]),
    [
      'footer: [{label: A, path: "/%C3%A9?q=%26#B"}]',
      { footer: [{ label: 'A', path: '/é/?q=%26#B' }] },
    ],
    [
      'permalinks: {articles: /:slug/}',
      { permalinks: { articles: '/:slug/', notes: '/notes/:slug/' } },
    ],
    [
      'permalinks: {notes: "/:year/:month/:day/:id/"}',
      { permalinks: { articles: '/:year/:slug/', notes: '/:year/:month/:day/:id/' } },
    ],
    [
      'channel: "@ana_writes"',
      { channel: { name: '@ana_writes', since: undefined, posts: 'draft' } },
    ],
    ['channel: -1001234', { channel: { name: '-1001234' } }],
    [
      'channel: {name: "@ana_writes", since: 2026-01-01}',
      { channel: { name: '@ana_writes', since: '2026-01-01', posts: 'draft' } },
    ],
    [
      'channel: {name: "@ana_writes", since: 2026-01-01T09:30:00+01:00}',
      { channel: { name: '@ana_writes', since: '2026-01-01T09:30:00+01:00', posts: 'draft' } },
    ],
    ['comments: never', { comments: 'never' }],
    ['feeds: {entries: 20}', { feeds: { entries: 20 } }],
    ['theme: {accent: "#7a1f1f"}', { theme: { accent: '#7a1f1f' } }],
  ])('%s', (line, expected) => {
    expect(sampleSite(line)).toMatchObject(expected);
  });

  it.each(['https://a.example', 'https://a.example/', 'HTTPS://A.example:443/'])(
    'the url %s is one origin',
    (url) => {
      const yaml = parseYaml(`title: A\nurl: ${url}\n`, 'site.yaml');
      expect(validate(siteSchema, yaml, 'site.yaml').value?.url).toBe('https://a.example');
    },
  );

  it.each([
    ['https://me.example/blog/', 'https://me.example/blog'],
    ['https://Me.example/~me/Journal', 'https://me.example/~me/Journal'],
    ['https://me.example/caf%c3%a9//', 'https://me.example/caf%C3%A9'],
    ['https://me.example/café', 'https://me.example/caf%C3%A9'],
    ['https://bücher.example/b', 'https://xn--bcher-kva.example/b'],
  ])('the url %s is below a path', (url, normal) => {
    const text = `title: A\nurl: ${url}\n`;
    expect(validate(siteSchema, parseYaml(text, 'site.yaml'), 'site.yaml').value?.url).toBe(normal);
    expect(siteUrlIn(`${text}unknown: key\n`)).toBe(normal);
  });

  it.each(['', 'title: A', 'url: x', 'url: [', 'url:'])('there is no url in %j', (text) => {
    expect(siteUrlIn(text)).toBeUndefined();
  });
});

describe('what site.yaml may not say', () => {
  it.each([
    ['tagline: ""', 'tagline', '""', 'text that is not empty'],
    [
      'language: not a language',
      'language',
      '"not a language"',
      'a language tag such as en or pt-BR',
    ],
    [
      'timeZone: Europe/Lisboa',
      'timeZone',
      '"Europe/Lisboa"',
      'an IANA time zone such as Europe/Lisbon',
    ],
    [
      'nav: [{label: A}]',
      'nav.0',
      '{"label":"A"}',
      'a "label" with a "path", or with "entries" below it',
    ],
    [
      'permalinks: {articles: /:year/}',
      'permalinks.articles',
      '"/:year/"',
      'a pattern with :slug or :id, so that no two entries share a path',
    ],
    [
      'permalinks: {articles: /:slug}',
      'permalinks.articles',
      '"/:slug"',
      'a pattern that begins and ends with /, such as /:year/:slug/',
    ],
    [
      'permalinks: {articles: ":slug/"}',
      'permalinks.articles',
      '":slug/"',
      'a pattern that begins and ends with /, such as /:year/:slug/',
    ],
    [
      'permalinks: {notes: "/:jear/:slug/"}',
      'permalinks.notes',
      '"/:jear/:slug/"',
      'only :year :month :day :slug :id',
    ],
    ['channel: ana', 'channel', '"ana"', '@name of the channel, or {name, since, posts}'],
    [
      'channel: {name: "@ana_writes", since: soon}',
      'channel.since',
      '"soon"',
      'a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00',
    ],
    [
      'channel: {name: "@ana_writes", posts: keep}',
      'channel.posts',
      '"keep"',
      'draft, publish or ignore',
    ],
    ['comments: sometimes', 'comments', '"sometimes"', 'ask, always or never'],
    ['feeds: {entries: 0}', 'feeds.entries', '"0"', 'a whole number from 1 on'],
    ['theme: {accent: red}', 'theme.accent', '"red"', 'a colour such as #7a1f1f'],
    ['headingIds: gitbub', 'headingIds', '"gitbub"', 'scrollback, github, hugo or markdown-it'],
    ...['a', '#b', '//b.example/#c', '/../#b', '/a #b', 'javascript:a', 'mailto:'].map((path) => [
      `nav: [{label: A, path: "${path}"}]`,
      'nav.0.path',
      `"${path}"`,
      'a path that begins with /, or an address',
    ]),
  ])('a value of another kind: %s', (line, key = '', shown = '', expected = '') => {
    expect(faultsOfSite(line ?? '')).toEqual([wrongValue('site.yaml:3', key, shown, expected)]);
  });

  it.each([
    [
      'nav: [{label: A, path: /a/, titel: B}]',
      'site.yaml:3: unknown key "nav.0.titel"; expected one of label, path, entries; remove it',
    ],
    [
      'permalinks: {pages: "/:slug/"}',
      'site.yaml:3: unknown key "permalinks.pages"; expected one of articles, notes; remove it',
    ],
    [
      'channel: {name: "@ana_writes", sinse: 2026-01-01}',
      'site.yaml:3: unknown key "channel.sinse"; expected one of name, since, posts; did you mean "since"?',
    ],
    [
      'timezone: UTC',
      'site.yaml:3: unknown key "timezone"; expected one of title, tagline, url, formerly, language, timeZone, author, home, nav, footer, permalinks, channel, comments, smartPunctuation, headingIds, stream, feeds, allow, theme; did you mean "timeZone"?',
    ],
  ])('%s', (line, message) => {
    expect(faultsOfSite(line).join('\n')).toBe(message);
  });

  it.each([
    ['http//a.example', 'an address that begins with https:// (or http://)'],
    ['https://a.example//blog/', 'a name between two slashes'],
    ['https://a.example/blog/../x', 'a path of which no part begins or ends with a dot'],
    ['https://a.example/?a', 'an address without ? and #'],
    ['', 'an address that begins with https:// (or http://)'],
  ])('the url %j', (url, expected) => {
    expect(faultsOfFiles({ 'site.yaml': `title: A\nurl: ${url}\n` })).toEqual([
      wrongValue('site.yaml:2', 'url', `"${url}"`, expected),
    ]);
  });

  it('nothing', () => {
    expect(faultsOfFiles({ 'site.yaml': '' })).toMatchInlineSnapshot(`
      [
        "site.yaml:1: no "title"; expected text; add the line "title: …"",
        "site.yaml:1: no "url"; expected an address that begins with https:// (or http://); add the line "url: …"",
      ]
    `);
  });
});

describe('series and authors', () => {
  it('a series file says its title, what it is about and what is to come', () => {
    const yaml = parseYaml('title: T\ndescription: D\nplanned: [A, B]\n', 'series/a.yaml');
    expect(validate(seriesSchema, yaml, 'series/a.yaml').value).toEqual({
      title: 'T',
      description: 'D',
      planned: ['A', 'B'],
    });
  });

  it('authors.yaml names people by id', () => {
    const yaml = parseYaml('ana: {name: Ana, url: "https://a.example", bio: B}\n', 'authors.yaml');
    expect(validate(authorsSchema, yaml, 'authors.yaml').value).toEqual({
      ana: { name: 'Ana', url: 'https://a.example', bio: 'B', links: [] },
    });
  });

  it.each([
    [
      'series/a.yaml',
      'title: T\npart: 1\n',
      'series/a.yaml:2: unknown key "part"; expected one of title, description, planned; remove it',
    ],
    [
      'authors.yaml',
      'ana: {nam: Ana}\n',
      [
        'authors.yaml:1: no "ana.name"; expected text; add below "ana" the line "name: …"',
        'authors.yaml:1: unknown key "ana.nam"; expected one of name, url, bio, picture, links; did you mean "name"?',
      ].join('\n'),
    ],
    [
      'authors.yaml',
      'ana b: {name: Ana}\n',
      'authors.yaml:1: the key "ana b"; expected an id of letters, digits, - and _; rename it',
    ],
  ])('%s: %s', (file, source, message) => {
    expect(faultsOfFiles({ [file]: source }).join('\n')).toBe(message);
  });
});
