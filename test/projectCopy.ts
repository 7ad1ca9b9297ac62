import { cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '..');

/** What a build reads of the project, but for its packages and its content. */
const parts = [
  'src',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'preload.cjs',
  'tsconfig.json',
];

/**
 * Makes a project that builds like this one, has caches of its own, and whose code may be changed. Its packages are
 * links to those of this one.
 */
export async function copyProject(folder: string): Promise<void> {
  await mkdir(join(folder, 'node_modules'), { recursive: true });
  for (const part of parts) await cp(join(project, part), join(folder, part), { recursive: true });
  await linkOtherPackages(folder);
}

/** Has a project find the packages of this one, by links. */
export async function linkOtherPackages(folder: string): Promise<void> {
  // Names with a dot are what commands keep there.
  const packages = (await readdir(join(project, 'node_modules'))).filter((name) => name[0] !== '.');
  for (const name of packages)
    await symlink(
      join(project, 'node_modules', name),
      join(folder, 'node_modules', name),
      'junction',
    );
}

/** What `npm run NAME` starts Node with, in a project. */
export async function scriptOf(name: string): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
  return String(scripts[name]).split(' ').slice(1);
}
