import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Prepared, shared } from '../sharedSetup.ts';
import { builtApart, fixtureJournal } from './build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The fixture journal, built; for reading only. */
    readonly site: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { place, end } = await shared('site', buildFixture);
  project.provide('site', place);
  return end;
}

async function buildFixture(): Promise<Prepared> {
  const folder = await mkdtemp(join(tmpdir(), 'scrollback-site-'));
  const place = join(folder, 'dist');
  await builtApart({ content: fixtureJournal, output: place, cache: join(folder, 'cache') });
  return { place, end: () => rm(folder, { recursive: true, force: true }) };
}
