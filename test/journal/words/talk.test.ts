import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../src/journal/words/message.ts';
import type { SomeWords } from '../../../src/journal/words/speaker.ts';
import { talkDictionary, talkOf } from '../../../src/journal/words/talk/talk.ts';
import { sampleJournal } from '../sample.ts';
import { saysAll } from './saysAll.ts';

const { english } = talkDictionary;
const languages = Object.entries(talkDictionary.languages);
const sentences = new Set(['unknownButton', 'pressedButton', 'mendThenButton']);

function textsIn(words: SomeWords, isMeant: (key: string) => boolean): string[] {
  return Object.entries(words)
    .filter(([key]) => isMeant(key))
    .flatMap(([, message]) => textsOf(message ?? ''));
}

it('comes along in as many languages as the words of pages', () => {
  expect(languages.map(([tag]) => tag).sort()).toEqual(
    'ar de es fr he it ja ko nl pl pt pt-PT ru tr uk zh zh-Hant'.split(' '),
  );
});

saysAll(talkDictionary, 'pt-PT');

const everyLanguage: [string, SomeWords][] = [['en', english], ...languages];

describe.each(everyLanguage)('%s', (_, words) => {
  it('closes every bracket with one of its kind', () => {
    const unlike = textsIn(words, () => true).filter((text) =>
      ['()', '（）', '[]', '「」'].some(
        ([open = '', close = '']) => text.split(open).length !== text.split(close).length,
      ),
    );
    expect(unlike).toEqual([]);
  });

  it('is no longer anywhere than Telegram takes, or shows', () => {
    const longest = (isMeant: (key: string) => boolean) =>
      Math.max(0, ...textsIn(words, isMeant).map((text) => text.length));
    expect(longest((key) => key.startsWith('does'))).toBeLessThanOrEqual(256);
    expect(longest((key) => key.endsWith('Placeholder'))).toBeLessThanOrEqual(64);
    // What is longer is cut where several buttons stand side by side.
    expect(longest((key) => key.endsWith('Button') && !sentences.has(key))).toBeLessThanOrEqual(40);
    // Answers to a button are cut behind 190; each of these may be one, and tells no value.
    const answers = [
      ...['unknownButton', 'buttonForgotten', 'sentAgain', 'postedAgain', 'settledAlready'],
      ...['settledOrChanged', 'unknownAnswer', 'postsLater', 'journalLater', 'askedAlready'],
      ...['writeAlt', 'forgotten', 'contactForgotten', 'commentForgotten', 'wordsChanged'],
      ...['decidedAlready', 'allowedAlready', 'cannotShow', 'oldWordsStay', 'noMoreWait'],
      ...['pickForgotten', 'answeredAlready', 'leftOut', 'lookAgain', 'writeName', 'mendFirst'],
    ];
    expect(answers.filter((key) => !Object.hasOwn(english, key))).toEqual([]);
    expect(longest((key) => answers.includes(key))).toBeLessThanOrEqual(190);
  });
});

it.each([
  ['de', 1, '1 Wort'],
  ['de', 2345, '2.345 Wörter'],
  ['pl', 2, '2 słowa'],
  ['pl', 5, '5 słów'],
  ['ru', 21, '21 слово'],
  ['ru', 22, '22 слова'],
  ['ru', 25, '25 слов'],
  ['ar', 2, 'كلمتان'],
  ['ja', 2, '2語'],
  ['nb', 1, '1 word'],
  ['en', 2345, '2,345 words'],
  ['fr', 2345, '2\u202f345 mots'],
  ['pl', 2345, '2345 słów'],
  ['pl', 12345, '12\u00a0345 słów'],
])('%s counts %i as "%s"', (language, count, words) => {
  expect(talkOf({ language }).text('words', { count })).toBe(words);
});

it.each([
  ['pl', 1, 'około 1 sekundy'],
  ['pl', 2, 'około 2 sekund'],
  ['pl', 25, 'około 25 sekund'],
  ['ru', 21, 'около 21 секунды'],
  ['ru', 22, 'около 22 секунд'],
  ['uk', 2, 'близько 2 секунд'],
])('%s declines what is about so many: %i, "%s"', (language, count, words) => {
  expect(talkOf({ language }).text('seconds', { count })).toBe(words);
});

it.each(['pl', 'ru', 'uk'])('%s puts nothing before a day that would change its form', (tag) => {
  const words = talkDictionary.languages[tag] ?? expect.fail(tag);
  const governed = textsIn(words, () => true).filter((text) =>
    /(?<!\p{L})(?:na|w|do|od|на|в|у|до|від|от|с|з) \{(?:moment|day)\}/u.test(text),
  );
  expect(governed).toEqual([]);
});

it.each([
  ['en', 'Saved as notes/a.md', 'Saved as שיר.md'],
  ['de', 'Gespeichert als notes/a.md', 'Gespeichert als \u2068שיר.md\u2069'],
  ['he', 'נשמר בשם \u2068notes/a.md\u2069', 'נשמר בשם \u2068שיר.md\u2069'],
])('%s sets a name apart whose letters run the other way', (language, latin, hebrew) => {
  const { text } = talkOf({ language });
  expect([text('savedAs', { file: 'notes/a.md' }), text('savedAs', { file: 'שיר.md' })]).toEqual([
    latin,
    hebrew,
  ]);
});

it('commands stand as they are typed where words run from right to left', () => {
  expect(talkOf({ language: 'ar' }).text('startHelp')).toContain('\u2066/help\u2069');
  expect(talkOf({ language: 'de' }).text('startHelp')).toMatch(/^\/help /);
});

it.each([
  ['en', 'Saturday 21 November 2026'],
  ['en-US', 'Saturday 21 November 2026'],
  ['de', 'Samstag, 21. November 2026'],
  ['ja', '2026年11月21日土曜日'],
])('%s writes a day as "%s"', (language, words) => {
  expect(talkOf({ language }).day('2026-11-21')).toBe(words);
});

it('words of a journal’s own stand below `bot`, and count in its language', () => {
  const { words } = sampleJournal({
    'site.yaml': 'title: Sample\nurl: https://sample.example\nlanguage: cs\n',
    'words.yaml':
      'bot:\n  savedAs: "Uloženo: {file}"\n  words: {one: "{count} slovo", other: "{count} slov"}\n',
  });
  const { text } = talkOf(words);
  expect([text('savedAs', { file: 'a' }), text('words', { count: 1 }), text('forgotten')]).toEqual([
    'Uloženo: a',
    '1 slovo',
    'Forgotten.',
  ]);
});
