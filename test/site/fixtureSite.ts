import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../shared/ask.ts';
import type { Prepared } from '../shared/offers.ts';
import { fixtureJournal } from './build.ts';
import type { Builders } from './builders.ts';

/** The folder of the fixture journal as it was built for all tests; for reading only. */
export function fixtureSite(): Promise<string> {
  return ask('site');
}

/** Builds it. */
export async function buildFixture(builders: Builders): Promise<Prepared> {
  const folder = await mkdtemp(join(tmpdir(), 'scrollback-site-'));
  const place = join(folder, 'dist');
  await builders.build({ content: fixtureJournal, output: place, cache: join(folder, 'cache') });
  return { place, end: () => rm(folder, { recursive: true, force: true }) };
}
