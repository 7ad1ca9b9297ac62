import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectFolder } from '#journal/command/place.ts';
import type { BotConfig } from '../base/config.ts';
import { run } from '../base/runCommand.ts';
import { type Finding, fault, well } from './finding.ts';
import { examineGit } from './gitState.ts';

const ownFolder = resolve(import.meta.dirname, '../..');

/** Whether what is published can be carried on as JOURNAL_PUBLISH says. */
export async function examinePublishing({
  publish,
  contentFolder,
}: Pick<BotConfig, 'publish' | 'contentFolder'>): Promise<Finding[]> {
  const { mode } = publish;
  switch (mode) {
    case 'none':
      return [well('publishing', 'JOURNAL_PUBLISH is none: nothing of git is needed')];
    case 'command':
      return [await examineCommand(publish.command, contentFolder)];
    case 'commit':
    case 'push':
      return examineGit(contentFolder, mode === 'push');
    default:
      return mode satisfies never;
  }
}

// It may hold a key of its host, and what is told here is shown to others who are to help.
async function examineCommand(command: string, folder: string): Promise<Finding> {
  const program = programOf(command);
  if (/^\s*npm\s+run\b/.test(command) && !hasPackage(folder))
    return fault(
      'publishing',
      `JOURNAL_PUBLISH runs a command of yours in ${folder}, where "npm run" finds no package.json, nor above`,
      `Name the folder that has the script: npm --prefix ${projectFolder(ownFolder)} run …`,
    );
  if (program === undefined || (await isThere(program, folder)))
    return well('publishing', 'JOURNAL_PUBLISH runs a command of yours');
  return fault(
    'publishing',
    `JOURNAL_PUBLISH runs a command of yours, and there is no command ${program}`,
    'Correct the name, or give the whole path of the program: services find fewer programs than a terminal does.',
  );
}

/** npm takes the script of the nearest package.json. */
function hasPackage(folder: string): boolean {
  if (existsSync(join(folder, 'package.json'))) return true;
  const parent = dirname(folder);
  return parent !== folder && hasPackage(parent);
}

/** The program that a shell command begins with; undefined where it begins with what only a shell can read. */
export function programOf(command: string): string | undefined {
  const words = command.trim().split(/\s+/);
  const first = words.find((word) => !/^\w+=[\w./:-]*$/.test(word)) ?? '';
  return /^[\w@%+./:\\-]+$/.test(first) ? first : undefined;
}

async function isThere(program: string, folder: string): Promise<boolean> {
  try {
    if (process.platform === 'win32') await run('where', [program], folder);
    else await run('sh', ['-c', 'command -v -- "$0"', program], folder);
    return true;
  } catch {
    return false;
  }
}
