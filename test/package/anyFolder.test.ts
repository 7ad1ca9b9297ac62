import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../..');

/** A package whose command tells where it works. */
async function packageIn(folder: string): Promise<string> {
  const place = 'export const serve = ({ project }) => console.log(project);';
  const written = {
    'compiled/package.json': '{"type": "module"}',
    'compiled/src/eject.js': '',
    'compiled/src/journal/command/place.js': place,
  };
  for (const [file, text] of Object.entries(written)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  await mkdir(join(folder, 'bin'));
  for (const file of ['bin/scrollback.cjs', 'preload.cjs', 'package.json'])
    await copyFile(join(project, file), join(folder, file));
  return join(folder, 'bin/scrollback.cjs');
}

it.skipIf(process.platform === 'win32')(
  'a command runs where folders around may be walked through, and not listed',
  async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'scrollback-folder-')));
    try {
      const program = await packageIn(join(folder, 'program'));
      const journal = join(folder, 'homes/my journal');
      await mkdir(join(journal, 'sub'), { recursive: true });
      await writeFile(join(journal, 'astro.config.mjs'), '');
      await mkdir(join(folder, 'homes/none'));
      await chmod(folder, 0o755);
      await chmod(join(folder, 'homes'), 0o311);
      // All folders are open to the administrator: somebody else looks.
      const person = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      const run = (cwd: string) =>
        spawnSync(process.execPath, [program, 'eject'], { cwd, encoding: 'utf8', ...person });
      expect(run(join(journal, 'sub'))).toMatchObject({ stderr: '', stdout: `${journal}\n` });
      const none = join(folder, 'homes/none');
      expect(run(none)).toMatchObject({ stderr: '', stdout: `${none}\n` });
    } finally {
      await chmod(join(folder, 'homes'), 0o755);
      await rm(folder, { recursive: true, force: true });
    }
  },
);
