import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openChromium } from './chromium.ts';
import { type ServedJournal, servedJournal } from './servedJournal.ts';

const long = 'A long note goes on for quite a while, past its own mark and the next. '.repeat(6);

const notes = `# A heading with a note[^head]

One[^a] and[^b] and[^c] close together. [^a] again.

- in a list[^list]

| in a table[^cell] |
| --- |
| x |

> in a quotation[^quote]

${'A paragraph far below. '.repeat(40)}[^far]

[^head]: Of the heading.
[^a]: ${long}
[^b]: ${long}

    A second paragraph, with a [link](https://elsewhere.example/).
[^c]: Short.
[^list]: Of the list.
[^cell]: Of the cell.
[^quote]: Of the quotation, which has a note too.[^nested]
[^nested]: Of the note.
[^far]: Far.
`;

const entry = (day: number, body: string, matter = '') =>
  `---\ndate: 2026-05-${String(day).padStart(2, '0')}\n${matter}---\n\n${body}`;

const rightToLeft = entry(19, 'שלום[^1] עולם.\n\n[^1]: הערה.\n', 'title: שלום\nlang: he\n');

const folded = `Before.[^a] And there.[^c]

<details>
<summary>More</summary>

Inside.[^b] Again.[^c]

</details>

After.[^d]

[^a]: ${long}
[^b]: Hidden.
[^c]: Of both.
[^d]: Last.
`;

/** Of a note and its marks: edges in pixels from the corner of the page. */
interface Place {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Top of the first mark. */
  readonly mark: number;
  /** Right edge of the text. */
  readonly text: number;
  /** Bottom of all text of the entry. */
  readonly end: number;
}

let browser: Browser;
let journal: ServedJournal;

beforeAll(async () => {
  journal = await servedJournal({
    'site.yaml': 'title: Notes\nurl: https://sample.example\n',
    'articles/full.md': entry(20, notes, 'title: Full of notes\n'),
    'articles/rtl.md': rightToLeft,
    'articles/folded.md': entry(17, folded, 'title: Folded\n'),
    'articles/folded-mdx.mdx': entry(16, folded, 'title: Folded in MDX\n'),
    'articles/mdx.mdx': entry(18, 'One[^1].\n\n[^1]: In MDX.\n', 'title: M\n'),
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `notes/n${at}.md`,
        entry(at + 1, `Short, with a long note at its end.[^1]\n\n[^1]: ${long}\n`),
      ]),
    ),
  });
  browser = await openChromium();
  return async () => void (await Promise.all([browser.close(), journal.close()]));
});

async function open(path: string, width: number, { origin } = journal): Promise<Page> {
  const page = await opened(origin + path, width);
  onTestFinished(() => page.context().close());
  return page;
}

/** Whoever opens it closes its context. */
async function opened(address: string, width: number): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Where the notes of a page stand. Runs in the page. */
function measure(): Place[] {
  const notes = [...document.querySelectorAll('.footnotes > ol > li')];
  return notes.flatMap((note) => {
    // One that is hidden stands nowhere.
    if (note.getClientRects().length === 0) return [];
    const place = note.getBoundingClientRect();
    const back = note.querySelector('[data-footnote-backref]')?.getAttribute('href') ?? '';
    const mark = document.getElementById(decodeURIComponent(back.slice(1)));
    const body = note.closest('.e-content');
    const text = body?.getBoundingClientRect();
    const blocks = [...(body?.children ?? [])].filter((one) => !one.matches('.footnotes'));
    return {
      id: note.id,
      left: place.left,
      right: place.right,
      top: place.top,
      bottom: place.bottom,
      mark: mark?.getBoundingClientRect().top ?? Number.NaN,
      text: text?.right ?? Number.NaN,
      end: Math.max(...blocks.map((one) => one.getBoundingClientRect().bottom)),
    };
  });
}

const beside = (one: Place) => one.left >= one.text;

it.each(['/2026/folded/', '/2026/folded-mdx/'])(
  'a note of a mark in closed details is hidden with it, and beside its mark when they are open: %s',
  async (path) => {
    const page = await open(path, 1440);
    const shown = async () => (await page.evaluate(measure)).map(({ id }) => id.slice(-1));
    expect(await shown()).toEqual(['a', 'c', 'd']);
    const closed = await page.evaluate(measure);
    for (const [at, one] of closed.entries())
      expect(one.top).toBeGreaterThanOrEqual((closed[at - 1]?.bottom ?? 0) - 0.5);
    await page.locator('summary').click();
    expect(await shown()).toEqual(['a', 'c', 'b', 'd']);
    for (const one of await page.evaluate(measure)) expect(beside(one)).toBe(true);
    const narrow = await open(path, 500);
    expect(await narrow.evaluate(measure)).toHaveLength(4);
  },
);

