import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { buildWith } from '../../src/build/keptBuild.ts';
import { beginRun } from '../../src/build/run.ts';
import type { SiteConfig } from '../../src/build/siteConfig.ts';
import { SimilarCache } from '../../src/related/similarCache.ts';
import { temporaryFolder } from '../load/temporary.ts';

it('for a bundle of other documents nothing is begun: another run makes a new one', async () => {
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
  const { code } = await beginRun(config, false);
  const kept = { code, documents: 'others', config, entry: '', files: [], pages: [] };
  expect(await buildWith(join(root, 'site'), kept, config, true)).toBe(false);
  expect(compared).not.toHaveBeenCalled();
  expect(existsSync(config.outputFolder)).toBe(false);
});
