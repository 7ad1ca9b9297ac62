import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { built, fixtureJournal } from './build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The fixture journal, built; for reading only. */
    readonly site: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'scrollback-site-'));
  const site = join(folder, 'dist');
  await built({ content: fixtureJournal, output: site, cache: join(folder, 'cache') });
  project.provide('site', site);
  return () => rm(folder, { recursive: true, force: true });
}
