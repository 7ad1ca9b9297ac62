import type { Fault } from '../fault/fault.ts';
import { isTextFile, publicPath } from './contentName.ts';
import type { Entry } from './entry.ts';

/** A file that a sync program, or a copy command, made beside the one that is meant. */
export interface ConflictCopy {
  readonly file: string;
  readonly original: string;
  readonly isOriginalThere: boolean;
}

/** What sync programs call a copy, in brackets, in the languages that they speak. */
const words =
  'confli[ct]|konflikt|ristiriit|конфл[иі]кт|競合|冲突|衝突|충돌|çakış|ütköz|σύγκρουσ|تعارض|התנגש|מתנגש|motstrid|modstrid|kollider|htilaf|xung đột|ขัดแย้ง';

/** Names, without their endings, that nobody but a program gives. */
const certain = [
  /^(.*?) ?[([{].*(?:conflicted copy|SFConflict|(?:case|encoding|sync|whitespace) conflict|case clash|(?:edit|name) (?:conflict|clash).*\d).*[)\]}](?: ?\(\d+\))?$/i,
  /^\[conflict\] ?(.*)$/i,
  /^(.*)\.sync-conflict-\d{8}-.*$/,
  /^(.*)_conflict-\d{8}-\d+$/,
  /^(.*)_(?:BASE|LOCAL|REMOTE|BACKUP)_\d+$/,
  /^(.*)_[^_]+_\p{L}{3}-\d{1,2}-\d+-\d{4}_(?:Case)?Conflict$/iu,
  /^(.*)~(?:HEAD|main|master|origin_.*|Updated upstream|Stashed changes|[\da-f]{7,} \(.*\))(?:_\d+)?$/,
];

/** Names that a person may have meant, unless the other file lies beside it. */
const likely = [
  new RegExp(`^(.*?) ?[([{].*(?:${words}).*[)\\]}](?: ?\\(\\d+\\))?$`, 'iu'),
  /^(.*)[._]conflict(?:ed)?[-\d]*$/i,
  /^(.*)-conflict-\d{6,}.*$/i,
  /^(.*)_conf\(\d+\)$/,
  /^(.*)\.\.path\d+$/,
  /^(.*)~[^~]+$/,
];

