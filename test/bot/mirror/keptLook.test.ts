import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../../bot/base/clock.ts';
import { readConfig } from '../../../bot/base/config.ts';
import { KeptLook } from '../../../bot/mirror/keptLook.ts';
import { mirrorPartsOffline } from '../../../bot/mirror/mirrorParts.ts';
import { temporaryFolder, writeFiles } from '../../load/temporary.ts';
import { projectRoot } from '../botProcess.ts';

const site = 'title: A journal\nurl: https://journal.example\ntimeZone: Europe/Lisbon\n';
const entry = (matter: string, body: string) => `---\ndate: 2026-02-01\n${matter}---\n\n${body}\n`;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Entries whose posts take something from each other, and from files beside them. */
const files = {
  'site.yaml': site,
  'articles/a.md': entry('title: Rain\nsummary: On rain\n', 'tl;dr: Wet.\n\nLong.'),
  'articles/folder/index.md': entry('title: Folder\ncover: { src: p.png, alt: P }\n', 'Words.'),
  'articles/folder/p.png': png,
  'notes/a.md': entry('aliases: [/old/, /older/]\n', 'See [rain](../articles/a.md) and [[Rain]].'),
  'notes/b.md': entry('tags: [one]\n', '![P](p.png)\n\nA note.[^1]\n\n[^1]: Below.'),
  'notes/c.md': entry('draft: true\n', 'A draft, [with a file](c.pdf).'),
  'notes/d.md': entry('', '[A file](c.pdf), and [[Nobody]].'),
  'notes/p.png': png,
};

let content: string;
let state: string;

beforeEach(async () => {
  content = await temporaryFolder(files);
  state = await temporaryFolder();
  later();
});

afterEach(() => {
  vi.useRealTimers();
});

/** So long after the last change that no clock of a disk takes another one for the same. */
function later(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
}

/** What a process plans that knows what is kept in a folder. Everything is new to the channel: all posts are in it. */
async function planned(kept: string): Promise<unknown> {
  const environment = {
    TELEGRAM_BOT_TOKEN: `123456:${'A'.repeat(35)}`,
    TELEGRAM_OWNER_ID: '1',
    TELEGRAM_CHANNEL: '@journal',
    JOURNAL_CONTENT: content,
    JOURNAL_STATE: kept,
  };
  const config = readConfig(environment, projectRoot);
  const { pass, database } = mirrorPartsOffline(config, '@journal', systemClock);
  try {
    if (!pass) throw new Error('There is no channel');
    const look = new KeptLook(config);
    look.recall(pass.entries);
    const { meant, faults } = await pass.plan(Date.parse('2026-06-01'), {});
    look.keep(pass.entries);
    return JSON.parse(JSON.stringify({ meant, faults }));
  } finally {
    database.close();
  }
}

const keptFile = () => join(state, 'look.json');

test('a second look at an unchanged journal makes nothing anew', async () => {
  const first = await planned(state);
  const { ino } = await stat(keptFile());
  expect(await planned(state)).toEqual(first);
  expect((await stat(keptFile())).ino).toBe(ino);
});

test.each<[string, Readonly<Record<string, string | Uint8Array | undefined>>]>([
  ['a body', { 'notes/b.md': entry('', 'Other words.') }],
  ['a body, by as many letters', { 'notes/d.md': entry('', '[A file](c.pdf), and [[Nobady]].') }],
  ['a title that others name', { 'articles/a.md': entry('title: Snow\n', 'Long.') }],
  [
    'the title that others name by another file',
    { 'articles/b.md': entry('title: Nobody\n', '.') },
  ],
  ['a path that others link to', { 'articles/a.md': entry('title: Rain\nslug: wet\n', 'Long.') }],
  ['a draft, which is published', { 'notes/c.md': entry('', 'No draft.') }],
  ['an entry, which is wrong', { 'notes/b.md': entry('tgas: 1\n', 'Wrong.') }],
  ['an entry, which is gone', { 'articles/a.md': undefined }],
  ['a picture', { 'notes/p.png': svg }],
  ['a cover, which is gone', { 'articles/folder/p.png': undefined }],
  ['a file beside an entry, which comes', { 'notes/c.pdf': '%PDF-1.4' }],
  ['the address of the site', { 'site.yaml': site.replace('journal.example', 'other.example') }],
  ['where the site was before', { 'site.yaml': `${site}formerly: https://old.example\n` }],
  ['the time zone', { 'site.yaml': site.replace('Europe/Lisbon', 'Asia/Tokyo') }],
])(
  'what is kept plans what nothing plans, and is written once, after a change of %s',
  async (_, changes) => {
    await planned(state);
    for (const [file, text] of Object.entries(changes)) {
      if (text === undefined) await rm(join(content, file));
      else await writeFiles(content, { [file]: text });
    }
    later();
    const wanted = await planned(await temporaryFolder());
    expect(await planned(state)).toEqual(wanted);
    const { ino } = await stat(keptFile());
    expect(await planned(state)).toEqual(wanted);
    expect((await stat(keptFile())).ino).toBe(ino);
  },
);

test('an entry that was changed a moment ago is read again by the next process', async () => {
  vi.useRealTimers();
  await writeFile(join(content, 'notes/a.md'), entry('', 'Fresh.'));
  await planned(state);
  expect(await stat(keptFile()).then(({ size }) => size)).toBeGreaterThan(0);
  later();
  const { ino } = await stat(keptFile());
  await planned(state);
  expect((await stat(keptFile())).ino).not.toBe(ino);
});

test.each(['', '{', '{"key":"another","folder":{"site":"","entries":[]},"posts":[]}'])(
  'what is kept is passed over where it is %j',
  async (text) => {
    const whole = await planned(state);
    await writeFile(keptFile(), text);
    expect(await planned(state)).toEqual(whole);
  },
);

test('nobody else may read what is kept', async () => {
  await planned(state);
  expect((await stat(keptFile())).mode & 0o077).toBe(process.platform === 'win32' ? 0o066 : 0);
});
