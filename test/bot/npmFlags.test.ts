import { execFile } from 'node:child_process';
import { beforeEach, expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { surroundings } from '../processes.ts';
import { projectRoot } from './botProcess.ts';
import { makeWorld, type World } from './world.ts';

let world: World;

beforeEach(async () => {
  world = await makeWorld();
  await world.write('notes/a.md', '---\ndate: 2026-02-01\n---\n\nOne\n');
});

/** What a person types, run by the machine's own npm. */
function npm(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      'npm',
      args,
      {
        cwd: projectRoot,
        shell: process.platform === 'win32',
        env: {
          ...surroundings,
          ...world.environment,
        },
      },
      (_, out, error) => resolve({ code: child.exitCode ?? -1, out, error }),
    );
  });
}

it('npm run mirror --dry-run posts nothing, and says how it was understood', async () => {
  const { code, out, error } = await npm('run', '--silent', 'mirror', '--dry-run', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ deliveries: [{ file: 'notes/a.md', action: 'post' }] });
  expect(error).toContain('npm took --dry-run --json for itself; understood as');
  expect(world.api.messages(world.channel)).toEqual([]);
});

it('npm run new --edit Title is refused, and nothing happens', async () => {
  const { code, error } = await npm('run', 'new', '--edit', 'Title');
  expect(code).toBe(1);
  expect(error).toContain('npm run new -- --edit');
  expect(await filesBelow(world.content)).toEqual(['notes/a.md', 'site.yaml']);
});
