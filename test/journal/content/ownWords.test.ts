import { expect, it } from 'vitest';
import { siteWords } from '../../../src/journal/words/languages/siteWords.ts';
import { faultsOfFiles, sampleJournal } from '../sample.ts';

const site = (language: string) =>
  `title: Sample\nurl: https://sample.example\nlanguage: ${language}\n`;

/** What a journal with these words says. */
function wordsOf(language: string, words: string) {
  return siteWords(sampleJournal({ 'site.yaml': site(language), 'words.yaml': words }).words);
}

it('a journal’s own words stand in place of ours, and all others stay', () => {
  const words = wordsOf('de', 'archive: Alle Jahre\n');
  expect([words.text('archive'), words.text('tags')]).toEqual(['Alle Jahre', 'Schlagwörter']);
});

it('words of a language that has none of ours are of that language, and the rest is English', () => {
  const words = wordsOf('cs', 'archive: Archiv\n');
  expect([words.text('archive'), words.languageOf('archive')]).toEqual(['Archiv', 'cs']);
  expect([words.text('tags'), words.languageOf('tags')]).toEqual(['Tags', 'en']);
});

it('what is counted has the forms of the language, and one text where all are alike', () => {
  const words = wordsOf(
    'cs',
    'comments: {one: "{count} hlas", few: "{count} hlasy", other: "{count} hlasů"}',
  );
  const said = [1, 3, 5].map((count) => words.text('comments', { count }));
  expect(said).toEqual(['1 hlas', '3 hlasy', '5 hlasů']);
  expect(wordsOf('ja', 'comments: "声 {count}"').text('comments', { count: 2 })).toBe('声 2');
});

it('an entry in another language has our words for it, and one in the journal’s own has the journal’s', () => {
  const { words } = sampleJournal({
    'site.yaml': site('de'),
    'words.yaml': 'footnotes: Nachgereicht',
  });
  const said = ['de', 'de-AT', 'en'].map((language) =>
    siteWords(words, language).text('footnotes'),
  );
  expect(said).toEqual(['Nachgereicht', 'Nachgereicht', 'Footnotes']);
});

it.each<[string, ...(string | RegExp)[]]>([
  [''],
  ['# nothing yet\n'],
  [
    'archive: Old\narchiv: Old\n',
    /^words\.yaml:2: unknown key "archiv"; expected one of .*; did you mean "archive"\?$/,
  ],
  [
    'bot:\n  savdAs: x\n  savedAs: x\n',
    /^words\.yaml:2: unknown key "savdAs"; expected one of .*; did you mean "savedAs"\?$/,
    /^words\.yaml:3: no \{file\} in "bot\.savedAs: x"/,
  ],
  ['bot: x\n', /^words\.yaml:1: "bot" is "x"; expected lines of "key: words"/],
  [
    'constructor: x\n',
    /^words\.yaml:1: unknown key "constructor"; expected one of skip, .* more\); remove it$/,
  ],
  [
    'by: "Von {autors}"\n',
    'words.yaml:1: unknown {autors} in "by: Von {autors}"; expected words with {authors}, and no others; write {authors}',
  ],
  [
    'by: {authors}\n',
    'words.yaml:1: "by" is {"authors":null}; expected text that is not empty; put it into quotes, because it begins with {',
  ],
  [
    'by: Von\n',
    'words.yaml:1: no {authors} in "by: Von"; expected words with {authors}, and no others; add it, unless nothing is to be said of it',
  ],
  [
    'by: "Von {authors"\n',
    'words.yaml:1: a single { in "by: Von {authors"; expected words with {authors}, and no others; close it, or write the words without it',
  ],
  [
    'archive: <b>Old</b>\n',
    'words.yaml:1: unknown <b> in "archive: <b>Old</b>"; expected words alone; write the words without it',
  ],
  [
    'comments:\n  one: "{count} x"\n  few: "{count} y"\n',
    'words.yaml:1: no "comments.other"; expected the form "other"; add it',
    'words.yaml:3: unknown form "comments.few"; expected what en counts by: one, other; remove it',
  ],
  ['archive:\n', 'words.yaml:1: "archive" is ""; expected text that is not empty; write the words'],
  [
    'archive: [a]\n',
    'words.yaml:1: "archive" is ["a"]; expected text that is not empty; write the words',
  ],
  ['- a\n', 'words.yaml:1: all of it is ["a"]; expected lines of "key: words"; write one a line'],
])('words.yaml of %j is told', (words, ...told) => {
  const faults = faultsOfFiles({ 'words.yaml': words });
  expect(faults).toEqual(
    told.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
  );
});
