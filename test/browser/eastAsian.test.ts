import { expect, it, onTestFinished } from 'vitest';
import { openChromium } from './chromium.ts';
import { servedJournal } from './servedJournal.ts';

const article = (lang: string, title: string, body: string) =>
  `---\ntitle: ${title}\ndate: 2026-01-02\nlang: ${lang}\n---\n\n${body}\n`;

it('marks that two scripts share are set in a face of the language that they stand in', async () => {
  const journal = await servedJournal({
    'site.yaml': 'title: A\nurl: https://sample.example\nlanguage: en\n',
    'articles/a.md': article(
      'zh',
      '“题”',
      '他说“好”。`“c”`\n\n> “Yes.”\n>\n> {lang=en}\n\n> 「はい」…\n>\n> {lang=ja}',
    ),
    'articles/b.md': article('en', 'B', 'Said “b”.\n\n> 他說“好”。\n>\n> {lang=zh-TW}'),
  });
  const browser = await openChromium();
  onTestFinished(() => Promise.all([browser.close(), journal.close()]).then(() => undefined));
  const page = await browser.newPage({ javaScriptEnabled: false });
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
    await faces('/2026/a/', [
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
  expect(await faces('/2026/b/', ['.e-content > p', 'blockquote[lang=zh-TW] p'])).toEqual([
    'Brygada 1918',
    'Hant marks',
  ]);
  expect(await faces('/', ['article[lang=zh] .e-content > p', 'article[lang=en] p'])).toEqual([
    'Hans marks',
    'Brygada 1918',
  ]);
});