/** What each of these has somewhere: most paths have none of it. */
const sign = /[([{~_.]|conflict/i;

/** What git, when two branches have a file, and rclone append behind the ending of its name. */
const behindEnding = /^(.*\.[a-z\d]{1,8})(?:~[^~/]+|\.(?:\.path|conflict)\d+)$/i;

/** What a file is a copy of, by its name or that of a folder that it lies in; `names` are those of all files. */
export function conflictCopy(file: string, names: ReadonlySet<string>): ConflictCopy | undefined {
  const ending = /\.[^./]+$/.exec(file)?.[0] ?? '';
  const stem = file.slice(0, file.length - ending.length);
  const segments = sign.test(stem) ? stem.split('/') : [];
  for (const [at, segment] of segments.entries()) {
    if (!sign.test(segment)) continue;
    for (const pattern of [...certain, ...likely]) {
      const meant = pattern.exec(segment)?.[1];
      if (!meant) continue;
      const original = segments.with(at, meant).join('/') + ending;
      const isOriginalThere = names.has(original);
      if (isOriginalThere || certain.includes(pattern)) return { file, original, isOriginalThere };
    }
  }
  // Settings have names of their own, to which nobody appends anything.
  return /\.ya?ml$/i.test(file) ? appendedCopy(file, names) : undefined;
}

/** A file beside another one whose name has what file managers, and some sync programs, append. */
function appendedCopy(file: string, names: ReadonlySet<string>): ConflictCopy | undefined {
  const ending = /\.[^./]+$/.exec(file)?.[0] ?? '';
  for (const { stem, added } of originalStems(file.slice(0, file.length - ending.length))) {
    const original = stem + ending;
    if ((added === undefined || appended.test(added)) && names.has(original))
      return { file, original, isOriginalThere: true };
  }
  return undefined;
}

/**
 * Copies among the names of all files of what is no text: pictures, styles, what is served as it is. One that is only told
 * from another file by what file managers append is told where no entry shows it, which only whoever has read the entries
 * can tell. A copy of a text that has no more the ending of one stops, since it may have what the other one lost.
 */
export function copiesAmong(names: ReadonlySet<string>): Fault[] {
  return [...names].flatMap((file) => {
    if (isTextFile(file)) return [];
    const copy = copyOfFile(file, names);
    if (copy === undefined) return [];
    const isOfText = isTextFile(copy.original);
    // Without the other file beside it, a name such as `app_1.0~rc1.deb` is one that a person, or a camera, gave.
    return copy.isOriginalThere || isOfText ? [{ ...copyFault(copy), warning: !isOfText }] : [];
  });
}

function copyOfFile(file: string, names: ReadonlySet<string>): ConflictCopy | undefined {
  const original = behindEnding.exec(file)?.[1];
  if (original !== undefined) return { file, original, isOriginalThere: names.has(original) };
  // Who serves a file gives it a name as it likes.
  return conflictCopy(file, names) ?? (publicPath(file) ? undefined : appendedCopy(file, names));
}

/** The fault of a copy, which names both files. */
export function copyFault({ file, original, isOriginalThere }: ConflictCopy): Fault {
  return {
    file,
    line: 1,
    kind: 'conflict-copy',
    what: `by its name a copy of ${original}, as programs make one when a file was changed in two places`,
    expected: 'one file for one text',
    cure: isOriginalThere
      ? `put what it has more into ${original} and remove it, or give it a name of its own`
      : `rename it to ${original.slice(original.lastIndexOf('/') + 1)}, or remove it`,
  };
}

/** What file managers call a copy, in the languages that they speak. */
const copy =
  'copy|kopie?|kopi[oa]|kopija|kopya|copi[ea]|cópia|kópia|másolat|копи[яї]|копія|コピー|副本|복사본';

/** `x 2`, `x (1)`, `x copy`, `x-LAPTOP-1A2B3C4D`: what file managers, iCloud and OneDrive append. */
const appended = new RegExp(
  `^(?: \\d{1,2}| ?\\(\\d{1,2}\\)|[ の](?:[-–—] )?\\(?(?:${copy})\\)?(?: ?\\(?\\d+\\)?)?|-(?:DESKTOP|LAPTOP)-[A-Z\\d]+(?:-\\d+)?)$`,
  'iu',
);

/** `Copy of x`: what some put in front. */
const prefixed = new RegExp(`^(.*/)(?:${copy}) (?:of|von|van|de|di|av) ([^/]+)$`, 'iu');

/**
 * Entries of which another one, in the same folder, is a copy: its name goes on from the first one's, and it says the
 * same. `isCertain` where its name is what a program appends; nobody else's is more than worth a word.
 */
export function copiedEntries(
  entries: readonly Entry[],
): { readonly copy: ConflictCopy; readonly entry: Entry; readonly isCertain: boolean }[] {
  let byStem: ReadonlyMap<string, Entry> | undefined;
  const sameDates = Map.groupBy(entries, ({ date }) => date.at);
  return entries.flatMap((entry) => {
    // Most have nobody to say the same.
    if (sameDates.get(entry.date.at)?.length === 1) return [];
    byStem ??= new Map(entries.map((one) => [stemOf(one.file), one]));
    for (const { stem, added } of originalStems(stemOf(entry.file))) {
      const original = byStem.get(stem);
      if (!original || !saysTheSame(entry, original)) continue;
      const copy = { file: entry.file, original: original.file, isOriginalThere: true };
      return [{ copy, entry, isCertain: added === undefined || appended.test(added) }];
    }
    return [];
  });
}

/** What the file may be called of which one of this name is a copy, and what is added to that: undefined for a prefix. */
function originalStems(stem: string): { readonly stem: string; readonly added?: string }[] {
  const [, folder = '', rest] = prefixed.exec(stem) ?? [];
  const ends = [...stem.matchAll(/[ _.(の-]/g)].map((match) => match.index).reverse();
  return [
    ...(rest === undefined ? [] : [{ stem: folder + rest }]),
    ...ends.map((at) => ({ stem: stem.slice(0, at), added: stem.slice(at) })),
  ];
}

/** Of an entry in a folder of its own, that folder. */
function stemOf(file: string): string {
  return file.replace(/(?:\/index)?\.mdx?$/, '');
}

function saysTheSame(one: Entry, other: Entry): boolean {
  if (one.date.at !== other.date.at || one.title !== other.title) return false;
  return one.title !== undefined || firstLine(one) === firstLine(other);
}

function firstLine({ body }: Entry): string {
  return body.trimStart().split('\n', 1)[0] ?? '';
}
