import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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

const seen = (words: string) =>
  seenOnPage(words)
    .map(([character]) => character)
    .join('');

test('hostile words behind the commands of a draft are words: no fault, no flag, no file elsewhere', async () => {
  const owner = await phone();
  const outside = async () => (await readdir(join(owner.content, '..'))).sort();
  const before = await outside();
  const answersTo = async (text: string) => {
    const answers = owner.said().length;
    await owner.say(text);
    expect(owner.said().length, text).toBe(answers + 1);
  };
  for (const words of hostile) {
    await owner.say('Plain');
    for (const command of ['title', 'tldr', 'tag', 'slug', 'series'])
      await answersTo(`/${command} ${words}`);
    owner.clock.advance(1000);
    await answersTo(`/article ${words}`);
    await owner.say('/done');
    owner.clock.advance(1000);
  }
  const { journal, faults } = await readJournal(owner.content);
  expect(faults).toEqual([]);
  expect(journal.entries.every((entry) => entry.draft)).toBe(true);
  expect(await outside()).toEqual(before);
  expect((await readdir(owner.content)).sort()).toEqual(['articles', 'notes', 'site.yaml']);
  const [articles, notes] = [true, false].map((isArticle) =>
    journal.entries.filter(({ file }) => file.startsWith('articles/') === isArticle).toReversed(),
  );
  const lines = (texts: readonly string[]) => texts.map((text) => openLine({ text, entities: [] }));
  expect(notes?.map(({ title }) => title)).toEqual(lines(hostile));
  expect(notes?.map(({ tldr = '' }) => seen(tldr))).toEqual(lines(hostile));
  // What follows the first line of an article is the beginning of its text.
  const first = hostile.map((words) => words.replace(/\n[\s\S]*/, ''));
  expect(articles?.map(({ title }) => title)).toEqual(lines(first));
});
