import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Lock } from '../../../bot/base/lock.ts';
import { Changes } from '../../../bot/drafts/changes.ts';
import { openDatabase } from '../../../bot/state/database.ts';
import { temporaryFolder } from '../../load/temporary.ts';

const file = 'notes/a.md';
const textWith = (matter: string) => `---\ndate: 2026-03-01\n${matter}---\n\nHello\n`;
const syndication = 'syndication:\n  - https://t.me/journal/1\n';

/** Two requests, one after the other: what each makes of the file, with whatever comes in between. */
async function afterRequests(first: string, second: string, undoneAt = 3, timeZone = 'UTC') {
  const folder = await temporaryFolder();
  const database = openDatabase(join(folder, 'state'));
  const content = join(folder, 'content');
  const write = (text: string) => writeFile(join(content, file), text);
  await mkdir(join(content, 'notes'), { recursive: true });
  await write(textWith('draft: true\n'));
  const changes = new Changes(database, content, new Lock());
  const request = (id: number) => ({ cause: `press:${id}`, chatId: 1, messageId: id, at: id });
  await changes.recording(request(1), file, 'changePublish', () => write(first));
  await changes.recording(request(2), file, 'changePublish', () => write(second));
  const discarded = join(folder, 'discarded');
  const tools = { folder: discarded, timeZone, parts: () => [], leaving: () => {} };
  const outcome = await changes.undo({ ...request(3), at: undoneAt }, tools);
  const isRecorded = changes.isMade(request(2));
  database.close();
  return { outcome, isRecorded };
}

test('what the mirror writes while a request changes nothing is no change to be taken back', async () => {
  const { outcome, isRecorded } = await afterRequests(textWith(''), textWith(syndication));
  expect(isRecorded).toBe(false);
  expect(outcome).toMatchObject({ is: 'undone', wasPublic: true });
});

test('what it writes while a request changes something goes with that', async () => {
  const { outcome, isRecorded } = await afterRequests(
    textWith(''),
    textWith(`title: Sea\n${syndication}`),
  );
  expect(isRecorded).toBe(true);
  expect(outcome).toMatchObject({ is: 'undone' });
});

test.each([
  ['UTC', false],
  ['Asia/Tokyo', true],
])(
  'whether readers saw what is taken back is told by the time of the journal: %s',
  async (zone, wasShown) => {
    const late = Date.parse('2026-02-28T16:00:00Z');
    const { outcome } = await afterRequests(textWith(''), textWith(syndication), late, zone);
    expect(outcome).toMatchObject({ is: 'undone', wasShown });
  },
);
