import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { WatchedFolder } from '../../../demo/folder/watchedFolder.ts';
import { temporaryFolder } from '../../load/temporary.ts';

const draft = '---\ndraft: true\n---\n\nThe lift is slow.\n';
const published = '---\ndate: 2026-01-02\n---\n\nThe lift is slow.\n';
const posted = published.replace('\n---\n\n', '\nsyndication:\n  - https://t.me/a/1\n---\n\n');
const edited = posted.replace('slow', 'late');

afterEach(() => {
  vi.useRealTimers();
});

it('a post that is noted is part of the change before it, and an edit just after is one of its own', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const root = await temporaryFolder();
  const folder = new WatchedFolder(root, () => undefined);
  const change = async (text: string) => {
    await writeFile(join(root, 'a.md'), text);
    await folder.look();
    return folder.changes.map(({ kind, before }) => ({ kind, before }));
  };
  await folder.start();
  onTestFinished(() => folder.stop());
  expect(await change(draft)).toEqual([{ kind: 'new', before: '' }]);
  expect(await change(published)).toEqual([{ kind: 'changed', before: draft }]);
  expect(await change(posted)).toEqual([{ kind: 'changed', before: draft }]);
  expect(await change(edited)).toEqual([{ kind: 'changed', before: posted }]);
});
