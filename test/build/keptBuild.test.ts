import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { buildWith } from '../../src/build/keptBuild.ts';
import { mdxDigest } from '../../src/build/mdxDocuments.ts';
import { programFolder } from '../../src/build/pages/siteCode.ts';
import { beginRun, loadForRun } from '../../src/build/run.ts';
import type { SiteConfig } from '../../src/build/siteConfig.ts';
import { digestOf } from '../../src/cache/bodies.ts';
import { SimilarCache } from '../../src/related/similarCache.ts';
import { temporaryFolder } from '../load/temporary.ts';

it.each([
  ['of other documents', 'read', { documents: 'others' }],
  ['that imports the program from elsewhere', 'not read', { program: '/elsewhere/src' }],
  ['that is damaged', 'not read', { files: [['bundle/entry.mjs', 'digest']] as const }],
])(
  'for a bundle %s nothing is begun, and the content is %s: another run makes a new one',
  async (_, how, other) => {
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
    const installed = { files: [], digest: digestOf() };
    const kept = { ...same, installed, config, entry: '', files: [], pages: [], ...other };
    const bundle = { folder: join(root, 'site'), kept };
    const cacheFolder = join(root, 'another cache');
    expect(await buildWith([bundle], { ...config, cacheFolder }, true)).toBe(false);
    const cached = readdirSync(cacheFolder, { recursive: true }).map(String);
    expect(cached.some((name) => name.endsWith('bodies.pack'))).toBe(how === 'read');
    expect(compared).not.toHaveBeenCalled();
    expect(existsSync(config.outputFolder)).toBe(false);
  },
);
