import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { suggest } from '#journal/fault/suggestion.ts';
import { isRecord } from '#journal/file/record.ts';
import {
  type ComponentName,
  componentNames,
  isComponentName,
  markIn,
  markOf,
  replaceable,
} from './components.ts';

/** What astro.config.mjs may hand to `scrollback()`. */
export interface ScrollbackOptions {
  /** Components of the person's own in place of ours, by our names: paths from the project, such as `./components/Foot.astro`. */
  readonly components?: Readonly<Partial<Record<ComponentName, string>>>;
}

/** A component of a person's own, in place of one of ours. */
export interface Replacement {
  readonly name: ComponentName;
  /** As the configuration has it. */
  readonly written: string;
  /** Absolute path. */
  readonly path: string;
}

/**
 * Reads and checks the options, for the project in `root`; warnings are of what may well be meant, and should be known.
 *
 * @throws with everything that is wrong with them.
 */
export function readOptions(options: unknown, root: string) {
  const problems: string[] = [];
  const warnings: string[] = [];
  const components = componentsOf(options, problems);
  const replacements = Object.entries(components).flatMap(([name, written]) => {
    const found = isComponentName(name) ? place(name, written, root) : unknownName(name);
    if (typeof found === 'string') problems.push(found);
    else warnings.push(...markWarnings(found, problems));
    return typeof found === 'string' ? [] : [found];
  });
  if (problems.length > 0)
    throw new Error(problems.map((one) => `astro.config: ${one}`).join('\n'));
  return { replacements, warnings };
}

function componentsOf(options: unknown, problems: string[]): Readonly<Record<string, unknown>> {
  if (options === undefined) return {};
  if (!isRecord(options)) {
    problems.push('scrollback() takes an object, such as scrollback({ components: { … } })');
    return {};
  }
  for (const key of Object.keys(options).filter((one) => one !== 'components'))
    problems.push(
      `unknown option "${key}" of scrollback(); expected components; ${suggest(key, ['components'], 'remove it')}`,
    );
  const { components = {} } = options;
  if (isRecord(components)) return components;
  problems.push(
    '"components" is no object; expected names and paths; write { EntryFooter: "./components/EntryFooter.astro" }',
  );
  return {};
}

function unknownName(name: string): string {
  return `no component is called "${name}"; expected one of ${componentNames.join(', ')}; ${suggest(name, componentNames, 'remove it')}`;
}

/** Where a replacement is, or what is wrong with its path. */
function place(name: ComponentName, written: unknown, root: string): Replacement | string {
  const at = `components.${name}`;
  const example = `./components/${name}.astro`;
  if (typeof written !== 'string' || !/\.astro$/.test(written))
    return `${at} is ${JSON.stringify(written)}; expected the path of an Astro component, such as "${example}"; correct it`;
  const path = resolve(root, written.replaceAll('\\', '/'));
  const way = relative(root, path);
  if (way.startsWith('..') || isAbsolute(way) || way.split(sep).includes('node_modules'))
    return `${at} is "${written}", which is outside of the project; expected a file below the folder of the configuration; move it there`;
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return { name, written, path };
  return `${at} is "${written}", and there is no such file; expected a component; ${suggest(way.split(sep).join('/'), componentsBelow(root), `"npm run eject -- ${name}" makes one to begin from`)}`;
}

/** Components that may have been meant. */
function componentsBelow(root: string): string[] {
  try {
    const names = readdirSync(join(root, 'components'), { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => name.endsWith('.astro'))
      .map((name) => `components/${name.split(sep).join('/')}`);
  } catch {
    return [];
  }
}

/** What a component says of the props that it was made for: other ones are a problem, none are worth a word. */
function markWarnings({ name, written, path }: Replacement, problems: string[]): string[] {
  const mark = markIn(readFileSync(path, 'utf8'));
  if (!mark)
    return [
      `${written} does not say for which props of ${name} it was made: an upgrade that changes them could not tell; write "${markOf(name)}" between its "---"`,
    ];
  if (mark.name !== name)
    problems.push(
      `${written} stands in for ${name}, and says that it was made for ${mark.name}; expected "${markOf(name)}" in it; correct that line, or the configuration`,
    );
  else if (mark.version !== replaceable[name].version)
    problems.push(
      `${written} was made for version ${mark.version} of ${name}, whose props have changed since; expected "${markOf(name)}" in it; CHANGELOG tells what changed: "npm run eject -- ${name} --print" shows ours, then write that line`,
    );
  return [];
}
