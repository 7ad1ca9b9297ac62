/** A flag of a command, such as `--dry-run` or `--tag VALUE`. */
export interface Flag {
  readonly type: 'boolean' | 'string';
  /** Whether it may be given several times; its value is a list then. */
  readonly multiple?: boolean;
  /** Whether the value may be left out. */
  readonly bare?: boolean;
  /** Whether npm may keep it to itself: nothing is lost by it. */
  readonly npmMayKeep?: boolean;
  /** A letter that stands for it after one hyphen. */
  readonly short?: string;
  /**
   * Whether it lets something happen that is hard to take back. Where npm has a setting of the same name, it is then
   * not taken from there: nobody may have typed it.
   */
  readonly consents?: boolean;
  /**
   * Settings of npm for which npm takes this flag, as it completes what it thinks are abbreviations; `no-NAME` for one
   * that is off then.
   */
  readonly npmTakesItFor?: readonly string[];
}

/** What was given for a flag. */
export type FlagValue = true | string | readonly string[];

/** What can be typed after a command's name. */
export interface CommandLine {
  /** Its name as a script: `mirror` for `npm run mirror`. */
  readonly name: string;
  readonly flags: Readonly<Record<string, Flag>>;
  /** What the words besides flags are, such as `"Title"`; undefined where there are none. */
  readonly words?: string;
}

/** A flag's name without hyphens before it, in small letters: as npm writes it down, but with `-`. */
export function kebab(name: string): string {
  return name.replace(/^-+/, '').replaceAll('_', '-').toLowerCase();
}
