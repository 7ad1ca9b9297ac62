import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tellWhatWasMissed } from '../../../src/build/dev/firstLooks.ts';

it.each([
  ['written before the watcher came to it', 'late.md', 1],
  ['there when the folder was read', undefined, 0],
])('a note that was %s is told as often as it takes', async (_, late, told) => {
  const root = await mkdtemp(join(tmpdir(), 'scrollback-looks-'));
  try {
    await mkdir(join(root, 'notes'));
    await writeFile(join(root, 'site.yaml'), '');
    await writeFile(join(root, 'notes/first.md'), '');
    // Far enough from what a coarse clock takes for the same moment.
    const readAt = Date.now() + 60_000;
    const names = ['first.md'];
    let looks = 0;
    let times = 0;
    const getWatched = () => {
      looks++;
      if (looks === 2 && late !== undefined) names.push(late);
      return { [root]: ['site.yaml'], [join(root, 'notes')]: names };
    };
    if (late !== undefined) {
      const file = join(root, 'notes', late);
      await writeFile(file, '');
      await utimes(file, readAt / 1_000 + 60, readAt / 1_000 + 60);
    }
    await tellWhatWasMissed(
      { root, watcher: { getWatched }, readAt },
      () => {
        times++;
      },
      { waits: [0, 0, 0, 0], now: () => readAt },
    );
    expect(Math.min(times, 1)).toBe(told);
    expect(looks).toBe(late === undefined ? 2 : 3);
  } finally {
    await rm(root, { recursive: true });
  }
});
