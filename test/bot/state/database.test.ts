import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copiedDatabase, databaseFile, openDatabase } from '../../../bot/state/database.ts';
import { compareWithSchema, latestVersion, versionOf } from '../../../bot/state/migrations.ts';
import { projectRoot } from '../botProcess.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrollback-database-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const changes = join(projectRoot, 'bot/schema');

/** A database as it was after so many changes. */
async function databaseAt(version: number): Promise<DatabaseSync> {
  const database = new DatabaseSync(join(folder, databaseFile));
  for (let number = 1; number <= version; number++) {
    const file = (await readdir(changes)).find((name) => name.startsWith(`${number}-`));
    database.exec(await readFile(join(changes, file ?? ''), 'utf8'));
  }
  database.exec(`PRAGMA user_version = ${version}`);
  return database;
}

test('the changes of the schema are numbered from one, without a gap', async () => {
  const numbers = (await readdir(changes)).map((file) => Number.parseInt(file, 10));
  expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
});

test('a database that was opened before is as it was', () => {
  const tables = (database: DatabaseSync) => {
    const rows = database.prepare('SELECT sql FROM sqlite_schema ORDER BY name').all();
    database.close();
    return rows;
  };
  expect(tables(openDatabase(folder))).toEqual(tables(openDatabase(folder)));
});

test.each([5, 6, 12])(
  "a look at a database of version %i reads it in today's form and leaves its file as it is",
  async (version) => {
    const old = await databaseAt(version);
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
  },
);

test('an older database still knows what was taken down, and no longer what was refused before', async () => {
  const old = await databaseAt(6);
  const insert = old.prepare(
    'INSERT INTO deliveries (entry_id, channel_id, file, content_hash, steps, state, run_at, created_at) VALUES (?, -1, ?, ?, ?, ?, 0, 0)',
  );
  const send = JSON.stringify([{ call: 'send', message: {} }]);
  insert.run('/a/', 'a.md', 'x', send, 'failed');
  insert.run('/a/', 'a.md', 'y', send, 'sent');
  insert.run('/a/', 'a.md', '', JSON.stringify([{ call: 'delete', messageIds: [4, 5] }]), 'sent');
  insert.run('/b/', 'b.md', 'x', send, 'failed');
  old.exec('INSERT INTO channel_stubs (channel_id, message_id, made_at) VALUES (-1, 5, 0)');
  old.close();
  const database = openDatabase(folder);
  expect(
    database.prepare('SELECT message_id, is_stub FROM channel_taken_down').all(),
  ).toMatchObject([
    { message_id: 4, is_stub: 0 },
    { message_id: 5, is_stub: 1 },
  ]);
  expect(
    database.prepare("SELECT entry_id FROM deliveries WHERE state = 'failed'").all(),
  ).toMatchObject([{ entry_id: '/b/' }]);
  database.close();
});

test('what an older database remembers of groups is in its topic, or below its post', async () => {
  const old = await databaseAt(11);
  const insert = old.prepare(
    'INSERT INTO groups_messages (chat_id, message_id, date, version, body) VALUES (-1, ?, 0, 0, ?)',
  );
  const bodies = [
    { text: 'General' },
    { text: 'Topic', message_thread_id: 90, is_topic_message: true },
    { text: 'Answer', message_thread_id: 1 },
    { text: 'Comment', message_thread_id: 80 },
  ];
  for (const [index, body] of bodies.entries()) insert.run(index + 1, JSON.stringify(body));
  old.exec(
    "INSERT INTO comments_threads (chat_id, message_id, post_id, date, body) VALUES (-1, 80, 7, 0, '{}')",
  );
  old.close();
  const database = openDatabase(folder);
  const rows = database.prepare('SELECT topic FROM groups_messages ORDER BY message_id').all();
  expect(rows.map((row) => row['topic'])).toEqual([0, 90, 0, 80]);
  database.close();
});
