import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedText } from '../files/installed.ts';
import { textIfThere } from '../files/textIfThere.ts';
import { digestOf } from './bodies.ts';

const renderFolder = join(import.meta.dirname, '../render');
const journalFolder = join(import.meta.dirname, '../journal');
const lockFile = join(import.meta.dirname, '../../package-lock.json');

/**
 * A digest of everything that turns Markdown into HTML: the code of the render, the versions of what it uses, and Node
 * with its time zones and languages. It is part of the key of each rendered body, so that none outlives its renderer.
 */
export function rendererDigest(): string {
  known ??= readDigest();
  return known;
}

// The code of a process does not change while it runs.
let known: string | undefined;

function readDigest(): string {
  return digestOf(
    codeDigest(renderFolder),
    codeDigest(journalFolder),
    textIfThere(lockFile),
    installedText(),
    JSON.stringify([process.version, process.versions['tz'], process.versions['icu']]),
  );
}

/** A digest of the modules of a folder and of the folders in it, but for those of types alone. */
export function codeDigest(folder: string): string {
  return digestOf(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => !one.isDirectory() && /(?<!\.d)\.[jt]s$/.test(one.name))
      .map((one) => join(one.parentPath, one.name))
      .sort()
      .map((path) => readFileSync(path, 'latin1')),
  );
}
