import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openChromium } from './chromium.ts';
import { type ServedJournal, servedJournal } from './servedJournal.ts';

let browser: Browser;
let journal: ServedJournal;
let page: Page;

const entry = (matter: string, body: string) => `---\n${matter}\n---\n\n${body}\n`;

const content = {
  'site.yaml': 'title: Search\nurl: https://sample.example\nlanguage: en\ntimeZone: Asia/Tokyo\n',
  'articles/walks.md': entry(
    'title: Walks & <b>rails</b>\ndate: 2026-01-05\ntags: [Tide tables]\ntldr: A *shortcut* to it',
    'The walking library was closed.[^1] ![a lighthouse at dusk](dusk.svg)\n\n[^1]: Its marginalia were not.',
  ),
  'articles/dusk.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
  'articles/straße.md': entry(
    'title: Nass\ndate: 2026-01-02T20:00:00Z\nlang: de',
    'Die Straße war nass.',
  ),
  'notes/ja.md': entry(
    'date: 2026-01-02T08:30:00+09:00\nlang: ja',
    '東京都の「図書館」へ新幹線で行った。京都ではない。',
  ),
  'notes/zh.md': entry('date: 2026-01-02\nlang: zh', '图书馆在街角，这是一段简单的测试文本。'),
  'notes/ru.md': entry('date: 2026-01-01\nlang: ru', 'Вчера читал в библиотеке книги.'),
  'notes/hostile.md': entry(
    'date: 2026-01-01',
    'Beware of `<img src=x onerror="document.title=\'owned\'">` and \\&lt;u\\&gt; signs.',
  ),
  'pages/about.md': entry('title: About', 'Written by a lighthouse keeper.'),
};

beforeAll(async () => {
  journal = await servedJournal(content);
  browser = await openChromium();
  page = await browser.newPage();
  return async () => void (await Promise.all([browser.close(), journal.close()]));
});

/** What a search shows: the announcement, then each result as path, title and excerpt, hits in brackets. */
async function search(words: string): Promise<string[]> {
  if (!page.url().startsWith(`${journal.origin}/search/`))
    await page.goto(`${journal.origin}/search/`);
  await page.locator('#search-words').fill(words);
  return shown(words);
}

/** What is shown once the status says `quoted`. */
async function shown(words: string, quoted = `“${words}”`): Promise<string[]> {
  await page.locator('#search-status', { hasText: quoted }).waitFor();
  return page.evaluate(() => [
    document.querySelector('#search-status')?.textContent ?? '',
    ...[...document.querySelectorAll('#search-results > li')].map((item) => {
      const link = item.querySelector('a');
      for (const mark of item.querySelectorAll('mark')) mark.textContent = `[${mark.textContent}]`;
      const path = decodeURI(new URL(link?.href ?? '').pathname);
      return [path, link?.textContent, item.querySelector('.search-excerpt')?.textContent].join(
        ' | ',
      );
    }),
  ]);
}

describe('finds', () => {
  it.each([
    ['東京', '/notes/ja/', '[東京]都の'],
    ['図書館', '/notes/ja/', '「[図書館]」へ'],
    ['幹線', '/notes/ja/', 'へ新[幹線]で'],
    ['图书馆', '/notes/zh/', '[图书馆]在街角'],
    ['单的测试', '/notes/zh/', '简[单的测试]文本。'],
    ['библиотеке', '/notes/ru/', 'в [библиотеке] книги'],
    ['БИБЛИОТЕК', '/notes/ru/', 'в [библиотеке] книги'],
    ['Straße', '/2026/straße/', 'Die [Straße] war'],
    ['walk', '/2026/walks/', 'The [walking] library'],
    ['marginalia', '/2026/walks/', 'Its [marginalia] were not.'],
    ['shortcut', '/2026/walks/', 'A [shortcut] to it'],
    ['lighthouse dusk', '/2026/walks/', 'a [lighthouse] at [dusk]'],
    ['keeper', '/about/', 'lighthouse [keeper].'],
    ['rails', '/2026/walks/', 'Walks & <b>rails</b>'],
    ['tide tables', '/2026/walks/', 'Walks'],
  ])('%s in %s', async (words, path, excerpt) => {
    const [status, first = '', ...others] = await search(words);
    expect(others).toEqual([]);
    expect(status).toBe(`1 result for “${words}”.`);
    expect(first.startsWith(`${path} | `)).toBe(true);
    expect(first).toContain(excerpt);
  });
});

it.each(['京東', '段单', 'Zeppelin'])('finds no %s', async (words) => {
  expect(await search(words)).toEqual([`Nothing found for “${words}”.`]);
});

it('what stands in a text stays text', async () => {
  const [, first] = await search('onerror');
  expect(first).toContain('Beware of <img src=x [onerror="document.title=\'owned]\'">');
  expect(first).toContain('&lt;u&gt; signs');
  expect(await page.locator('main img').count()).toBe(0);
  expect(await page.title()).toBe('Search · Search');
});

it('the address says what to search, follows what is typed, and the results go with the words', async () => {
  await page.goto(`${journal.origin}/search/?q=${encodeURIComponent('図書館')}`);
  expect((await shown('図書館'))[0]).toBe('1 result for “図書館”.');
  expect((await search('library'))[0]).toBe('1 result for “library”.');
  await page.waitForURL(({ search }) => search === '?q=library');
  await page.locator('#search-words').fill('');
  await page.locator('#search-results > li').waitFor({ state: 'detached' });
  await page.waitForURL(({ search }) => search === '');
});

it('a Japanese journal finds the same, and says so in Japanese', async () => {
  const japanese = await servedJournal({
    ...content,
    'site.yaml': content['site.yaml'].replace('language: en', 'language: ja'),
  });
  onTestFinished(() => japanese.close());
  for (const [words, status] of [
    ['図書館', '「図書館」の検索結果1件'],
    ['简文', '「简文」は見つかりませんでした。'],
    ['walking', '「walking」の検索結果1件'],
  ]) {
    await page.goto(`${japanese.origin}/search/?q=${encodeURIComponent(words ?? '')}`);
    expect((await shown(words ?? '', `「${words}」`))[0]).toBe(status);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja');
  }
});

it('without a script, the search page says where else to look', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(`${journal.origin}/search/`);
  const said = still.locator('noscript p');
  expect(await said.textContent()).toContain('The search needs JavaScript.');
  const [form, words] = [
    await still.locator('form.search').boundingBox(),
    await said.boundingBox(),
  ];
  expect((words?.y ?? 0) - (form?.y ?? 0) - (form?.height ?? 0)).toBeGreaterThan(10);
  await plain.close();
});

it('results name their day in the time zone of the journal', async () => {
  await search('nass');
  expect(await page.locator('.search-date').textContent()).toBe('3 January 2026');
});
