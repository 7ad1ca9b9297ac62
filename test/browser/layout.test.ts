import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { openChromium } from './chromium.ts';
import { type ServedJournal, servedJournal } from './servedJournal.ts';

let browser: Browser;
let journal: ServedJournal;

beforeAll(async () => {
  const tables = [
    table(5, 'a word after the other'),
    table(2, 'many words '.repeat(9)),
    table(6, '1'),
    table(8, 'a word after the other'),
  ];
  journal = await servedJournal({
    'site.yaml': 'title: S\nurl: https://sample.example\n',
    'articles/a.md': article,
    'articles/b.md': nested(),
    'series/s.yaml': 'title: S\n',
    'articles/hand.png': await readFile('test/fixtures/journal/articles/folder/square.png'),
    'notes/a.md': `---\ndate: 2026-03-20\n---\n\nOne <img src="dot.svg" alt=":)"> two\n\n[![A dot](dot.svg)](https://youtu.be/abcdef)\n\n${tables.join('\n\nThen\n\n')}\n`,
    'notes/b.md': '---\ndate: 2026-03-19\n---\n\n![A dot](dot.svg)\n',
    'notes/c.md': `---\ndate: 2026-03-18\ntags: [one, ${'many words '.repeat(12)}]\n---\n\n\`\`\`\ncode\n\`\`\`\n`,
    'notes/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12"/>',
  });
  browser = await openChromium();
  return async () => void (await Promise.all([browser.close(), journal.close()]));
});

const openPage = (width: number) => browser.newPage({ viewport: { width, height: 900 } });

/** Its language has a calendar of its own, and no words here. */
const site = 'title: دفتر\nurl: https://sample.example\nlanguage: fa\n';

it('in Persian, a day is the same wherever it stands, and English labels stand beside what they label', async () => {
  const journal = await servedJournal({
    'site.yaml': site,
    'articles/a.md': '---\ntitle: یک\ndate: 2026-03-20\n---\n\nمتن\n',
    'articles/b.md': '---\ntitle: دو\ndate: 2026-03-21\n---\n\nمتن\n',
    'notes/c.md': '---\ndate: 2026-05-30\n---\n\nمتن\n',
  });
  onTestFinished(() => journal.close());
  const page = await openPage(1280);
  const days = () => page.locator('main time').allTextContents();
  await page.goto(`${journal.origin}/2026/b/`);
  expect(await days()).toEqual(['۱ فروردین ۱۴۰۵']);
  expect(await page.getByRole('banner').getByRole('navigation').count()).toBe(0);
  expect(await page.content()).not.toContain('"author":[]');
  const gaps = await page.$$eval('.pager a', (links) =>
    links.map((link) => {
      const [label, title] = [...link.children].map((one) => one.getBoundingClientRect());
      const words = link.querySelector('[lang=en]')?.getBoundingClientRect();
      return Math.min(label?.left ?? 0, words?.left ?? 0) - (title?.right ?? 0);
    }),
  );
  expect(gaps.map((gap) => gap > 0)).toEqual([true, true]);
  await page.goto(`${journal.origin}/search/`);
  const [words, form] = await Promise.all(
    ['.search bdi', '.search'].map((one) => page.locator(one).boundingBox()),
  );
  const rightOf = (box: { x: number; width: number } | null | undefined) =>
    (box?.x ?? 0) + (box?.width ?? 0);
  expect(rightOf(words)).toBeCloseTo(rightOf(form));
  await page.goto(`${journal.origin}/archive/2026/`);
  expect(await days()).toEqual(['۹ خرداد ۱۴۰۵', '۱ فروردین ۱۴۰۵', '۲۹ اسفند ۱۴۰۴']);
  await page.setViewportSize({ width: 320, height: 900 });
  const overlaps = await page.$$eval('.entry-list li', (items) =>
    items.map((item) => {
      const [day, words] = ['time', 'a:not(:has(time)), span'].map((one) =>
        item.querySelector(one)?.getBoundingClientRect(),
      );
      return (words?.right ?? 0) > (day?.left ?? 0);
    }),
  );
  expect(overlaps).toEqual([false, false, false]);
});

/** A table that has as much to say in each column, and how many of these there are. */
const table = (columns: number, words: string) =>
  [words, '---', words].map((cell) => `${`| ${cell} `.repeat(columns)}|`).join('\n');

