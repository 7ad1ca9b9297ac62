import { expect, it } from 'vitest';
import { feedPath, languageFeeds } from '#journal/public/feed.ts';
import { feedFormats } from '#journal/public/feedFormats.ts';
import { publicJournal } from '#journal/public/publicJournal.ts';
import { sampleJournal } from '../sample.ts';

const now = Date.parse('2026-06-01');

/** The feeds of languages of a journal in English with a note for each of these front matters. */
function feeds(...matters: readonly string[]) {
  const notes = matters.map((matter, at) => [
    `notes/${at}.md`,
    `---\ndate: 2026-01-0${at + 1}\n${matter}\n---\n\nWords.\n`,
  ]);
  const journal = sampleJournal(Object.fromEntries(notes));
  return languageFeeds(publicJournal(journal, { sees: 'published', now }));
}

it.each<[string, string[], string[]]>([
  ['in its language alone', ['tags: a', 'lang: en', 'lang: EN'], []],
  ['in another language alone', ['lang: de', 'lang: de'], []],
  ['without entries', [], []],
  ['with the other one in a draft', ['tags: a', 'lang: de\ndraft: true'], []],
  ['in two', ['tags: a', 'lang: de', 'lang: en'], ['English en 2', 'Deutsch de 1']],
  [
    'in several, and in varieties of one',
    ['lang: pt-br', 'lang: zh-Hant', 'lang: pt', 'lang: ja'],
    ['日本語 ja 1', 'português pt 1', 'português (Brasil) pt-BR 1', '繁體中文 zh-Hant 1'],
  ],
])('a journal %s has the feeds that tell readers more', (_, matters, expected) => {
  const told = feeds(...matters).map(
    ({ name, language, entries }) => `${name} ${language} ${entries.length}`,
  );
  expect(told).toEqual(expected);
});

it('its files have the language in their names', () => {
  const [, feed] = feeds('tags: a', 'lang: pt-BR');
  const paths = feedFormats.map((format) => feed && feedPath(feed, format));
  expect(paths).toEqual(['/feed.pt-br.xml', '/atom.pt-br.xml', '/feed.pt-br.json']);
});
