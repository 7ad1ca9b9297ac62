import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readJournal } from '../../../bot/content/contentFolder.ts';
import { temporaryFolder } from '../../load/temporary.ts';

async function journalWith(source: string): Promise<{ root: string; file: string }> {
  const root = await temporaryFolder({
    'site.yaml': 'title: T\nurl: https://journal.example\n',
    'notes/one.md': source,
  });
  return { root, file: join(root, 'notes/one.md') };
}

async function readOne(root: string) {
  const [entry] = (await readJournal(root)).journal.entries;
  if (!entry) throw new Error('no entry was read');
  return entry;
}

test.each([
  ['after the front matter', '---\ndate: 2026-01-01\n---\n\nFirst.\n\nLast.\n', 'First.'],
  ['after a summary', '---\ndate: 2026-01-01\n---\ntl;dr> Short.\n\nFirst.\n\nLast.\n', 'First.'],
  [
    'with line ends of Windows',
    '---\r\ndate: 2026-01-01\r\n---\r\nFirst.\r\n\r\nLast.\r\n',
    'First.',
  ],
  ['with a byte order mark', '\uFEFF---\ndate: 2026-01-01\n---\nFirst.\n\nLast.\n', 'First.'],
])('the words of an entry are those of its file, %s', async (_, source, first) => {
  const { root } = await journalWith(source);
  const { body } = await readOne(root);
  expect(body.trim().split(/\s+/)).toEqual([first, 'Last.']);
});

test('Markdown of another ending is wrong until an entry gives it to its readers', async () => {
  const { root, file } = await journalWith('---\ndate: 2026-01-01\n---\n\nFirst.\n');
  await writeFile(join(root, 'notes/my plan.md.txt'), '# Plan\n');
  const wrong = async () => (await readJournal(root)).faults.map(({ file }) => file);
  expect(await wrong()).toEqual(['notes/my plan.md.txt']);
  await writeFile(file, '---\ndate: 2026-01-01\n---\n\n[Plan](my%20plan.md.txt)\n');
  expect(await wrong()).toEqual([]);
});

test('an entry whose file changed since has the new words, and the same keys until the next look', async () => {
  const { root, file } = await journalWith(
    '---\ndate: 2026-01-01\ntags: [old]\n---\n\nOld words.\n',
  );
  const entry = await readOne(root);
  await writeFile(
    file,
    '---\ndate: 2026-01-01\ntags: [new]\nsummary: One more line.\n---\n\nNew.\n',
  );
  expect(entry.body.trim()).toBe('New.');
  expect(entry.tags).toEqual(['old']);
  expect(entry.lineOf(['summary'])).toBe(4);
  expect((await readOne(root)).tags).toEqual(['new']);
});

test('an unchanged entry is the same object at the next look', async () => {
  const { root } = await journalWith('---\ndate: 2026-01-01\n---\n\nWords.\n');
  expect(await readOne(root)).toBe(await readOne(root));
});

test('an entry whose file became wrong since says where and how', async () => {
  const { root, file } = await journalWith('---\ndate: 2026-01-01\n---\n\nWords.\n');
  const entry = await readOne(root);
  await writeFile(file, '---\ndate: someday\n---\n\nWords.\n');
  expect(() => entry.body).toThrow(/notes\/one\.md:2: .*someday/);
  await rm(file);
  expect(() => entry.body).toThrow(/no such file/);
});

test('another site.yaml counts for every entry, though a look under the old one is still under way', async () => {
  const { root } = await journalWith('---\ndate: 2026-01-01\n---\n\nWords.\n');
  const names = Array.from({ length: 300 }, (_, index) => `n${index}`);
  for (const name of names)
    await writeFile(join(root, `notes/${name}.md`), '---\ndate: 2026-01-01\n---\n\nWords.\n');
  const paths = async () => (await readJournal(root)).journal.entries.map(({ path }) => path);
  const early = paths();
  await new Promise((resolve) => setTimeout(resolve, 10));
  const site = 'title: T\nurl: https://journal.example\npermalinks: {notes: /n/:slug/}\n';
  await writeFile(join(root, 'site.yaml'), site);
  const late = await paths();
  await early;
  for (const found of [late, await paths()])
    expect(found.filter((path) => !path.startsWith('/n/'))).toEqual([]);
});

test('an old fault that a build bears is none for the bot, and its list is no entry', async () => {
  const reply = 'inReplyTo: https://journal.example/gone/';
  const { root, file } = await journalWith(`---\ndate: 2026-01-01\n${reply}\n---\n\nWords.\n`);
  const told = async () => (await readJournal(root)).faults.map(({ kind }) => kind);
  expect(await told()).toEqual(['dead-reply']);
  const digest = createHash('sha256').update(reply).digest('hex').slice(0, 8);
  await writeFile(
    join(root, 'known-faults.yaml'),
    `notes/one.md:\n  dead-reply: ${digest}\nnotes/gone.md:\n  missing-alt: 00000001\n`,
  );
  expect(await told()).toEqual([]);
  expect((await readJournal(root)).journal.entries).toHaveLength(1);
  await writeFile(file, `---\ndate: 2026-01-01\n${reply}-too\n---\n\nWords.\n`);
  expect(await told()).toEqual(['dead-reply']);
  await writeFile(join(root, 'known-faults.yaml'), 'notes/one.md:\n  dead-replies: 1\n');
  expect(await told()).toEqual(['unknown-key']);
});
