import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = fileURLToPath(new URL('../../.github/workflows/', import.meta.url));
const texts = await Promise.all(
  (await readdir(folder)).map(async (name) => [name, await readFile(folder + name, 'utf8')]),
);

describe.each(texts)('%s', (_, text = '') => {
  const { permissions, jobs } = parse(text) as Workflow;

  it('names every action by its commit, and says which version that is', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses.length).toBeGreaterThan(1);
    expect(
      uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+(\.\d+){0,2}$/.test(line)),
    ).toEqual([]);
  });

  it('lets nothing that npm installs write anywhere', () => {
    const running = Object.values(jobs).filter(({ steps }) => steps.some(({ run }) => run));
    expect(running.length).toBeGreaterThan(0);
    for (const job of running)
      expect(Object.values(job.permissions ?? permissions ?? { all: 'write' })).toEqual(['read']);
  });
});

it('the site is put online by a job that runs no code of the repository', () => {
  const { jobs } = parse(texts.find(([name]) => name === 'deploy.yml')?.[1] ?? '') as Workflow;
  expect(Object.keys(jobs)).toEqual(['build', 'deploy']);
  expect(jobs['deploy']?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
  expect(jobs['deploy']?.steps.map(({ uses = '' }) => uses.split('@')[0])).toEqual([
    'actions/configure-pages',
    'actions/deploy-pages',
  ]);
});
