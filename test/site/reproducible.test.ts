import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../load/temporary.ts';
import { builtApart, differences, digests, fixtureJournal } from './build.ts';
import { fixtureSite } from './fixtureSite.ts';

it('the same content gives the same bytes in any time zone and environment, in builds at the same time with one cache', async () => {
  const folder = await temporaryFolder();
  const [west, east] = await Promise.all(
    // The first is half an hour beside those of others.
    ['Pacific/Marquesas', 'Pacific/Kiritimati'].map((timeZone, at) =>
      builtApart({
        content: fixtureJournal,
        output: join(folder, String(at), 'dist'),
        cache: join(folder, 'cache'),
        timeZone,
        // Names that mean something to what bundles the site.
        variables: { DEV: '1', PROD: '' },
      }),
    ),
  );
  const first = await digests(await fixtureSite());
  expect(first.size).toBeGreaterThan(50);
  expect(differences(first, west ?? new Map())).toEqual([]);
  expect(differences(first, east ?? new Map())).toEqual([]);
});
