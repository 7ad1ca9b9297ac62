import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { NearPaths } from '#journal/fault/nearPath.ts';
import { listed, nearestWord } from '#journal/fault/suggestion.ts';

/** The same numbers on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

const number = numbers(7);
const letters = 'abcdefghijklmnopqrstuvwxyz-';
const randomWord = (length: number) =>
  Array.from({ length }, () => letters[number(letters.length)]).join('');
const words = Array.from({ length: 3000 }, () => randomWord(5 + number(20)));

/** A word with up to three letters changed, left out or put in. */
function misspelt(word: string): string {
  let text = word;
  for (let times = 1 + number(3); times > 0; times--) {
    const at = number(text.length);
    const put = number(3) > 0 ? randomWord(1) : '';
    text = text.slice(0, at) + put + text.slice(at + number(2));
  }
  return text;
}

describe('the nearest of very many words', () => {
  it('is the one that comparing all of them finds', () => {
    for (let times = 0; times < 150; times++) {
      const wrong = misspelt(words[number(words.length)] ?? '');
      const fewest = Math.min(...words.map((word) => distance(wrong, word)));
      const found = nearestWord(wrong, words);
      if (fewest > Math.min(3, Math.floor(wrong.length / 2))) expect(found).toBeUndefined();
      else expect(distance(wrong, found ?? '')).toBe(fewest);
    }
  });

  it.each([
    ['words that all begin alike', (at: number) => `/2014/the-entry-number-${at}/`],
    ['words that all end alike', (at: number) => `/${at}/entry-of-the-journal-of-old/`],
    ['words of one length', (at: number) => `/notes/${String(at).padStart(9, '0')}/`],
  ])('is found among 20,000 %s', (_, word) => {
    const known = Array.from({ length: 20_000 }, (_, at) => word(at));
    for (let at = 0; at < 300; at++) expect(nearestWord(`${word(at)}x`, known)).toBe(word(at));
    for (let at = 0; at < 300; at++)
      expect(nearestWord(`nothing like it ${at}`, known)).toBe(undefined);
  });
});

describe('the path that was meant', () => {
  const documents = [
    '/2014/slow-trains/',
    '/2019/slow-trains/',
    '/2014/bread/',
    '/notes/über-uns/',
  ];
  const paths = new NearPaths([...documents, '/tags/rain/', '/archive/', '/feed.xml'], documents);

  it.each([
    ['/2013/slow-trains/', '/2014/slow-trains/'],
    ['/blog/2019/05/slow-trains.html', '/2019/slow-trains/'],
    ['/2014/05/06/slow-trains/', '/2014/slow-trains/'],
    ['/_posts/2014-05-06-bread.md', '/2014/bread/'],
    ['/bread', '/2014/bread/'],
    ['/2014/Bread/index.php', '/2014/bread/'],
    ['/posts/slow_trains/', '/2014/slow-trains/'],
    ['/2014/slow-trians/', '/2014/slow-trains/'],
    ['/old/place/slow-trans/', '/2014/slow-trains/'],
    ['/alt/über-uns/', '/notes/über-uns/'],
    ['/tags/rian/', '/tags/rain/'],
    ['/feed.rss', '/feed.xml'],
  ])('of %s is %s', (wrong, meant) => {
    expect(paths.suggest(wrong, 'correct the link')).toBe(`did you mean "${meant}"?`);
  });

  it.each(['/nowhere/at/all/', '/', '/x/rain/', '/index.html'])('of %s is not guessed', (wrong) => {
    expect(paths.suggest(wrong, 'correct the link')).toBe('correct the link');
  });
});

it('a long list shows its beginning, and how much there is', () => {
  expect(listed(['a', 'b'])).toBe('a, b');
  const many = Array.from({ length: 3000 }, (_, at) => `w${at}`);
  expect(listed(many)).toMatch(/^w0, w1, .*, w23, … \(2976 more\)$/);
});
