import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { readFeed } from './feedDocument.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openChromium();
  page = await browser.newPage();
  return () => browser.close();
});

describe('a feed would be found wanting for', () => {
  const atom = (entry: string, feed = '<author><name>A</name></author>') =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><id>a:b</id><title/><updated>2026-01-02T00:00:00Z</updated>${feed}<entry><id>a:c</id><title/><updated>2026-01-02T00:00:00Z</updated><published>2026-01-02T00:00:00Z</published><link rel="alternate" href="https://a.example/"/>${entry}</entry></feed>`;
  const body = (html: string) =>
    atom(`<content type="html">${html.replaceAll('<', '&lt;')}</content>`);
  it.each<[string, string, string, string[]]>([
    [
      'an Atom entry without a body',
      'atom.xml',
      atom('', ''),
      ['no author', '0 content in entry', 'a body of no HTML'],
    ],
    [
      'an id that is no IRI',
      'atom.xml',
      body('').replace('a:c', 'post-1'),
      ['the id post-1, no IRI'],
    ],
    [
      'a date without a time',
      'atom.xml',
      body('').replace('2026-01-02T00:00:00Z', '2026-01-02'),
      ['the date 2026-01-02'],
    ],
    [
      'a JSON feed without what it needs',
      'feed.json',
      '{"title":"A","items":[{"id":1}]}',
      [
        'the version undefined',
        'no id',
        'no url',
        'no content_html',
        'no date_published',
        'id is no text',
        'the date undefined',
      ],
    ],
    [
      'a mark without a note',
      'atom.xml',
      body('<a class=footnote id=r href=https://a.example/#n>1</a>'),
      ['no note for', 'no way back to r', 'a mark without'],
    ],
    [
      'a mark that no reader would know',
      'atom.xml',
      body('<sup><a href="https://x.example/">1</a></sup>'),
      ['a mark without'],
    ],
    [
      'a relative way back',
      'atom.xml',
      body('<a class=reversefootnote href=/#x>1</a>'),
      ['leads away', 'no mark for', '/#x'],
    ],
  ])('%s', async (_, file, text, found) => {
    const read = await page.evaluate(readFeed, { file, text });
    const told = [
      ...read.faults,
      ...read.items.flatMap(({ broken, relative }) => [...broken, ...relative]),
    ];
    expect(told.map((one, at) => (one.includes(found[at] ?? '-') ? found[at] : one))).toEqual(
      found,
    );
  });

  it('XML that is not well-formed', async () => {
    const { faults } = await page.evaluate(readFeed, {
      file: 'atom.xml',
      text: '<feed>&nbsp;</feed>',
    });
    expect(faults.join()).toContain('nbsp');
  });
});
