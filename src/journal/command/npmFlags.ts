import { type CommandLine, type Flag, type FlagValue, kebab } from './flag.ts';
import { isNpmSetting } from './npmSettings.ts';

interface Taken {
  /** As a person types it, without hyphens. */
  readonly name: string;
  readonly value: string;
  readonly flag: Flag | undefined;
}

/**
 * Reads the flags of `npm run NAME --flag`, which npm keeps to itself: only what follows another `--` reaches a script, which
 * finds the others as `npm_config_…` in its environment. npm passes settings from its own files on in the same way, so that
 * what it knows itself may not have been typed here.
 */
export function readNpmFlags(
  command: CommandLine,
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
) {
  const taken = isRunByNpm(command, environment) ? takenFlags(command, environment) : [];
  const understood = taken.filter(isUnderstood);
  const refused = taken.filter((one) => !understood.includes(one) && !isNothing(one));
  const flags: Record<string, FlagValue> = Object.fromEntries(
    understood.map(({ name, value, flag }) => [
      name,
      flag?.type === 'boolean' ? (true as const) : flag?.multiple ? [value] : value,
    ]),
  );
  const spelled = `npm run ${command.name} -- ${[...words.map(quoted), ...taken.map(spelling)].join(' ')}`;
  return {
    flags,
    problems: refused.map((one) => problemOf(one, command, spelled)),
    notes: refused.length > 0 || understood.length === 0 ? [] : [noteOf(understood, spelled)],
  };
}

/** Other runners pass flags on; and what a script of another name was given is not meant for this one. */
function isRunByNpm(
  { name }: CommandLine,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return (
    environment['npm_lifecycle_event'] === name &&
    /^npm\//.test(environment['npm_config_user_agent'] ?? '')
  );
}

/** What npm knows itself is not for a command without such a flag; but a dry run that is none must not pass for one. */
function takenFlags(
  command: CommandLine,
  environment: Readonly<Record<string, string | undefined>>,
): Taken[] {
  return Object.entries(environment).flatMap(([key, value]) => {
    const setting = kebab(/^npm_config_(.+)$/.exec(key)?.[1] ?? '');
    if (setting === '' || value === undefined) return [];
    // npm takes `--no-open` for an `open` that is off.
    const off = `no-${setting}`;
    if (value === '' && command.flags[off])
      return [{ name: off, value: 'true', flag: command.flags[off] }];
    const own = Object.entries(command.flags).find(
      ([name, flag]) =>
        kebab(name) === setting ||
        flag.npmTakesItFor?.includes(value === '' ? `no-${setting}` : setting) ||
        flag.npmTakesItFor?.includes(setting),
    );
    if (own?.[1].npmMayKeep) return [];
    if (own) return [{ name: own[0], value, flag: meantFor(own, setting) }];
    const isIgnored = isNpmSetting(setting) && !(setting === 'dry-run' && value === 'true');
    return isIgnored ? [] : [{ name: setting, value, flag: undefined }];
  });
}

/** A flag that npm completed to something else has lost what followed it: it cannot be understood. */
function meantFor([name, flag]: readonly [string, Flag], setting: string): Flag | undefined {
  return kebab(name) === setting ? flag : undefined;
}

function isUnderstood({ name, value, flag }: Taken): boolean {
  if (flag === undefined) return false;
  const isNpms = isNpmSetting(kebab(name));
  if (flag.type === 'boolean') return value === 'true' && !(isNpms && flag.consents);
  return value !== 'true' && value !== '' && !isNpms;
}

/** A setting of npm that is off. */
function isNothing({ name, value, flag }: Taken): boolean {
  return flag?.type === 'boolean' && value === '' && isNpmSetting(kebab(name));
}

function problemOf({ name, flag }: Taken, command: CommandLine, spelled: string): string {
  const isOwn = flag !== undefined || Object.hasOwn(command.flags, name);
  if (isOwn) return `npm took --${name} for itself; expected it after "--": ${spelled}`;
  const known = Object.keys(command.flags).map((one) => `--${one}`);
  const expected = known.length === 0 ? 'no flags' : `one of ${known.join(', ')}, after "--"`;
  return `unknown option --${name}, which npm took for itself; expected ${expected}; leave it out, or take npm_config_${name.replaceAll('-', '_')} out of npm's settings`;
}

function noteOf(understood: readonly Taken[], spelled: string): string {
  const names = understood.map(({ name }) => `--${name}`).join(' ');
  return `npm took ${names} for itself; understood as "${spelled}".`;
}

function spelling({ name, value, flag }: Taken): string {
  if (flag?.type === 'boolean' || flag === undefined) return `--${name}`;
  return `--${name} ${value === 'true' || value === '' ? 'VALUE' : quoted(value)}`;
}

function quoted(word: string): string {
  return /^[\w./:@-]+$/.test(word) ? word : `"${word}"`;
}
