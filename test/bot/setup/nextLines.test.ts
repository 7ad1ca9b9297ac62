import { afterEach, expect, it } from 'vitest';
import { serve } from '#journal/command/place.ts';
import { nextLines } from '../../../bot/setup/nextLines.ts';

const place = { project: '/journal', typedIn: '/journal' };

afterEach(() => serve({ ...place, byName: false }));

it.each([
  [false, 'npm run mirror -- --dry-run'],
  [true, 'npx scrollback mirror --dry-run'],
])('what comes next stands in one column, by name: %s', (byName, command) => {
  serve({ ...place, byName });
  const lines = nextLines({ setting: (name) => name });
  expect(lines.map((line) => line.search(/(?<= {2,})\S|(?<=dry-run )\S/))).toEqual([
    33, 33, 33, 33,
  ]);
  expect(lines[2]?.startsWith(`${command} `)).toBe(true);
});
