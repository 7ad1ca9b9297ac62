import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeFiles } from '../load/temporary.ts';
import { built } from '../site/build.ts';
import { openChromium } from './chromium.ts';
import { serve } from './server.ts';

const article = (lang: string, title: string, body: string) =>
  `---\ntitle: ${title}\ndate: 2026-01-02\nlang: ${lang}\n---\n\n${body}\n`;

it('marks that two scripts share are set in a face of the language that they stand in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scrollback-marks-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, {
    'content/site.yaml': 'title: A\nurl: https://sample.example\nlanguage: en\n',
    'content/articles/a.md': article(
      'zh',
      '“题”',
      '他说“好”。`“c”`\n\n> “Yes.”\n>\n> {lang=en}\n\n> 「はい」…\n>\n> {lang=ja}',
    ),
    'content/articles/b.md': article('en', 'B', 'Said “b”.\n\n> 他說“好”。\n>\n> {lang=zh-TW}'),
  });
  const output = join(folder, 'dist');
  await built({ content: join(folder, 'content'), output, cache: join(folder, 'cache') });
  const [browser, server] = await Promise.all([openChromium(), serve(output)]);
  onTestFinished(() => Promise.all([browser.close(), server.close()]).then(() => undefined));
  const page = await browser.newPage({ javaScriptEnabled: false });
  const faces = async (path: string, selectors: readonly string[]) => {
    await page.goto(`${server.origin}${path}`);
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
