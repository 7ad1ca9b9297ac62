import { expect, it } from 'vitest';
import { news } from '../../../src/build/dev/news.ts';

it.each<[string, string[][], string[]]>([
  ['what it says twice', [['a', 'a']], ['a']],
  [
    'what was said before',
    [
      ['a', 'b'],
      ['b', 'c'],
      ['b', 'c'],
    ],
    ['a', 'b', 'c'],
  ],
  ['what is there again', [['a'], [], ['a']], ['a', 'a']],
])('of %s, a load tells what is news', (_, loads, heard) => {
  const told: string[] = [];
  const voiceOfLoad = news({ isSilent: false, warn: (words) => told.push(words) });
  for (const load of loads) {
    const voice = voiceOfLoad();
    for (const words of load) voice.warn(words);
  }
  expect(told).toEqual(heard);
});
