import { directionControl, hasForbiddenCharacter } from '../fault/characters.ts';
import type { Fault } from '../fault/fault.ts';
import { freeName, isReservedName } from './reservedName.ts';

/** File systems take this many bytes a name. */
const longestSegmentBytes = 255;
const longestSlugBytes = 200;
/** A path on disk has the output folder in front, and some systems take 1,024 bytes. */
const longestPathBytes = 700;

/** What is wrong with a segment, in words that say what was expected. */
const rules: readonly (readonly [(segment: string) => boolean, string])[] = [
  [(segment) => segment === '', 'a name between two slashes'],
  [hasControl, 'a path without control characters, escaped or not'],
  [(segment) => /[/?#\\]/.test(segment), 'a path without ? # or \\, escaped or not'],
  [(segment) => /^\.|\.$/.test(segment), 'a path of which no part begins or ends with a dot'],
  [(segment) => segment !== segment.trim(), 'a path of which no part begins or ends with a space'],
  [(segment) => /%[0-9a-f]{2}/i.test(segment), 'a path that is escaped once, and not twice'],
  [(segment) => /^[a-z]:/i.test(segment), 'a path without a drive letter'],
  [isReservedName, freeName],
  [
    (segment) => Buffer.byteLength(segment) > longestSegmentBytes,
    `at most ${longestSegmentBytes} bytes between two slashes`,
  ],
];

function hasControl(segment: string): boolean {
  return (
    hasForbiddenCharacter(segment) ||
    /[\t\n\r\p{Zl}\p{Zp}]/u.test(segment) ||
    directionControl.test(segment)
  );
}

/** Why a decoded text cannot be the slug of an entry; undefined where it can. */
export function slugTrouble(slug: string): string | undefined {
  if (/[/?#\\\s]/.test(slug) || /^\.{0,2}$/.test(slug))
    return 'one path segment, without / ? # or spaces';
  // An extension or a number may have to follow it in the name of a file.
  return Buffer.byteLength(slug) > longestSlugBytes
    ? `at most ${longestSlugBytes} bytes`
    : segmentTrouble(slug);
}

/** Why a decoded text cannot be one segment of a path; undefined where it can. */
function segmentTrouble(segment: string): string | undefined {
  return rules.find(([isWrong]) => isWrong(segment))?.[1];
}

/**
 * Why a path from the site's root, decoded once and in the form of `normalPath`, cannot be a file of the site; undefined
 * where it can. It then names one place within the output folder, on every file system.
 */
export function pathTrouble(path: string): string | undefined {
  if (!path.startsWith('/')) return 'a path that begins with /';
  if (Buffer.byteLength(path) > longestPathBytes)
    return `a path of at most ${longestPathBytes} bytes`;
  const segments = path.replace(/^\/|\/$/g, '').split('/');
  return path === '/' ? undefined : segments.map(segmentTrouble).find(Boolean);
}

/** The fault of a document whose own path cannot be a file of the site; none where it can. */
export function ownPathFaults(file: string, line: () => number, path: string): Fault[] {
  const expected = pathTrouble(path);
  if (expected === undefined) return [];
  const what = `the path ${JSON.stringify(path)}`;
  return [
    {
      kind: 'bad-path',
      file,
      line: line(),
      what,
      expected,
      cure: 'give it another "slug", "id" or file name',
    },
  ];
}
