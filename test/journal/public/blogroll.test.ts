import { describe, expect, it } from 'vitest';
import { readBlogroll } from '#journal/content/blogGroups.ts';
import { formatFault } from '#journal/fault/fault.ts';
import { opmlOf } from '../../../src/feeds/opml.ts';

const read = (source: string) => readBlogroll('blogroll.yaml', source);

describe('blogroll.yaml', () => {
  it('is a list of blogs', () => {
    const { groups, faults } = read(
      '- title: One\n  url: https://one.example/\n  feed: https://one.example/feed\n  about: "*Good*"\n',
    );
    expect(faults).toEqual([]);
    expect(groups).toEqual([
      {
        group: undefined,
        blogs: [
          {
            title: 'One',
            url: 'https://one.example/',
            feed: 'https://one.example/feed',
            about: '*Good*',
          },
        ],
      },
    ]);
  });

  it('or of groups of them', () => {
    const { groups } = read(
      '- group: Friends\n  blogs:\n    - {title: One, url: https://one.example/}\n',
    );
    expect(groups).toEqual([
      { group: 'Friends', blogs: [{ title: 'One', url: 'https://one.example/' }] },
    ]);
  });

  it.each([
    [
      '- title: One\n  url: one.example\n',
      'blogroll.yaml:2: "0.url" is "one.example"; expected an address that begins with https:// (or http://); correct "0.url"',
    ],
    [
      '- titel: One\n  url: https://one.example/\n',
      'blogroll.yaml:1: no "0.title"; expected text; add below "0" the line "title: …"\nblogroll.yaml:1: unknown key "0.titel"; expected one of title, url, feed, about; did you mean "title"?',
    ],
    [
      '- group: Friends\n  blogs:\n    - url: https://one.example/\n',
      'blogroll.yaml:3: no "0.blogs.0.title"; expected text; add below "0.blogs.0" the line "title: …"',
    ],
    [
      '- group: Friends\n',
      'blogroll.yaml:1: no "0.blogs"; expected a list; add below "0" the line "blogs: …"',
    ],
    ['title: One\n', 'blogroll.yaml:1: all of it is {"title":"One"}; expected a list; correct it'],
  ])('%j is a fault with its line', (source, message) => {
    const { groups, faults } = read(source);
    expect(groups).toBeUndefined();
    expect(faults.map((fault) => formatFault(fault)).join('\n')).toBe(message);
  });
});

describe('the OPML file', () => {
  it('has what can be followed, escaped', () => {
    const one = { title: 'Salt & "Pepper"', url: 'https://a.example/?b=1&c=2' };
    const groups = [
      { group: undefined, blogs: [{ ...one, feed: 'https://a.example/feed?d&e' }] },
      { group: 'A < B', blogs: [{ ...one, feed: 'https://b.example/feed' }, one] },
      { group: 'Without a feed', blogs: [one] },
    ];
    expect(opmlOf(groups, 'Mine \u0001& yours')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
      <head><title>Mine &amp; yours</title></head>
      <body>
      <outline type="rss" text="Salt &amp; &quot;Pepper&quot;" title="Salt &amp; &quot;Pepper&quot;" xmlUrl="https://a.example/feed?d&amp;e" htmlUrl="https://a.example/?b=1&amp;c=2"/>
      <outline text="A &lt; B"><outline type="rss" text="Salt &amp; &quot;Pepper&quot;" title="Salt &amp; &quot;Pepper&quot;" xmlUrl="https://b.example/feed" htmlUrl="https://a.example/?b=1&amp;c=2"/></outline>
      </body>
      </opml>
      "
    `);
  });

  it('is not there where nothing can be followed', () => {
    const blogs = [{ title: 'One', url: 'https://one.example/' }];
    expect(opmlOf([{ group: 'Friends', blogs }], 'Mine')).toBeUndefined();
  });
});
