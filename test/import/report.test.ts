import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import type { ImportReport } from '../../src/import/report/report.ts';
import { nextWords } from '../../src/import/report/words.ts';
import { temporaryFolder } from '../load/temporary.ts';

const report = (outcome: 'written' | 'there', dryRun = false): ImportReport => ({
  label: 'a Jekyll folder',
  source: 'blog',
  folder: '../new',
  dryRun,
  lines: [{ outcome, where: 'a.md', what: 'article', notes: [] }],
});

it.each([
  [undefined, '\n  npm run check  '],
  ['../new', '\n  JOURNAL_CONTENT=../new npm run check  '],
  ["/home/ana's/my $1", "\n  JOURNAL_CONTENT='/home/ana'\\''s/my $1' npm run check  "],
])('behind what came into %s stands what to type next', (content, expected) => {
  expect(nextWords(report('written'), content)).toContain(expected);
});

it('where nothing came, there is nothing to do', () => {
  expect([
    nextWords(report('there'), '../new'),
    nextWords(report('written', true), '../new'),
  ]).toEqual(['', '']);
});

it('what comes in goes where `--to` leads from the folder in which it was typed, and is named as it is there', async () => {
  const folder = await temporaryFolder({
    'journal/package.json': '{"dependencies": {"scrollback-journal": "*"}}',
    'journal/content/drafts/a.md': '',
    'blog/bread.md': '---\ntitle: Bread\ndate: 2020-01-01\n---\n\nFlour.\n',
  });
  const program = join(import.meta.dirname, '../../bin/scrollback.cjs');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, 'import', '../../../blog', '--to', '../../other'],
    {
      cwd: join(folder, 'journal/content/drafts'),
      env: { ...process.env, npm_lifecycle_event: 'npx' },
    },
  );
  expect(await filesBelow(join(folder, 'journal/other'))).toContain('articles/2020/bread.md');
  expect(stdout).toContain(`JOURNAL_CONTENT=${join(folder, 'journal/other')} npx scrollback check`);
});
