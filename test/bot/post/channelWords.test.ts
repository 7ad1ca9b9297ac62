import { expect, it, test } from 'vitest';
import type { Named } from '#journal/address/names.ts';
import type { OwnWords } from '#journal/words/speaker.ts';
import { channelPost } from '../../../bot/post/channelPost.ts';
import { sampleEntry } from '../../journal/sample.ts';

const textOf = (body: string, words: OwnWords, matter = '') => {
  const context = {
    headingIds: 'scrollback' as const,
    words,
    siteUrl: 'https://sample.example',
    formerly: [],
    medium: (file: string) => ({ type: 'photo' as const, picture: { file, digest: file } }),
    pathOf: () => undefined,
    hasFile: () => true,
    find: (): Named => ({ is: 'wanted' }),
  };
  const entry = sampleEntry('notes/a.md', `date: 2026-01-02\n${matter}`, body);
  return channelPost(entry, context)
    .map(({ text }) => text)
    .join('\n');
};

const german = { language: 'de', site: {} };
const tip = '> [!TIP]\n> Look.';

test.each([
  ['the journal', tip, german, '', 'Tipp\nLook.'],
  ['the entry', tip, { language: 'en', site: {} }, 'lang: pl\n', 'Wskazówka\nLook.'],
  ['English, where there are no words of it', tip, { language: 'eo', site: {} }, '', 'Tip\nLook.'],
])(
  'a callout without a title of its own has that of its kind in the language of %s',
  (_, body, words, matter, expected) => {
    expect(textOf(body, words, matter)).toContain(expected);
  },
);

it('says what the journal says in place of our words', () => {
  expect(textOf(tip, { language: 'de', site: { calloutTip: 'Kleiner Rat' } })).toMatch(
    /^Kleiner Rat\n/,
  );
});

it('leaves a title alone that somebody wrote', () => {
  expect(textOf('> [!TIP] Tip\n> Look.', german)).toMatch(/^Tip\n/);
});

it('counts the pictures that are on the page alone, in the language of the journal', () => {
  const twelve = Array.from({ length: 12 }, (_, number) => `![A](p${number}.jpg)`).join('\n\n');
  expect(textOf(twelve, german)).toContain('und 2 weitere Bilder auf der Seite');
  expect(textOf(twelve, { language: 'ru', site: {} })).toContain('и ещё 2 изображения на странице');
});
