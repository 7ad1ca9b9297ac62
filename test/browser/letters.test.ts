import { basename } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { type ServedJournal, servedJournal } from './servedJournal.ts';

/** Words with letters beyond those of Western Europe, and the parts of the face that have them. */
const texts = [
  ['en', 'Plain “words” — naïve, façade, Œuvre, • €5 … über', []],
  ['pl', 'Zażółć gęślą jaźń', ['latin-ext']],
  ['cs', 'Příliš žluťoučký kůň úpěl ďábelské ódy', ['latin-ext']],
  ['tr', 'Pijamalı hasta yağız şoföre İstanbul’da', ['latin-ext']],
  ['ro', 'Și țară, bărbat', ['latin-ext']],
  ['el', 'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία', ['greek']],
  ['ru', 'Съешь ещё этих мягких французских булок', ['cyrillic']],
  ['uk', 'Ґанок, їжак і єнот', ['cyrillic']],
] as const;

const article = (lang: string, title: string, body: string) =>
  `---\ntitle: ${title}\ndate: 2026-01-02\nlang: ${lang}\n---\n\n${body}\n`;

let browser: Browser;
let journal: ServedJournal;
let page: Page;

beforeAll(async () => {
  const articles = texts.map(([lang, words]) => [
    `articles/${lang}.md`,
    article(lang, 'A', `${words} *${words}* **${words}**`),
  ]);
  journal = await servedJournal({
    'site.yaml': 'title: A\nurl: https://sample.example\nlanguage: en\n',
    ...(Object.fromEntries(articles) as Record<string, string>),
    'articles/zh.md': article(
      'zh',
      '“题”',
      '他说“好”。`“c”`\n\n> “Yes.”\n>\n> {lang=en}\n\n> 「はい」…\n>\n> {lang=ja}',
    ),
    'articles/quoting.md': article('en', 'B', 'Said “b”.\n\n> 他說“好”。\n>\n> {lang=zh-TW}'),
  });
  browser = await openChromium();
  page = await browser.newPage({ javaScriptEnabled: false });
  return async () => void (await Promise.all([browser.close(), journal.close()]));
});

/** The parts of the face that a page loads, and the faces in which the text is set. */
async function facesOf(lang: string): Promise<{ loaded: string[]; used: string[] }> {
  const loaded = new Set<string>();
  const note = (request: { url(): string }) => {
    const [, part] = /^brygada-1918-(.+)-\d+-\w+\./.exec(basename(request.url())) ?? [];
    if (part !== undefined && part !== 'latin') loaded.add(part);
  };
  page.on('request', note);
  await page.goto(`${journal.origin}/2026/${lang}/`);
  // All is set by then, and every face there that it is set in.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  page.off('request', note);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const used = new Set<string>();
  for (const selector of ['.e-content p', '.e-content em', '.e-content strong']) {
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont } of fonts)
      used.add(isCustomFont ? familyName : `${familyName} of the machine`);
  }
  await session.detach();
  return { loaded: [...loaded].sort(), used: [...used] };
}

it.each(texts)(
  '%s has no letter of another face, and loads nothing that it does not show',
  async (lang, _, parts) => {
    const { loaded, used } = await facesOf(lang);
    expect(used.filter((one) => !/^Brygada/.test(one))).toEqual([]);
    expect(used.length).toBeGreaterThan(0);
    expect(loaded).toEqual(parts);
  },
);

it('marks that two scripts share are set in a face of the language that they stand in', async () => {
  const faces = async (path: string, selectors: readonly string[]) => {
    await page.goto(`${journal.origin}${path}`);
    const found = selectors.map((one) =>
      page
        .locator(one)
        .first()
        .evaluate((node) => getComputedStyle(node).fontFamily.split(',')[0]?.replaceAll('"', '')),
    );
    return Promise.all(found);
  };
  expect(
    await faces('/2026/zh/', [
      'article h1',
      '.e-content > p',
      '.e-content > p code',
      'blockquote[lang=en] p',
      'blockquote[lang=ja] p',
      '.masthead',
    ]),
  ).toEqual([
    'Hans marks',
    'Hans marks',
    'ui-monospace',
    'Brygada 1918',
    'Jpan marks',
    'Brygada 1918',
  ]);
  expect(await faces('/2026/quoting/', ['.e-content > p', 'blockquote[lang=zh-TW] p'])).toEqual([
    'Brygada 1918',
    'Hant marks',
  ]);
  expect(await faces('/', ['article[lang=zh] .e-content > p', 'article[lang=en] p'])).toEqual([
    'Hans marks',
    'Brygada 1918',
  ]);
});