it('on a phone, a picture among words stands in their line, a sign on its film, and of many columns none is squeezed', async () => {
  const page = await openPage(375);
  await page.goto(`${journal.origin}/notes/a/`);
  const lines = await page.$$eval('.e-content > p, td', (all) =>
    all.map((one) => {
      const { lineHeight, paddingBlock } = getComputedStyle(one);
      const inside = one.getBoundingClientRect().height - 2 * Number.parseFloat(paddingBlock);
      return Math.round(inside / Number.parseFloat(lineHeight));
    }),
  );
  expect(lines[0]).toBe(1);
  expect(lines[1]).toBeLessThan(4);
  expect(lines.at(-1)).toBeLessThan(4);
  const scroll = await page.$$eval('.table', (boxes) =>
    boxes.map(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth),
  );
  expect(scroll).toEqual([true, false, false, true]);
  // The sign in the middle of the link stands on its picture.
  const film = await page
    .locator('.video > a')
    .evaluate((link) => link.getBoundingClientRect().width);
  expect(film).toBeLessThan(200);
});

const long = `https://else.example/${'a-long-path/'.repeat(12)}`;
const article = `---
title: A
date: 2026-01-02
---

| Port | ${Array.from({ length: 6 }, (_, at) => `Hour ${at + 1}`).join(' | ')} | Remarks |
|------|${'---|'.repeat(6)}---------|
| Cacilhas | ${'0.31 | '.repeat(6)}none |
| Trafaria | ${'0.30 | '.repeat(6)}<${long}> \`${'x.'.repeat(60)}\` |

<details><summary>More</summary>

Folded words.

</details>

<https://a.example/one> [two](https://a.example/two) <https://sample.example/2026/a/>

[![A hand](hand.png)](https://youtu.be/film)

100. (000)

|${' Wednesday |'.repeat(13)}
|${'---|'.repeat(13)}

\`\`\`ts {1}
${'const one = two; '.repeat(12)}
\`\`\`
`;

it('on paper, no table, line of code or number of a list is cut off, what is folded can be read, and each link says once where it leads', async () => {
  const page = await openPage(600);
  await page.goto(`${journal.origin}/2026/a/`);
  const looks = () =>
    page.evaluate(async () => {
      // What a style shows of what is folded counts from the next frame on.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      const folded = [...document.querySelectorAll('details p')].map((one) =>
        one.checkVisibility({ contentVisibilityAuto: true }),
      );
      const isCut = [...document.querySelectorAll('.table, pre')].map(
        (one) => one.scrollWidth > one.clientWidth + 1,
      );
      // The number hangs before its item, about as wide as these words.
      const item = document.querySelector('ol > li');
      const left = item?.getBoundingClientRect().left ?? 0;
      const words = document.createRange();
      words.selectNodeContents(item ?? document);
      return { folded, isCut, hasRoom: left > words.getBoundingClientRect().width };
    });
  expect(await looks()).toMatchObject({ folded: [false], isCut: [true, true, true] });
  await page.emulateMedia({ media: 'print' });
  expect(await looks()).toEqual({ folded: [true], isCut: [false, false, false], hasRoom: true });
  const printed = await page.$$eval('.e-content > :is(p, figure) a', (links) =>
    links.map((link) => {
      const { content, position } = getComputedStyle(link, '::after');
      return [content, position];
    }),
  );
  expect(printed).toEqual([
    ['none', 'static'],
    ['" (\u2066https://a.example/two\u2069)"', 'static'],
    ['none', 'static'],
    ['" (\u2066https://youtu.be/film\u2069)"', 'static'],
  ]);
});

