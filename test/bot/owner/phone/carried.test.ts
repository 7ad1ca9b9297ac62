import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { beginRepository, gitIn, shareRepository } from '../../gitWorld.ts';
import { eventually } from '../../world.ts';
import { note, phone } from '../chatWorld.ts';

test('an article is carried on at its date with the pictures beside it', async () => {
  const owner = await phone({
    JOURNAL_PUBLISH: 'command:printf %s "$JOURNAL_PUBLISHED" > ../carried',
  });
  await owner.say('/article Sea');
  await owner.sendPhoto();
  expect(owner.lastMessage().buttons).toEqual(['Done', 'Show', 'Describe the picture']);
  await owner.say('/schedule in 2 hours');
  await rm(join(owner.content, '../carried'));
  owner.clock.advance(2 * 60 * 60_000);
  // It is empty for a moment.
  const carried = await eventually(
    async () => (await owner.file('../carried')) || undefined,
    'the carrying on',
  );
  expect(carried.split('\n').map((path) => basename(path))).toEqual([
    'sea.md',
    expect.stringMatching(/^sea-photo-\d+\.jpg$/),
  ]);
});

const linesOf = (whose: string) =>
  Array.from(
    { length: 6 },
    (_, line) => `Line ${line} of ${whose}, ${'which is long '.repeat(9)}.`,
  );

test('what was pushed elsewhere and does not fit is told in chat with both sides, and nothing is lost', async () => {
  const owner = await phone({ JOURNAL_PUBLISH: 'push' }, { channel: false });
  const folder = join(owner.content, '..');
  const [origin, other] = [join(folder, 'origin.git'), join(folder, 'other')];
  await beginRepository(owner.content);
  shareRepository(owner.content, origin);
  const said = await owner.say('Words');
  await owner.say('/publish');
  gitIn(folder, 'clone', '--quiet', origin, other);
  const theirs = (await readFile(join(other, note), 'utf8')).concat(
    `\n${linesOf('theirs').join('\n')}\n`,
  );
  await writeFile(join(other, note), theirs);
  gitIn(other, 'commit', '--quiet', '--all', '--message', 'theirs');
  gitIn(other, 'push', '--quiet');
  await owner.replyTo(said, linesOf('mine').join('\n'));
  expect(owner.last()).toMatch(/^Added to .*\nThe file is written, but: .*Both are kept/);
  for (const side of [...linesOf('theirs'), ...linesOf('mine')])
    expect(owner.last()).toContain(side.slice(0, 20));
  expect(await owner.file(note)).toContain(linesOf('mine').at(-1));
  expect(gitIn(origin, 'show', `main:${note}`)).toBe(theirs);
});
