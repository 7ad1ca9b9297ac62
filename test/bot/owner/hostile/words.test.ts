import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Entry } from '#journal/content/entry.ts';
import { readJournal } from '../../../../bot/content/contentFolder.ts';
import { openLine } from '../../../../bot/message/openText.ts';
import { seenOnPage } from '../../message/seenOnPage.ts';
import { phone } from '../chatWorld.ts';

const hostile = [
  '---\ntitle: x\ndraft: false\n---',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '\u202Eevil\u200B\u0000\u0007',
  '../../../etc/passwd',
  'draft: false',
  'null',
  '"q" \'s\' #c',
  '- a',
  '!!js/function x',
  '[^1]',
  'tl;dr> x',
  '.hidden',
  'x'.repeat(4_000),
  '海'.repeat(900),
];

const seen = (entry: Entry, words: string) =>
  seenOnPage(words)
    .map(([character]) => character)
    .join('') || entry.file;

test.each<readonly [string, ((entry: Entry) => string | undefined) | undefined]>([
  ['title', (entry) => entry.title],
  ['article', (entry) => entry.title],
  ['tldr', (entry) => entry.tldr && seen(entry, entry.tldr)],
  ['tag', undefined],
  ['slug', undefined],
  ['series', undefined],
])(
  'hostile words behind /%s are words: no fault, no flag, no file elsewhere',
  async (command, shown) => {
    const owner = await phone();
    const folder = join(owner.content, '..');
    const outside = async () => (await readdir(folder)).sort();
    const before = await outside();
    for (const words of hostile) {
      if (command !== 'article') await owner.say('Plain');
      const answers = owner.said().length;
      await owner.say(`/${command} ${words}`);
      expect(owner.said().length, words).toBe(answers + 1);
      await owner.say('/done');
      owner.clock.advance(1000);
    }
    const { journal, faults } = await readJournal(owner.content);
    expect(faults).toEqual([]);
    expect(journal.entries).toHaveLength(hostile.length);
    expect(journal.entries.every((entry) => entry.draft)).toBe(true);
    expect(await outside()).toEqual(before);
    const articles = command === 'article' ? ['articles'] : [];
    expect((await readdir(owner.content)).sort()).toEqual([...articles, 'notes', 'site.yaml']);
    if (!shown) return;
    // What follows the first line of an article is the beginning of its text.
    const wanted = hostile.map((words) =>
      openLine({
        text: command === 'article' ? words.replace(/\n[\s\S]*/, '') : words,
        entities: [],
      }),
    );
    expect(journal.entries.map(shown).toReversed()).toEqual(wanted);
  },
);
