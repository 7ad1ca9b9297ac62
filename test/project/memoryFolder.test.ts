import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../load/temporary.ts';

const module = fileURLToPath(new URL('../memoryFolder.ts', import.meta.url));

/** A program that makes the folder of a run, puts a file into it, and says its name. */
const program = (parent: string) => `
  import { writeFileSync } from 'node:fs';
  import { basename, join } from 'node:path';
  const { makeRunFolder } = await import(${JSON.stringify(module)});
  const folder = makeRunFolder(${JSON.stringify(parent)});
  writeFileSync(join(folder, 'file'), '');
  console.log(basename(folder));
`;
const run = (code: string) => ['--input-type=module', '--eval', code];

it('the folder of a run goes with it, and the next takes away what one left that was killed, and nothing else', async () => {
  const parent = await temporaryFolder();
  await mkdir(join(parent, 'scrollback-tests-of-somebody'));
  await mkdir(join(parent, `scrollback-tests-${process.pid}`));
  const others = (await readdir(parent)).sort();
  const killed = spawn(
    process.execPath,
    run(`${program(parent)} process.kill(process.pid, 'SIGKILL');`),
  );
  await once(killed, 'close');
  const left = `scrollback-tests-${killed.pid}`;
  expect((await readdir(parent)).sort()).toEqual([...others, left].sort());
  const { stdout, stderr, pid } = spawnSync(process.execPath, run(program(parent)), {
    encoding: 'utf8',
  });
  expect([stdout, stderr]).toEqual([`scrollback-tests-${pid}\n`, '']);
  expect((await readdir(parent)).sort()).toEqual(others);
});

it('where no folder can be made, tests have their files elsewhere', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, '');
  const code = `
    const { makeRunFolder } = await import(${JSON.stringify(module)});
    for (const parent of ${JSON.stringify([file, join(file, 'none')])}) console.log(makeRunFolder(parent));
  `;
  const { stdout, stderr } = spawnSync(process.execPath, run(code), { encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['undefined\nundefined\n', '']);
});
