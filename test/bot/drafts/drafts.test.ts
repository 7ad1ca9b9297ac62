import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Lock } from '../../../bot/base/lock.ts';
import { Changes } from '../../../bot/drafts/changes.ts';
import { type Draft, DraftStore } from '../../../bot/drafts/draftStore.ts';
import { type Contribution, Drafts } from '../../../bot/drafts/drafts.ts';
import { openDatabase } from '../../../bot/state/database.ts';
import { temporaryFolder } from '../../load/temporary.ts';

let folder: string;
let database: DatabaseSync;
let store: DraftStore;
let drafts: Drafts;

const zone = 'Europe/Lisbon';
const noon = Date.parse('2026-07-01T12:00:00Z');

beforeEach(async () => {
  folder = await temporaryFolder();
  open();
});

afterEach(() => database.close());

function open(): void {
  database = openDatabase(join(folder, 'state'));
  store = new DraftStore(database);
  const [content, lock] = [join(folder, 'content'), new Lock()];
  drafts = new Drafts(new Changes(database, content, lock), store, content, lock);
}

/** What a message puts into the journal. */
function contribution(messageId: number, markdown: string): Contribution {
  const date = noon / 1000;
  return { chatId: 1, messageId, version: date, date, markdown };
}

const begun = (messageId: number, withFiles = false) =>
  drafts.begin(contribution(messageId, ''), zone, withFiles, noon);
const textOf = ({ file }: Draft) => readFile(join(folder, 'content', file), 'utf8');

/** The process ends: what `sql` undoes had not reached the database yet. */
function crash(sql: string): void {
  database.exec(sql);
  database.close();
  open();
}

describe('names', () => {
  test('come from the time in the journal’s zone, and are not given twice', async () => {
    const files = [begun(1), begun(2), begun(3, true)].map(({ file }) => file);
    expect(files).toEqual([
      'notes/2026-07-01-130000.md',
      'notes/2026-07-01-130000-2.md',
      'notes/2026-07-01-130000-3/index.md',
    ]);
  });

  test('leave files alone that somebody else wrote there', async () => {
    await drafts.write(begun(1), contribution(1, 'one'), zone);
    await writeFile(join(folder, 'content/notes/2026-07-01-130000-2.md'), 'by hand');
    expect(begun(2).file).toBe('notes/2026-07-01-130000-3.md');
  });

  test('stay the same however often the message is handled', () => {
    expect(begun(1)).toEqual(begun(1));
    crash('');
    expect(begun(1).file).toBe('notes/2026-07-01-130000.md');
  });
});

describe('after a crash, done again', () => {
  const head = '---\ndate: 2026-07-01T13:00:00+01:00\ndraft: true\n---\n\n';

  test.each([
    ['before the file was written', true],
    ['after it', false],
  ])('a message is in its draft once: %s', async (_, isBefore) => {
    const draft = begun(1);
    await drafts.write(draft, contribution(1, 'Words'), zone);
    if (isBefore) await rm(join(folder, 'content', draft.file));
    crash("UPDATE pieces SET written = 0, markdown = '', version = 0");
    await drafts.write(begun(1), contribution(1, 'Words'), zone);
    expect(await textOf(draft)).toBe(`${head}Words\n`);
  });

  test.each([
    ['before the file was written', true],
    ['after it', false],
  ])('an added piece with the words of another is there once more: %s', async (_, isBefore) => {
    const draft = begun(1);
    await drafts.write(draft, contribution(1, 'Same'), zone);
    const before = await textOf(draft);
    await drafts.write(draft, contribution(2, 'Same'), zone);
    if (isBefore) await writeFile(join(folder, 'content', draft.file), before);
    crash('UPDATE pieces SET written = 0 WHERE message_id = 2');
    await drafts.write(draft, contribution(2, 'Same'), zone);
    expect(await textOf(draft)).toBe(`${head}Same\n\nSame\n`);
  });

  test.each([
    ['before the file was written', true],
    ['after it', false],
  ])('an edit is in the draft: %s', async (_, isBefore) => {
    const draft = begun(1);
    await drafts.write(draft, contribution(1, 'Helo'), zone);
    const before = await textOf(draft);
    const piece = store.piece({ chatId: 1, messageId: 1 });
    if (!piece) throw new Error('no piece');
    expect(await drafts.edit(piece, 'Hello Helo', piece.version + 1)).toBe('written');
    if (isBefore) await writeFile(join(folder, 'content', draft.file), before);
    crash(`UPDATE pieces SET markdown = 'Helo', version = version - 1, pending = 'Hello Helo'`);
    expect(await drafts.edit(piece, 'Hello Helo', piece.version + 1)).toBe('written');
    expect(await textOf(draft)).toBe(`${head}Hello Helo\n`);
  });

  test('a draft is published with the date of the first time', async () => {
    const draft = begun(1);
    await drafts.write(draft, contribution(1, 'Words'), zone);
    expect(await drafts.publish(draft.file, noon + 60_000, zone)).toBe('published');
    crash('');
    expect(await drafts.publish(draft.file, noon + 120_000, zone)).toBe('already');
    expect(await textOf(draft)).toBe('---\ndate: 2026-07-01T13:01:00+01:00\n---\n\nWords\n');
  });
});

