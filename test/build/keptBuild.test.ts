import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { buildWith } from '../../src/build/keptBuild.ts';
import { mdxDigest } from '../../src/build/mdxDocuments.ts';
import { programFolder } from '../../src/build/pages/siteCode.ts';
import { beginRun, loadForRun } from '../../src/build/run.ts';
import type { SiteConfig } from '../../src/build/siteConfig.ts';
import { SimilarCache } from '../../src/related/similarCache.ts';
import { temporaryFolder } from '../load/temporary.ts';

it.each([
  ['of other documents', { documents: 'others' }],
  ['that imports the program from elsewhere', { program: '/elsewhere/src' }],
])('for a bundle %s nothing is begun: another run makes a new one', async (_, other) => {
  const root = await temporaryFolder({
    'content/site.yaml': 'title: Sample\nurl: https://sample.example\n',
    'content/notes/a.md': '---\ndate: 2026-01-02\n---\n\nA note.\n',
  });
  const compared = vi.spyOn(SimilarCache.prototype, 'begin');
  vi.stubEnv('JOURNAL_CONTENT', join(root, 'content'));
  onTestFinished(() => {
    compared.mockRestore();
    vi.unstubAllEnvs();
  });
  const config: SiteConfig = {
    root,
    sourceFolder: join(root, 'src'),
    publicFolder: join(root, 'public'),
    outputFolder: join(root, 'dist'),
    cacheFolder: join(root, 'cache'),
    componentFolders: [],
    replaced: [],
    shown: {},
  };
  const run = await beginRun(config, false);
  await loadForRun(run, true, { isSilent: true, warn: () => undefined });
  const same = { code: run.code, documents: mdxDigest(), program: programFolder };
  const installed = { files: [], digest: '' };
  const kept = { ...same, ...other, installed, config, entry: '', files: [], pages: [] };
  const bundle = { folder: join(root, 'site'), kept };
  expect(await buildWith([bundle], config, true)).toBe(false);
  expect(compared).not.toHaveBeenCalled();
  expect(existsSync(config.outputFolder)).toBe(false);
});
