import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { CommandLine } from '#journal/command/flag.ts';
import { suggest } from '#journal/fault/suggestion.ts';
import { type ComponentName, componentNames, isComponentName, replaceable } from './components.ts';
import { ejectedText } from './ejected.ts';

/** What `npm run eject` may be given. */
export const ejectCommand: CommandLine = {
  name: 'eject',
  flags: { print: { type: 'boolean' } },
  words: 'NAME',
};

/** Where components are copied from and to. Absolute paths. */
export interface EjectFolders {
  /** The project, in whose folder `components` the copy goes. */
  readonly project: string;
  /** The folder of the program's source. */
  readonly source: string;
}

/**
 * The component that was asked for.
 *
 * @throws where there is none of that name, or several were named.
 */
export function wishedComponent(words: readonly string[]): ComponentName {
  const [name = '', ...others] = words;
  if (others.length > 0)
    throw new Error(`One component at a time: "${words.join(' ')}" names ${words.length}.`);
  if (isComponentName(name)) return name;
  throw new Error(
    `No component is called "${name}". Expected one of ${componentNames.join(', ')}; ${suggest(name, componentNames, '"npm run eject" lists them')}`,
  );
}

/** The text of a copy, for the folder that it would go into. */
export function copyText(name: ComponentName, { project, source }: EjectFolders): string {
  const text = readFileSync(join(source, replaceable[name].file), 'utf8');
  const isPackage = source.split(sep).includes('node_modules');
  return ejectedText(name, text, { folder: join(project, 'components'), source, isPackage });
}

/**
 * Copies one of our components into the project, to begin from.
 *
 * @returns what to do next.
 * @throws where a file of that name is there: it stays as it is.
 */
export function eject(name: ComponentName, folders: EjectFolders): string {
  const path = join(folders.project, 'components', `${name}.astro`);
  const shown = relative(folders.project, path).split(sep).join('/');
  if (existsSync(path))
    throw new Error(
      `${shown} is there already, and stays as it is. Rename or remove it to get a new copy, or add --print to see ours.`,
    );
  mkdirSync(join(folders.project, 'components'), { recursive: true });
  writeFileSync(path, copyText(name, folders), { flag: 'wx' });
  return `Wrote ${shown}. Name it in astro.config.mjs:

  scrollback({ components: { ${name}: './${shown}' } })`;
}
