import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, it, test } from 'vitest';
import { CommentStore } from '../../../bot/comments/commentStore.ts';
import { MirrorMemory } from '../../../bot/mirror/mirrorMemory.ts';
import {
  copiedDatabase,
  databaseFile,
  inTransaction,
  openDatabase,
  stateOf,
} from '../../../bot/state/database.ts';
import { compareWithSchema, latestVersion, versionOf } from '../../../bot/state/migrations.ts';
import { temporaryFolder } from '../../load/temporary.ts';
import { projectRoot } from '../botProcess.ts';
import { liveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

const changes = join(projectRoot, 'bot/schema');

const first = 17;

/** A database as it was before the changes that followed `version`. */
async function databaseAt(version: number): Promise<DatabaseSync> {
  const database = new DatabaseSync(join(folder, databaseFile));
  for (const file of (await readdir(changes)).toSorted())
    if (Number.parseInt(file, 10) <= version)
      database.exec(await readFile(join(changes, file), 'utf8'));
  database.exec(`PRAGMA user_version = ${version}`);
  return database;
}

test('the changes of the schema are numbered without a gap, from the version that is about on', async () => {
  const numbers = (await readdir(changes)).map((file) => Number.parseInt(file, 10));
  // Of two later ones with one number, a database that has seen the first would never see the second.
  const later = numbers.filter((number) => number !== first).toSorted((a, b) => a - b);
  expect(numbers).toContain(first);
  expect(later).toEqual(later.map((_, index) => first + 1 + index));
});

test('a database that was opened before is as it was', () => {
  const tables = (database: DatabaseSync) => {
    const rows = database.prepare('SELECT sql FROM sqlite_schema ORDER BY name').all();
    database.close();
    return rows;
  };
  expect(tables(openDatabase(folder))).toEqual(tables(openDatabase(folder)));
});

test("a look at a database of an older version reads it in today's form and leaves its file as it is", async () => {
  const old = await databaseAt(first);
  old.exec("INSERT INTO drafts (id, file, created_at) VALUES (7, 'notes/a.md', 0)");
  old.close();
  const file = join(folder, databaseFile);
  const before = await readFile(file);
  const copy = copiedDatabase(folder);
  expect(copy.prepare('SELECT id, file FROM drafts').all()).toEqual([
    { id: 7, file: 'notes/a.md' },
  ]);
  expect(versionOf(copy)).toBe(latestVersion());
  expect(compareWithSchema(copy, latestVersion()).missing).toEqual([]);
  copy.close();
  expect(await readFile(file)).toEqual(before);
  expect(await readdir(folder)).toEqual([databaseFile]);
});

test('comments of an older database go on as they stood, with what tells of them', async () => {
  const old = await databaseAt(first);
  const insert = old.prepare(
    `INSERT INTO comments_held (chat_id, message_id, thread_id, is_own, sender_id, name, date, version, text, plain, state, told_at)
     VALUES (-1, ?, 80, 0, 3, 'Ada', 0, 0, 'Hello', 'Hello', ?, 5)`,
  );
  const states = ['homeless', 'waiting', 'shown', 'ignored', 'removed'];
  for (const [index, state] of states.entries()) insert.run(index + 1, state);
  old.exec('INSERT INTO comments_notices (message_id, comment_id) VALUES (50, 2)');
  old.close();
  const database = openDatabase(folder);
  const store = new CommentStore(database);
  expect(states.map((_, index) => store.byId(index + 1)?.state)).toEqual([
    'unplaced',
    ...states.slice(1),
  ]);
  expect(store.byNotice(50)?.messageId).toBe(2);
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  expect(() => database.exec("UPDATE comments_held SET state = 'homeless'")).toThrow(/CHECK/);
  database.close();
});

test('what an older bot was told to keep out of the channel was decided before its latest look', async () => {
  const old = await databaseAt(first);
  old.exec(`INSERT INTO mirror_looks (only, latest) VALUES (1, 5000);
    INSERT INTO mirror_decisions (channel_id, entry_id, file, decision)
    VALUES (-1, '/notes/a/', 'notes/a.md', 'pass-over')`);
  old.close();
  const database = openDatabase(folder);
  expect(new MirrorMemory(database).decisions(-1, 'pass-over')).toEqual([
    { entryId: '/notes/a/', file: 'notes/a.md', at: 5000 },
  ]);
  database.close();
});

test('a database from before the first version is left as it is, and what to do is told', async () => {
  const old = await databaseAt(first);
  old.exec('DROP TABLE quiet_removals; PRAGMA user_version = 16');
  old.close();
  const before = await readFile(join(folder, databaseFile));
  expect(() => openDatabase(folder)).toThrow(
    /bot\.sqlite was written by a Scrollback before its first release: it is of version 16, and this one knows versions from 17 on\. It is left as it is\. Start the bot once with the last Scrollback that knows it, and then with this one: git switch --detach /,
  );
  expect(await readFile(join(folder, databaseFile))).toEqual(before);
});

test('the state of a database is another one after each change, whoever makes it, and after no question', () => {
  const [database, other] = [openDatabase(folder), openDatabase(folder)];
  const note = (one: DatabaseSync, id: number) =>
    one
      .prepare('INSERT INTO known_channels (reference, id, title) VALUES (?, ?, ?)')
      .run(`@${id}`, id, 'A');
  const states = [stateOf(database)];
  database.prepare('SELECT * FROM known_channels').all();
  expect(stateOf(database)).toBe(states[0]);
  note(database, 1);
  states.push(stateOf(database));
  note(other, 2);
  states.push(stateOf(database));
  inTransaction(database, () => {
    expect(stateOf(database)).toBe(states.at(-1));
    note(database, 3);
    states.push(stateOf(database));
  });
  expect(new Set(states).size).toBe(states.length);
  database.close();
  other.close();
});

/** A journal that the last version kept, and its state: a note from chat that is posted. */
const before = resolve(import.meta.dirname, '../../fixtures/version-0.1.0');

it('a state of version 0.1.0 is taken over: what it knows as posted is not posted again, and the bot goes on', async () => {
  const world = await liveBot({}, { isStopped: true });
  const { api, owner, channel, content, state } = world;
  await cp(join(before, 'content'), content, { recursive: true });
  await mkdir(state, { recursive: true });
  const file = join(state, 'bot.sqlite');
  const old = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  old.exec(await readFile(join(before, 'state.sql'), 'utf8'));
  old.close();

  world.run();
  // Telegram goes on counting where it was; here the chat begins anew, with numbers that the state knows.
  for (const text of ['One', 'Two', 'Three', 'Said to the new version.'])
    await owner.sends(owner, text);
  await eventually(async () => {
    const texts = (await world.notes()).map((note) => world.read(note));
    return (await Promise.all(texts)).some((text) => text.includes('Said to the new'));
  }, 'the draft of a new message');
  await world.idle();
  await world.stop();
  expect(api.messages(channel)).toEqual([]);

  const database = new DatabaseSync(file);
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: latestVersion() });
  expect(database.prepare('SELECT file FROM copies').all()).toEqual([
    { file: expect.stringMatching(/^notes\/2026-01-29-\d+\.md$/) },
  ]);
  database.close();
});
