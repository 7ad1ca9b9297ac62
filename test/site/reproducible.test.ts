import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../load/temporary.ts';
import { built, builtApart, differences, digests, fixtureJournal } from './build.ts';
import { fixtureSite } from './fixtureSite.ts';

it('the same content gives the same bytes in any time zone and environment, in builds at the same time with one cache', async () => {
  const folder = await temporaryFolder();
  const first = await digests(await fixtureSite());
  const build = (make: typeof built, name: string, timeZone: string) =>
    make({
      content: fixtureJournal,
      output: join(folder, name, 'dist'),
      cache: join(folder, 'cache'),
      timeZone,
      // Names that mean something to what bundles the site.
      variables: { DEV: '1', PROD: '' },
      isBundled: true,
    });
  const [west, east] = await Promise.all([
    // Half an hour beside those of others.
    build(builtApart, 'west', 'Pacific/Marquesas'),
    build(built, 'east', 'Pacific/Kiritimati'),
  ]);
  expect(first.size).toBeGreaterThan(50);
  expect(differences(first, west)).toEqual([]);
  expect(differences(first, east)).toEqual([]);
});