/** An entry with one of each block in whatever blocks stand in. */
function nested(): string {
  const blocks = [
    'One',
    'Two',
    '- three\n- four',
    '| a |\n|---|',
    '> [!TIP]\n> Five',
    '![Six](hand.png)\nSeven',
    '$$x$$',
    '### Eight',
    '#### Nine',
    `\`\`\`ts title="ten" {1}\none\n${'two '.repeat(99)}\n\`\`\``,
  ].join('\n\n');
  const indented = (lead: string) => blocks.replace(/^(?=.)/gm, lead);
  return [
    '---\ntitle: B\ndate: 2026-01-03\nseries: s\n---',
    `<details open><summary>More</summary>\n\n${blocks}\n\n</details>`,
    `<div>\n\n${blocks}\n\n</div>`,
    `1. ${indented('   ').trim()}\n2. ![Dot](hand.png)\n3. Words ![Dot](../notes/dot.svg) words`,
    blocks.replace(/^/gm, '> '),
    `> [!NOTE]\n${blocks.replace(/^/gm, '> ')}\n>\n> <div>Framed</div>`,
    Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- deep`).join('\n'),
    `${'> '.repeat(12)}deep`,
    '> [!WARNING]\n> > [!TIP]\n> > Five',
    '![Dot](hand.png "Eleven")\n![Dot](hand.png "Twelve")',
    `Words[^1].\n\n[^1]: ${indented('    ').trim()}\n`,
  ].join('\n\n');
}

it('blocks have room between them in whatever they stand, but none above the second of a group of pictures; a line of code that is marked is so to its end, and a picture has the mark of its item at its head, but stands in a line with words', async () => {
  const page = await openPage(800);
  await page.goto(`${journal.origin}/2026/b/`);
  const gaps = await page.$$eval(
    ':is(.e-content > :not(.footnotes), .footnotes li, li:has(> p)):has(> :nth-child(8))',
    (boxes) =>
      boxes.map((box) => {
        const rows = [...box.querySelectorAll(':scope > :not(a)')].map((one) =>
          one.getBoundingClientRect(),
        );
        return rows.slice(1).map((row, at) => row.top - (rows[at]?.bottom ?? 0));
      }),
  );
  expect(gaps.map((some) => some.length)).toEqual([10, 9, 9, 9, 11, 9]);
  expect(gaps.flat().filter((gap) => gap < 4)).toEqual([]);
  const tops = await page.$$eval('.pictures > figure', (all) =>
    all.map((one) => one.getBoundingClientRect().top),
  );
  expect(tops).toEqual([tops[0], tops[0]]);
  const [marked, whole] = await page
    .locator('mark.line')
    .first()
    .evaluate((line) => [line.clientWidth, line.closest('pre')?.scrollWidth]);
  expect(marked).toBe(whole);
  // A mark stands on the line on which a word beside the picture does.
  const mark = page.locator('ol > li > img, ol > li > p > img:only-child').first();
  const [top, base] = await mark.evaluate((picture) => {
    const word = document.createRange();
    picture.before('word');
    word.selectNode(picture.previousSibling ?? picture);
    return [picture.getBoundingClientRect().top, word.getBoundingClientRect().bottom];
  });
  expect(base).toBeLessThan((top ?? 0) + 40);
  const above = await page.locator('ol > li:nth-child(3) img').evaluate((picture) => {
    const words = document.createRange();
    words.selectNode(picture.previousSibling ?? picture);
    return words.getBoundingClientRect().top - picture.getBoundingClientRect().top;
  });
  expect(above).toBeLessThan(1);
});

it('a callout has the colour of its kind, whatever it stands in', async () => {
  const page = await openPage(800);
  await page.goto(`${journal.origin}/2026/b/`);
  const colours = (within: string) =>
    page.$$eval(`${within} .callout-title`, ([title]) => {
      const line = title?.parentElement;
      return [title, line].map(
        (one) => one && getComputedStyle(one)[one === line ? 'borderLeftColor' : 'color'],
      );
    });
  const [tip, tipInWarning, warning] = await Promise.all(
    ['div > .callout-tip', '.callout-warning .callout-tip', '.callout-warning'].map(colours),
  );
  expect(tipInWarning).toEqual(tip);
  expect(warning).not.toEqual(tip);
});

it('on a phone, twelve lists or quotations within each other leave room for words', async () => {
  const page = await openPage(320);
  await page.goto(`${journal.origin}/2026/b/`);
  const widths = await page.$$eval(':is(li, blockquote p):not(:has(li))', (all) =>
    all.filter((one) => one.textContent.trim() === 'deep').map((one) => one.clientWidth),
  );
  expect(widths).toEqual([expect.any(Number), expect.any(Number)]);
  expect(Math.min(...widths)).toBeGreaterThan(70);
});

it('on a desk, links to feeds are apart from the first part of a series', async () => {
  const page = await openPage(1280);
  await page.goto(`${journal.origin}/series/s/`);
  const [feeds, part] = await Promise.all(
    ['.list-feed', '.series-parts > li'].map((one) => page.locator(one).boundingBox()),
  );
  expect((feeds?.y ?? 0) + (feeds?.height ?? 0)).toBeLessThan(part?.y ?? 0);
});

it('on a desk, how many there are stands beside the first line of a name', async () => {
  const page = await openPage(1280);
  await page.goto(`${journal.origin}/tags/`);
  const [long, short] = await page.$$eval('.index-list > li', (items) =>
    items.map((item) => {
      const top = (one: Element | null) => one?.getBoundingClientRect().top ?? 0;
      return [item.clientHeight, top(item.querySelector('.count')) - top(item)] as const;
    }),
  );
  expect(long?.[0]).toBeGreaterThan(short?.[0] ?? 0);
  expect(long?.[1]).toBeCloseTo(short?.[1] ?? 0);
});

it('lists call a note by its words, by what its picture shows, or by what it is', async () => {
  const page = await openPage(320);
  await page.goto(`${journal.origin}/notes/`);
  expect(await page.locator('.note span').allTextContents()).toEqual(['One two', 'A dot', 'Note']);
});
