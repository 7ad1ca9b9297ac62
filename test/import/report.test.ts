import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { type ImportReport, nextWords } from '../../src/import/report/report.ts';
import { temporaryFolder } from '../load/temporary.ts';
import { runTogether } from '../runTogether.ts';

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

it('the command with `--dry-run` says what would come, on the screen and as JSON, and writes nothing else', async () => {
  const folder = await temporaryFolder({
    'posts/a.md': '---\ntitle: A\ndate: 2020-01-02\n---\n\nWords.\n',
  });
  const [to, json] = [join(folder, 'content'), join(folder, 'report.json')];
  const { code, out, error } = await runTogether({
    path: resolve(import.meta.dirname, '../../src/import.ts'),
    parameters: [join(folder, 'posts'), '--dry-run', '--to', to, '--json', json],
    environment: {},
  });
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toContain('Would write 1 article');
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ dryRun: true });
  expect(await filesBelow(folder)).toEqual(['posts/a.md', 'report.json']);
});

it('nothing comes into another folder where npm keeps the one that was named', async () => {
  const folder = await temporaryFolder({ 'posts/a.md': '# A title\n\nWords.\n' });
  const { code, error } = await runTogether({
    path: resolve(import.meta.dirname, '../../src/import.ts'),
    parameters: [join(folder, 'posts')],
    environment: {
      JOURNAL_CONTENT: join(folder, 'content'),
      npm_lifecycle_event: 'import',
      npm_config_user_agent: 'npm/11.19.1 node/v24.0.0 linux x64 workspaces/false',
      npm_config_token_description: '../journal',
    },
  });
  expect(code).toBe(1);
  expect(error).toContain('npm took --to for itself; expected it after "--": npm run import -- ');
  expect(await filesBelow(folder)).toEqual(['posts/a.md']);
});
