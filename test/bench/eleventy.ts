import { existsSync } from 'node:fs';
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeCorpus } from './corpus.ts';
import type { Installer } from './generators.ts';
import { measure } from './processTree.ts';

const packages = {
  '@11ty/eleventy': '3.1.8',
  '@11ty/eleventy-plugin-rss': '3.0.0',
  '@11ty/eleventy-plugin-syntaxhighlight': '5.0.2',
  'markdown-it-footnote': '4.0.0',
};

/** The version that is installed. */
export const eleventyVersion = packages['@11ty/eleventy'];

/** Where the packages stay from run to run: beside this project's own, out of sight of git and of its lock file. */
const installed = resolve(
  import.meta.dirname,
  '../../node_modules/.cache/bench',
  `eleventy-${eleventyVersion}`,
);

/** Installs Eleventy where it is not there yet. @throws where npm cannot. */
export async function fetchEleventy(signal: AbortSignal): Promise<void> {
  if (existsSync(join(installed, 'complete'))) return;
  console.error(`Installing Eleventy ${eleventyVersion}, once`);
  await rm(installed, { recursive: true, force: true });
  await mkdir(installed, { recursive: true });
  await writeFile(
    join(installed, 'package.json'),
    JSON.stringify({ private: true, dependencies: packages }),
  );
  try {
    await measure({ ...npm(), folder: installed, environment: process.env }, signal);
  } catch (cause) {
    signal.throwIfAborted();
    throw new Error(
      `Eleventy cannot be installed. Look whether "npm view @11ty/eleventy version" reaches a registry, or run the bench without --peers.\n${(cause as Error).message}`,
      { cause },
    );
  }
  await writeFile(join(installed, 'complete'), '');
}

/** npm, as it started this script, or as the shell finds it. */
function npm() {
  const parameters = ['install', '--no-audit', '--no-fund', '--package-lock=false', '--save=false'];
  const path = process.env['npm_execpath'];
  return path === undefined
    ? { command: 'npm', parameters }
    : { command: process.execPath, parameters: [path, ...parameters] };
}

/** Eleventy with footnotes, highlighted code, pages of tags and a feed. It has no build that knows the last one. */
export const installEleventy: Installer = async (folder, entries) => {
  await cp(join(import.meta.dirname, 'eleventy'), folder, { recursive: true });
  await symlink(join(installed, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await writeCorpus(join(folder, 'posts'), entries);
  return {
    name: 'Eleventy',
    entries: join(folder, 'posts'),
    build: (signal) =>
      measure(
        {
          command: process.execPath,
          parameters: ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
          folder,
        },
        signal,
      ),
    forget: () => rm(join(folder, 'dist'), { recursive: true, force: true }),
  };
};
