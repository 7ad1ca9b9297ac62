import { nearestWord } from '../fault/suggestion.ts';
import { type CommandLine, type Flag, type FlagValue, kebab } from './flag.ts';
import { readNpmFlags } from './npmFlags.ts';

/** What a command line asks for: its work, an explanation, or nothing before everything that is wrong is mended. */
export type ReadCommandLine =
  | {
      readonly kind: 'read';
      readonly flags: Readonly<Record<string, FlagValue | undefined>>;
      readonly words: readonly string[];
      /** What a person should know of how it was understood. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

const help: Flag = { type: 'boolean', short: 'h' };

/**
 * Reads what was typed after a command's name. Flags that npm took because the inner `--` was forgotten are understood
 * where they can mean one thing only, and refused with the right spelling elsewhere.
 */
export function readCommandLine(
  command: CommandLine,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ReadCommandLine {
  const flags = { ...command.flags, help };
  const typed = readTyped(flags, args, command.words !== undefined);
  if (typed.given.has('help')) return { kind: 'help' };
  const taken = readNpmFlags(withoutGuesses(command, typed.given), typed.words, environment);
  const problems = [...typed.problems, ...taken.problems];
  if (command.words === undefined && typed.words.length > 0 && taken.problems.length === 0)
    problems.push(`"${typed.words.join(' ')}", which says nothing here; expected flags alone`);
  if (problems.length > 0) return { kind: 'wrong', problems };
  return {
    kind: 'read',
    flags: { ...taken.flags, ...Object.fromEntries(typed.given) },
    words: typed.words,
    notes: taken.notes,
  };
}

/** What stands where it belongs need not be guessed from what npm took. */
function withoutGuesses(command: CommandLine, given: ReadonlyMap<string, FlagValue>): CommandLine {
  const flags = Object.entries(command.flags).map(([name, { npmTakesItFor, ...flag }]) => [
    name,
    given.has(name) || npmTakesItFor === undefined ? flag : { ...flag, npmTakesItFor },
  ]);
  return { ...command, flags: Object.fromEntries(flags) };
}

/** Takes the arguments apart: `--name`, `--name=value`, `--name value`, `-n`, `--` and words. */
function readTyped(
  flags: Readonly<Record<string, Flag>>,
  args: readonly string[],
  hasWords: boolean,
) {
  const given = new Map<string, FlagValue>();
  const words: string[] = [];
  const problems: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') words.push(...rest.splice(0));
    // `- *words* like these` begin with a hyphen and are no flag.
    else if (!/^-./s.test(arg) || (hasWords && /^-[^=]*\s/.test(arg))) words.push(arg);
    else readFlag(arg, { flags, rest, given, problems });
  }
  return { given, words, problems };
}

interface Reading {
  readonly flags: Readonly<Record<string, Flag>>;
  readonly rest: string[];
  readonly given: Map<string, FlagValue>;
  readonly problems: string[];
}

function readFlag(arg: string, { flags, rest, given, problems }: Reading): void {
  const [, written = '', inline] = /^([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
  const name = nameOf(written, flags);
  const flag = name === undefined ? undefined : flags[name];
  if (name === undefined || flag === undefined) {
    problems.push(unknownFlag(written, flags));
    return;
  }
  if (flag.type === 'boolean') {
    if (inline === undefined) given.set(name, true);
    else problems.push(`${arg}; expected ${written} alone`);
    return;
  }
  if (flag.bare && inline === undefined && (rest[0] === undefined || rest[0].startsWith('-'))) {
    given.set(name, true);
    return;
  }
  const value = (inline ?? (rest[0]?.startsWith('--') ? undefined : rest.shift()))?.trim();
  const before = given.get(name);
  if (!value) problems.push(`${written} without a value; expected ${written} VALUE`);
  else if (flag.multiple) given.set(name, [...(Array.isArray(before) ? before : []), value]);
  else if (before === undefined) given.set(name, value);
  else problems.push(`${written} twice; expected it once`);
}

function nameOf(written: string, flags: Readonly<Record<string, Flag>>): string | undefined {
  if (written.startsWith('--')) {
    const name = written.slice(2);
    return Object.hasOwn(flags, name) ? name : undefined;
  }
  return Object.keys(flags).find((name) => `-${flags[name]?.short}` === written);
}

/** The sentence about a flag that a command does not have, with the nearest one that it has. */
function unknownFlag(written: string, flags: Readonly<Record<string, Flag>>): string {
  const names = Object.keys(flags);
  const nearest = nearestFlag(written, names);
  const cure = nearest === undefined ? 'leave it out' : `did you mean "--${nearest}"?`;
  return `unknown option ${written}; expected one of ${names.map((name) => `--${name}`).join(', ')}; ${cure}`;
}

/** The flag that begins so, or that is within three slips of it. */
function nearestFlag(written: string, names: readonly string[]): string | undefined {
  const plain = kebab(written);
  const begun = names.filter((name) => plain.length > 1 && kebab(name).startsWith(plain));
  if (begun.length === 1) return begun[0];
  const nearest = nearestWord(plain, names.map(kebab));
  return names.find((name) => kebab(name) === nearest);
}
