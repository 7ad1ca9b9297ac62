import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownFaultsFile } from '#journal/content/knownFaults.ts';
import { isStopping } from '#journal/fault/fault.ts';
import { entryText, load, loadFolder, site, told } from './content.ts';
import { temporaryFolder, writeFiles } from './temporary.ts';

const old = entryText('', '![](a.png)\n\n[gone](/gone/) <b style="x">b</b>\n\n[gallery ids="1"]');

/** A journal with an old entry, all of whose faults are accepted. */
async function accepted(files: Readonly<Record<string, string>> = { 'articles/old.md': old }) {
  const root = await temporaryFolder({ 'site.yaml': site, ...files });
  await accept(root);
  return root;
}

async function accept(root: string): Promise<string> {
  const text = (await loadFolder(root)).accepted?.().text ?? '';
  if (text === '') await rm(join(root, knownFaultsFile), { force: true });
  else await writeFile(join(root, knownFaultsFile), text);
  return text;
}

const stopping = async (root: string) =>
  told({ faults: (await loadFolder(root)).faults.filter(isStopping) });

it('what is accepted does not stop the build, what is new does', async () => {
  const root = await accepted();
  const { faults } = await loadFolder(root);
  expect(faults.map(({ kind, known }) => `${known} ${kind}`).sort()).toEqual([
    'true dead-link',
    'true foreign-syntax',
    'true inline-style',
    'true missing-alt',
    'true missing-picture',
  ]);
  await writeFiles(root, { 'notes/new.md': entryText('', '[gone](/gone/)') });
  expect(await stopping(root)).toEqual(['notes/new.md:6: a link to /gone/, which does not exist']);
});

it.each([
  ['lines above it', (text: string) => text.replace('![]', 'Words.\n\n> More.\n\n![]'), 0],
  ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n'), 0],
  ['a byte order mark', (text: string) => `\uFEFF${text}`, 0],
  ['other front matter', (text: string) => text.replace('title: A', 'title: B\ntags: [x]'), 0],
  ['the same line again', (text: string) => `${text}\n[gone](/gone/) <b style="x">b</b>\n`, 2],
  [
    'another fault on its line',
    (text: string) => text.replace('[gone]', '[lost](/lost/) [gone]'),
    3,
  ],
  ['other words on its line', (text: string) => text.replace('[gone]', 'So [gone]'), 2],
  ['another picture', (text: string) => `${text}\n![](b.png)\n`, 2],
  [
    'another entry on the path',
    (text: string) => text.replace('title: A', 'title: A\nslug: new'),
    1,
  ],
])('after %s, what was there is known still', async (_, edit, expected) => {
  const root = await accepted({
    'articles/old.md': old,
    'articles/new.md': entryText(),
  });
  await writeFile(join(root, 'articles/old.md'), edit(old));
  expect(await stopping(root)).toHaveLength(expected);
});

it('what is gone is told, and is new when it comes back after it was taken off', async () => {
  const root = await accepted();
  const file = join(root, 'articles/old.md');
  await writeFile(file, entryText('', '![](a.png)'));
  const { faults } = await loadFolder(root);
  expect(told({ faults: faults.filter((one) => !one.known) })).toEqual([
    'warning known-faults.yaml:4: 3 known faults that are gone (dead-link in articles/old.md and others)',
  ]);
  await accept(root);
  await writeFile(file, old);
  expect(await stopping(root)).toHaveLength(2);
  await writeFile(file, entryText());
  expect(await accept(root)).toBe('');
  expect((await loadFolder(root)).faults).toEqual([]);
});

it('a renamed file has its faults anew', async () => {
  const root = await accepted();
  await rename(join(root, 'articles/old.md'), join(root, 'articles/other.md'));
  expect(await stopping(root)).toHaveLength(4);
});

describe('a draft', () => {
  it('gives nothing to the list, and stops the build when it is published', async () => {
    const draft = old.replace('title: A', 'title: A\ndraft: true');
    const root = await accepted({ 'articles/old.md': draft });
    await writeFile(join(root, 'articles/old.md'), old);
    expect(await stopping(root)).toHaveLength(4);
  });

  it('that was published before keeps what is known of it', async () => {
    const root = await accepted();
    await writeFile(
      join(root, 'articles/old.md'),
      old.replace('title: A', 'title: A\ndraft: true'),
    );
    const { faults } = await loadFolder(root);
    expect(faults.every(({ draft, known }) => draft && known)).toBe(true);
    const list = await readFile(join(root, knownFaultsFile), 'utf8');
    expect(await accept(root)).toBe(list);
  });
});

it('what could lose or give away something is left, whatever is accepted', async () => {
  const root = await accepted({
    'articles/a.md': entryText('', 'a\n\n[^1]: lost\n\n[b](b.md)\n\n![](x.png)'),
    'articles/b.md': entryText('draft: true\n'),
    'articles/c.md': entryText('slug: a\n', '<textarea>'),
    'articles/d.md': entryText('dratf: true\n', '![](x.png)'),
  });
  const left = (await loadFolder(root)).faults.filter(isStopping).map(({ kind }) => kind);
  expect(left.sort()).toEqual([
    'hidden-link',
    'hiding-html',
    'shared-path',
    'unknown-key',
    'unused-footnote',
  ]);
});

it('what cannot be read for now is not gone', async () => {
  const root = await accepted();
  await writeFile(join(root, 'articles/old.md'), `---\ntitle: [\n${old.slice(4)}`);
  const list = await readFile(join(root, knownFaultsFile), 'utf8');
  expect(await accept(root)).toBe(list);
  await writeFile(join(root, 'site.yaml'), 'title: Sample\n');
  const { faults, accepted: none } = await loadFolder(root);
  expect(none).toBeUndefined();
  expect(faults.filter(({ kind }) => kind === 'gone-fault')).toEqual([]);
});

it.each([
  [
    'in conflict',
    (text: string) => `<<<<<<< a\n${text}=======\n>>>>>>> b\n`,
    'two versions of the text',
  ],
  ['in another encoding', (text: string) => Buffer.from(`# größe\n${text}`, 'latin1'), 'Latin-1'],
  ['with an unknown kind', (text: string) => text.replace('missing-alt', 'missing'), 'unknown key'],
])('a list that is %s is the one thing that stops the build', async (_, edit, words) => {
  const root = await accepted();
  const list = join(root, knownFaultsFile);
  const text = await readFile(list, 'utf8');
  await writeFile(list, edit(text));
  const faults = await stopping(root);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(`${knownFaultsFile}:`);
  expect(faults[0]).toContain(words);
  expect(await accept(root)).toBe(text);
});

it('kinds can be accepted one by one', async () => {
  const root = await temporaryFolder({ 'site.yaml': site, 'articles/old.md': old });
  const { accepted: take } = await loadFolder(root);
  const alone = take?.(new Set(['missing-alt']));
  expect(alone?.text).toContain('missing-alt');
  expect(alone?.text).not.toContain('dead-link');
  expect(alone).toMatchObject({ before: 0, after: 1 });
  await writeFile(join(root, knownFaultsFile), alone?.text ?? '');
  const both = (await loadFolder(root)).accepted?.(new Set(['dead-link']));
  expect(both).toMatchObject({ before: 1, after: 2 });
  expect(both?.faults.filter(isStopping)).toHaveLength(2);
});

it('a list is no entry, and needs no journal around it', async () => {
  const { faults, loaded } = await load({ [knownFaultsFile]: '# nothing yet\n' });
  expect(faults).toEqual([]);
  expect(loaded?.journal.entries).toEqual([]);
});
