import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '#journal/command/place.ts';
import { textIfThere } from '../files/textIfThere.ts';

/** A file of a typeface and the code points that it may hold. */
export interface FontFile {
  /** Absolute. */
  readonly path: string;
  readonly ranges: readonly [first: number, last: number][];
}

/** The weight of everything on a card (https://drafts.csswg.org/css-fonts-4/#font-weight-prop). */
export const weight = 500;

/**
 * The files of a Fontsource package, upright and in the weight of the cards. Such a package cuts a typeface into files
 * by code points, so that a page, or a card, loads the few that it needs; `unicode.json` says which holds what.
 *
 * @throws where the package is not installed.
 */
export function fontFiles(packageName: string): FontFile[] {
  const folder = dirname(manifestOf(packageName));
  const style = packageName.startsWith('@fontsource-variable/') ? 'wght' : String(weight);
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >;
  return Object.entries(ranges).map(([subset, range]) => {
    const part = subset.replace(/^\[(\d+)\]$/, '$1');
    const file = `${basename(packageName)}-${part}-${style}-normal.woff2`;
    return { path: join(folder, 'files', file), ranges: parseRanges(range) };
  });
}

/** The site's own face first; what it lacks comes from the others. */
export const leadingPackages: readonly string[] = [
  '@fontsource/brygada-1918',
  '@fontsource-variable/noto-sans',
];

const program = join(import.meta.dirname, '../..');

/** Packages with typefaces for the cards, of those that program and project depend on, in order of preference. */
export function fontPackages(): string[] {
  const others = [program, projectFolder(program)]
    .flatMap(dependenciesOf)
    .filter((name) => name.startsWith('@fontsource-variable/noto-'));
  return [...new Set([...leadingPackages, ...others.sort()])];
}

function dependenciesOf(folder: string): string[] {
  const { dependencies = {} } = JSON.parse(textIfThere(join(folder, 'package.json')) || '{}') as {
    dependencies?: Record<string, string>;
  };
  return Object.keys(dependencies);
}

/** Packages that decide how the letters of a card look. */
export function drawingPackages(): string[] {
  return [...fontPackages(), '@takumi-rs/core', 'fontkitten'];
}

/** Name and version of a package, which decide what its files draw. */
export function packageVersion(packageName: string): string {
  const { version } = JSON.parse(readFileSync(manifestOf(packageName), 'utf8')) as {
    version: string;
  };
  return `${packageName}@${version}`;
}

/** Whether a file may hold a code point. */
export function mayHold({ ranges }: FontFile, codePoint: number): boolean {
  return ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}

/** Reads a CSS `unicode-range` (https://drafts.csswg.org/css-fonts-4/#unicode-range-desc) without wildcards. */
export function parseRanges(text: string): [first: number, last: number][] {
  return text.split(',').map((range) => {
    const [, first, last = first] = /^\s*U\+([0-9a-f]+)(?:-([0-9a-f]+))?\s*$/i.exec(range) ?? [];
    if (first === undefined || last === undefined) throw new Error(`"${range}" is no range`);
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

function manifestOf(packageName: string): string {
  const project = pathToFileURL(join(projectFolder(program), 'package.json'));
  const manifest = manifestFrom(packageName, import.meta.url) ?? manifestFrom(packageName, project);
  if (manifest === undefined)
    throw new Error(`Cannot find package '${packageName}'; run "npm install"`);
  return manifest;
}

function manifestFrom(packageName: string, base: string | URL): string | undefined {
  try {
    return findPackageJSON(packageName, base);
  } catch {
    return undefined;
  }
}
