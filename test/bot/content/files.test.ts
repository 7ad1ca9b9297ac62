import files, { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Lock } from '../../../bot/base/lock.ts';
import { createLog } from '../../../bot/base/log.ts';
import { ByHandError } from '../../../bot/content/byHand.ts';
import { changeFile, writeFileAtomic } from '../../../bot/content/files.ts';
import { Changes } from '../../../bot/drafts/changes.ts';
import { DraftStore } from '../../../bot/drafts/draftStore.ts';
import { Drafts } from '../../../bot/drafts/drafts.ts';
import { Syndication } from '../../../bot/mirror/syndication.ts';
import { Outbox } from '../../../bot/outbox/outbox.ts';
import { openDatabase } from '../../../bot/state/database.ts';
import { temporaryFolder } from '../../load/temporary.ts';
import { manualClock } from '../manualClock.ts';

/** Called when the bot has read a file and has begun to write the one that takes its place. */
let begun: (path: string) => Promise<void> | void = () => undefined;
const { open } = files;

let folder: string;
let path: string;

beforeEach(async () => {
  vi.spyOn(files, 'open').mockImplementation(async (path, ...how) => {
    if (String(path).endsWith('.new')) await begun(String(path));
    return open(path, ...how);
  });
  syncBuiltinESMExports();
  folder = await temporaryFolder();
  path = join(folder, 'note.md');
});

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  begun = () => undefined;
});

/** Somebody's editor saves `edits` into `file`, one after the other, each while the bot writes. */
function edited(file: string, edits: readonly string[]): void {
  const left = [...edits];
  begun = async () => {
    const next = left.shift();
    if (next !== undefined) await writeFile(file, next);
  };
}

test.each([
  ['once', ['by hand']],
  ['three times', ['by hand', 'by hand 2', 'by hand']],
])('a change by hand while the bot writes is not overwritten: %s', async (_, edits) => {
  await writeFile(path, 'old');
  edited(path, edits);
  expect(await changeFile(path, (current) => `${current} + bot`)).toBe('by hand + bot');
  expect(await readFile(path, 'utf8')).toBe('by hand + bot');
  expect(await readdir(folder)).toEqual(['note.md']);
});

test('what chat says goes into no MDX file, under whichever name', async () => {
  const program = join(folder, 'program.mdx');
  await writeFile(program, '---\ndraft: true\n---\n\nby hand');
  await symlink('program.mdx', join(folder, 'link'));
  await symlink(join(folder, 'link'), path);
  await expect(changeFile(path, (current) => `${current}\n{chat}`)).rejects.toThrow(ByHandError);
  await expect(writeFileAtomic(path, '{chat}')).rejects.toThrow(ByHandError);
  await changeFile(path, (current) => current?.replace('draft: true\n', ''));
  expect(await readFile(program, 'utf8')).toBe('---\n---\n\nby hand');
});

test('a file that appears while the bot begins it is not overwritten', async () => {
  edited(path, ['by hand']);
  await changeFile(path, (current) => current ?? 'bot');
  expect(await readFile(path, 'utf8')).toBe('by hand');
});

test('a file that is changed all the time is left alone, and that is told', async () => {
  let number = 0;
  begun = () => writeFile(path, `${number++}`);
  await expect(changeFile(path, () => 'bot')).rejects.toThrow(/again and again/);
  expect(await readFile(path, 'utf8')).toBe(`${number - 1}`);
});

test('a draft that is edited by hand while the bot adds, edits or publishes keeps both', async () => {
  const database = openDatabase(join(folder, 'state'));
  const store = new DraftStore(database);
  const lock = new Lock();
  const drafts = new Drafts(new Changes(database, folder, lock), store, folder, lock);
  const date = Date.parse('2026-07-01T12:00:00Z') / 1000;
  const piece = (messageId: number, markdown: string) =>
    ({ chatId: 1, messageId, version: date, date, markdown }) as const;
  const draft = drafts.begin(piece(1, ''), 'UTC', false, 0);
  const file = drafts.path(draft.file);
  const head = '---\ndate: 2026-07-01T12:00:00+00:00\ndraft: true\n---\n\n';
  await drafts.write(draft, piece(1, 'One'), 'UTC');

  edited(file, [`${head}One\n\nHand\n`]);
  await drafts.write(draft, piece(2, 'Two'), 'UTC');
  expect(await readFile(file, 'utf8')).toBe(`${head}One\n\nHand\n\nTwo\n`);

  const first = store.piece({ chatId: 1, messageId: 1 });
  if (!first) throw new Error('no piece');
  edited(file, [`${head}One\n\nHands\n\nTwo\n`]);
  expect(await drafts.edit(first, '1', date + 1)).toBe('written');
  expect(await readFile(file, 'utf8')).toBe(`${head}1\n\nHands\n\nTwo\n`);

  edited(file, [`${head}1\n\nFeet\n\nTwo\n`]);
  expect(await drafts.publish(draft.file, date * 1000, 'UTC')).toBe('published');
  expect(await readFile(file, 'utf8')).toBe(
    '---\ndate: 2026-07-01T12:00:00+00:00\n---\n\n1\n\nFeet\n\nTwo\n',
  );
  database.close();
});

test('an entry that is edited by hand while its syndication is written back keeps both', async () => {
  const database = openDatabase(join(folder, 'state'));
  const outbox = new Outbox(database);
  const channel = { id: -1, title: 'C', username: 'c' };
  const log = createLog(() => undefined, [], manualClock().now);
  await writeFile(join(folder, 'site.yaml'), 'title: T\nurl: https://t.example\n');
  const file = join(folder, 'notes/a.md');
  await mkdir(join(folder, 'notes'));
  await writeFile(file, '---\ndate: 2026-01-02\n---\n\nOne\n');
  outbox.copies.save({
    entryId: '/notes/a/',
    file: 'notes/a.md',
    channelId: -1,
    contentHash: 'x',
    messages: [
      { ids: [5], message: { type: 'text', text: 'One', entities: [], preview: undefined } },
    ],
  });
  edited(file, ['---\ndate: 2026-01-02\n---\n\nBy hand\n']);
  const disk = { met: async () => {} };
  const syndication = new Syndication(folder, channel, outbox, {
    lock: new Lock(),
    log,
    disk,
    names: [],
  });
  expect(await syndication.writeBack(async () => {})).toEqual(['notes/a.md']);
  expect(await readFile(file, 'utf8')).toBe(
    '---\ndate: 2026-01-02\nsyndication:\n  - https://t.me/c/5\n---\n\nBy hand\n',
  );
  database.close();
});