describe.each([
  ['an article full of them', '/2026/full/', 9],
  ['an article in MDX', '/2026/mdx/', 1],
  ['the stream', '/', 22],
])('on a wide page, in %s', (_, path, count) => {
  let page: Page;

  beforeAll(async () => {
    page = await opened(journal.origin + path, 1440);
    return () => page.context().close();
  });

  it('notes stand beside the text, each on the line of its mark or right below the one before', async () => {
    const places = await page.evaluate(measure);
    expect(places.length).toBeGreaterThanOrEqual(count);
    expect(places.filter((one) => !beside(one)).map(({ id }) => id)).toEqual([]);
    for (const [at, one] of places.entries()) {
      const free = Math.max(one.mark, places[at - 1]?.bottom ?? 0);
      expect(Math.abs(one.top - free), `${one.id} at ${one.top}, free from ${free}`).toBeLessThan(
        16,
      );
    }
  });

  it('no two notes overlap', async () => {
    const places = await page.evaluate(measure);
    const overlapping = places.flatMap((one, at) =>
      places
        .slice(at + 1)
        .filter((other) => one.top < other.bottom - 0.5 && other.top < one.bottom - 0.5)
        .map((other) => `${one.id} and ${other.id}`),
    );
    expect(overlapping).toEqual([]);
  });

  it('nothing scrolls sideways', async () => {
    for (const width of [1119, 1120, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });
});

it.each([
  ['a phone', 390, 'screen'],
  ['a window without room', 1000, 'screen'],
  ['paper', 1440, 'print'],
] as const)('on %s the notes stand at the foot of their text, once', async (_, width, media) => {
  const page = await open('/2026/full/', width);
  await page.emulateMedia({ media });
  const places = await page.evaluate(measure);
  expect(places.length).toBe(9);
  for (const one of places) {
    expect(one.left).toBeLessThan(one.text);
    expect(one.top).toBeGreaterThanOrEqual(one.end);
  }
  const text = await page.locator('main').textContent();
  expect(text?.split('Of the quotation, which has a note too').length).toBe(2);
});

it.each([
  ['left', '', ['date', 'text', 'note']],
  ['right', 'language: he\n', ['note', 'text', 'date']],
])(
  'in a journal that runs from the %s, a right-to-left entry has its margins where all have them',
  async (_, language, order) => {
    const page = await open(
      '/2026/rtl/',
      1440,
      language === '' ? journal : await journalOf(language),
    );
    const places = await Promise.all(
      [
        ['date', '.entry-date'],
        ['text', '.e-content > p'],
        ['note', '.footnotes li'],
      ].map(async ([name = '', selector = '']) => ({
        name,
        box: await page.locator(selector).boundingBox(),
      })),
    );
    places.sort((a, b) => (a.box?.x ?? 0) - (b.box?.x ?? 0));
    expect(places.map(({ name }) => name)).toEqual(order);
    expect(
      await page.locator('.e-content > p').evaluate((one) => getComputedStyle(one).direction),
    ).toBe('rtl');
    for (const width of [390, 900]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  },
);

/** A journal with the one right-to-left article. */
async function journalOf(language: string): Promise<ServedJournal> {
  const own = await servedJournal({
    'site.yaml': `title: Notes\nurl: https://sample.example\n${language}`,
    'articles/rtl.md': rightToLeft,
  });
  onTestFinished(() => own.close());
  return own;
}

it('the keyboard stops at marks, links in notes and ways back, and nowhere else', async () => {
  const page = await open('/2026/full/', 1440);
  const focusable = await page.evaluate(
    () =>
      [...document.querySelectorAll('.e-content *')].filter(
        (one) => one instanceof HTMLElement && one.tabIndex >= 0 && !one.matches('a[href], .table'),
      ).length,
  );
  expect(focusable).toBe(0);
  const marks = page.locator('[data-footnote-ref]');
  await marks.first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#2026\.full\.fn-head$/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#2026\.full\.fnref-head$/);
});

it('an assistive reader hears the notes after the text, in the order of their marks', async () => {
  const page = await open('/2026/full/', 1440);
  const tree = await page.locator('.e-content').ariaSnapshot();
  const order = ['A paragraph far below', 'Of the heading', 'Short.', 'Of the list', 'Far.'];
  const found = order.map((words) => tree.indexOf(words));
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found.every((at) => at >= 0)).toBe(true);
});
