import { expect, it } from 'vitest';
import { PieceNumbers } from '../../src/search/pieceNumbers.ts';
import { Random } from '../random.ts';

it('pieces are numbered in the order in which they first come, however many there are', () => {
  const random = new Random(1);
  const letters = ['a', 'b', 'c', 'é', '東', '😀', '\u2060'];
  const anyWord = () =>
    Array.from({ length: 1 + random.below(7) }, () => random.pick(letters)).join('');
  const expected = new Map<string, number>();
  const numbers = new PieceNumbers();
  for (let text = 0; text < 200; text++) {
    const words = Array.from({ length: random.below(700) }, anyWord);
    for (const word of words) if (!expected.has(word)) expected.set(word, expected.size);
    const found = numbers.of(words.join(' ')).join(' ');
    expect(found).toBe(words.map((word) => expected.get(word)).join(' '));
  }
  expect(expected.size).toBeGreaterThan(20_000);
  expect(numbers.size).toBe(expected.size);
  const pieces = Array.from({ length: numbers.size }, (_, number) => numbers.piece(number));
  expect(pieces.join(' ')).toBe([...expected.keys()].join(' '));
});

// Of the same hash, as was found by trying words.
it.each([
  ['', []],
  [' ', []],
  [' a  b a ', [0, 1, 0]],
  ['costarring liquid costarring liquid', [0, 1, 0, 1]],
  ['declinate macallums', [0, 1]],
])('the pieces of %j are told apart', (text, numbers) => {
  expect([...new PieceNumbers().of(text)]).toEqual(numbers);
});