describe('the rest of a quotation', () => {
  const quoted = (words: string, by = 'Grace') => `> ${words}\n>\n> — ${by}`;

  test.each<[string, (source: string) => string, string]>([
    ['is in it', (source) => source, '> One\n>\n> Two\n>\n> — Grace\n\nMore'],
    [
      'is in it, though it was moved and is of another by now',
      (source) => source.replace(quoted('One'), `First\n\n${quoted('One', 'Her')}`),
      'First\n\n> One\n>\n> Two\n>\n> — Her\n\nMore',
    ],
    [
      'is one of its own where it is not certain: in other words',
      (source) => source.replace('One', 'Other'),
      `${quoted('Other')}\n\nMore\n\n${quoted('Two')}`,
    ],
    [
      'without whose it is',
      (source) => source.replace('\n>\n> — Grace', ''),
      `> One\n\nMore\n\n${quoted('Two')}`,
    ],
    [
      'there twice',
      (source) => `${source}\n${quoted('One')}\n`,
      `${quoted('One')}\n\nMore\n\n${quoted('One')}\n\n${quoted('Two')}`,
    ],
  ])('%s', async (_, change, wanted) => {
    const draft = begun(1);
    await drafts.write(draft, contribution(1, quoted('One')), zone);
    await drafts.write(draft, contribution(2, 'More'), zone);
    await writeFile(join(folder, 'content', draft.file), change(await textOf(draft)));
    const rest = { ...contribution(3, quoted('Two')), front: quoted('One') };
    await drafts.write(draft, rest, zone);
    expect((await textOf(draft)).split('---\n\n')[1]).toBe(`${wanted}\n`);
  });

  test('is in it once, handled again after a crash and what came since', async () => {
    const draft = begun(1);
    await drafts.write(draft, contribution(1, quoted('![ ](1.jpg)')), zone);
    const front = quoted('![ ](1.jpg)');
    const rest = { ...contribution(2, quoted('![ ](2.jpg)')), fileName: '2.jpg', front };
    await drafts.write(draft, rest, zone);
    await drafts.write(draft, contribution(3, 'More'), zone);
    const before = await textOf(draft);
    crash('UPDATE pieces SET written = 0 WHERE message_id = 2');
    await drafts.write(draft, rest, zone);
    expect(await textOf(draft)).toBe(before);
  });
});

test('words below the pictures of an album follow the edits of their message, and go with them', async () => {
  const draft = begun(1);
  const picture = (number: number) => `![ ](${number}.jpg)`;
  const first = `${picture(1)}\n\nOne`;
  await drafts.write(draft, contribution(1, first), zone);
  await drafts.write(draft, { ...contribution(2, picture(2)), front: first }, zone);
  await drafts.write(draft, contribution(3, 'More'), zone);
  let version = noon / 1000;
  for (const words of ['Two', '', 'Two', 'Three']) {
    const piece = store.piece({ chatId: 1, messageId: 1 });
    const markdown = [picture(1), words].join('\n\n').trimEnd();
    expect(piece && (await drafts.edit(piece, markdown, ++version))).toBe('written');
    const body = (await textOf(draft)).split('---\n\n')[1];
    expect(body?.split('\n\n').toSorted()).toEqual(
      [picture(1), picture(2), 'More\n', ...(words === '' ? [] : [words])].toSorted(),
    );
  }
});

test('an edit that is older than what is there changes nothing', async () => {
  const draft = begun(1);
  await drafts.write(draft, contribution(1, 'New'), zone);
  const piece = store.piece({ chatId: 1, messageId: 1 });
  if (!piece) throw new Error('no piece');
  expect(await drafts.edit(piece, 'Old', piece.version - 1)).toBe('outdated');
  expect(await textOf(draft)).toContain('New');
});

test('no unfinished file is left where a write fails', async () => {
  const draft = begun(1);
  await drafts.write(draft, contribution(1, 'Words'), zone);
  await rm(join(folder, 'content', draft.file));
  // A folder in the place of the file: the last step of the write cannot succeed.
  await mkdir(join(folder, 'content', draft.file));
  await expect(drafts.write(draft, contribution(2, 'More'), zone)).rejects.toThrow(/EISDIR/);
  expect(await readdir(join(folder, 'content/notes'))).toEqual(['2026-07-01-130000.md']);
});
