import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../..');

/** A program whose one command tells where it works, and in what it is written. */
async function programIn(folder: string, languages: readonly ('js' | 'ts')[]): Promise<string> {
  for (const language of languages) {
    const code = join(folder, language === 'js' ? 'compiled' : '.', 'src');
    await mkdir(join(code, 'journal/command'), { recursive: true });
    await writeFile(join(code, `eject.${language}`), `console.log('${language}');`);
    await writeFile(
      join(code, `journal/command/place.${language}`),
      'export const serve = ({ project }) => console.log(project);',
    );
  }
  if (languages.includes('js'))
    await writeFile(join(folder, 'compiled/package.json'), '{"type": "module"}');
  await mkdir(join(folder, 'bin'));
  for (const file of ['bin/scrollback.cjs', 'preload.cjs', 'package.json'])
    await copyFile(join(project, file), join(folder, file));
  return join(folder, 'bin/scrollback.cjs');
}

const inFolder = async (use: (folder: string) => Promise<void>) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'scrollback-folder-')));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const run = (program: string, cwd: string, person = {}) =>
  spawnSync(process.execPath, [program, 'eject'], { cwd, encoding: 'utf8', ...person });

it('a clone runs as it is written, also where packing it broke off', () =>
  inFolder(async (folder) => {
    const program = await programIn(folder, ['js', 'ts']);
    await writeFile(join(folder, 'astro.config.mjs'), '');
    expect(run(program, folder)).toMatchObject({ stderr: '', stdout: `${folder}\nts\n` });
  }));

it.skipIf(process.platform === 'win32')(
  'a command runs where folders around may be walked through, and not listed',
  () =>
    inFolder(async (folder) => {
      const program = await programIn(join(folder, 'program'), ['js']);
      const journal = join(folder, 'homes/my journal');
      const none = join(folder, 'homes/none');
      for (const one of [join(journal, 'sub'), none]) await mkdir(one, { recursive: true });
      // The outer one keeps whatever is in the folder for temporary files out of it.
      for (const one of [journal, folder]) await writeFile(join(one, 'astro.config.mjs'), '');
      await chmod(folder, 0o755);
      await chmod(join(folder, 'homes'), 0o311);
      // All folders are open to the administrator: somebody else looks.
      const person = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      const below = run(program, join(journal, 'sub'), person);
      const beside = run(program, none, person);
      await chmod(join(folder, 'homes'), 0o755);
      expect(below).toMatchObject({ stderr: '', stdout: `${journal}\njs\n` });
      expect(beside).toMatchObject({ stderr: '', stdout: `${folder}\njs\n` });
    }),
);

it('where no script of a package was run, an old Node tells how the one that came along is put in place', () =>
  inFolder(async (folder) => {
    const program = await programIn(folder, ['js']);
    await mkdir(join(folder, 'node_modules/node'), { recursive: true });
    await writeFile(join(folder, 'node_modules/node/package.json'), '{"version": "24.1.0"}');
    const old = join(folder, 'old.cjs');
    await writeFile(old, "Object.defineProperty(process.versions, 'node', { value: '20.20.2' });");
    const { status, stderr } = spawnSync(process.execPath, ['--require', old, program, 'eject'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).toContain('this is 20.20.2. One that is new enough comes with it');
    expect(stderr).toContain('"pnpm approve-builds"');
    expect(status).toBe(1);
  }));
