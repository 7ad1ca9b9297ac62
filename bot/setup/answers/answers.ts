import { isDeepStrictEqual } from 'node:util';
import type { YamlValue } from '#journal/file/yamlEdit.ts';
import { shownPublishMode } from '../../base/settings.ts';
import { type FoundJournal, findJournal, type Place, readEnvironment } from './place.ts';

/** Keys of `site.yaml` that are asked for. */
export type SiteKey = 'title' | 'author' | 'url' | 'language' | 'timeZone' | 'channel';

/** Settings of `.env` that setup reads. */
export const settingNames = [
  'JOURNAL_CONTENT',
  'JOURNAL_PUBLISH',
  'JOURNAL_STATE',
  'TELEGRAM_API_ROOT',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_CHANNEL',
  'TELEGRAM_GROUPS',
  'TELEGRAM_OWNER_ID',
] as const;

/**
 * Where the journal is, and where its bot: what was looked at there holds nowhere else. With each, which of the values that
 * are written hold there alone.
 */
const places = [
  ['JOURNAL_CONTENT', () => true],
  ['JOURNAL_STATE', isOfBot],
  ['TELEGRAM_API_ROOT', isOfBot],
] as const satisfies readonly (readonly [Setting, (change: Change) => boolean])[];

function isOfBot({ name }: Change): boolean {
  return name.startsWith('TELEGRAM_');
}

/** One of {@link settingNames}. */
export type Setting = (typeof settingNames)[number];

/** One value that would be written. */
export interface Change {
  readonly file: 'site.yaml' | '.env';
  readonly name: string;
  /** What is there; undefined where nothing is. */
  readonly before: unknown;
  readonly after: YamlValue;
}

/** What was there, and what was answered. Nothing of it is on disk before it is saved. */
export class Answers {
  readonly place: Place;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #settings = new Map<Setting, string>();
  #journal: FoundJournal;
  #site = new Map<SiteKey, YamlValue>();

  private constructor(
    place: Place,
    environment: Readonly<Record<string, string>>,
    journal: FoundJournal,
  ) {
    this.place = place;
    this.#environment = environment;
    this.#journal = journal;
  }

  /** Reads what is there. @throws where a file of it cannot be read. */
  static async of(place: Place): Promise<Answers> {
    const environment = await readEnvironment(place);
    const named = place.surroundings['JOURNAL_CONTENT'] || environment['JOURNAL_CONTENT'];
    return new Answers(place, environment, await findJournal(place, named || 'content'));
  }

  get journal(): FoundJournal {
    return this.#journal;
  }

  /** Goes on with another content folder; what was answered of `site.yaml` was about the other one. */
  async moveTo(shownFolder: string): Promise<void> {
    this.#journal = await findJournal(this.place, shownFolder);
    this.#site = new Map();
    this.set('JOURNAL_CONTENT', shownFolder);
  }

  /** Reads `site.yaml` once more: somebody may have mended it. */
  async look(): Promise<void> {
    this.#journal = await findJournal(this.place, this.#journal.shownFolder);
  }

  /** A key of `site.yaml` as it is answered, or as it stands there. */
  siteText(key: SiteKey): string | undefined {
    const value = this.siteValue(key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  siteValue(key: SiteKey): unknown {
    return this.#site.get(key) ?? this.#journal.site[key];
  }

  answer(key: SiteKey, value: YamlValue): void {
    this.#site.set(key, value);
  }

  /** A setting as it counts, once this is saved; undefined where it is not set. */
  setting(name: Setting): string | undefined {
    const { surroundings } = this.place;
    return surroundings[name] || (this.#settings.get(name) ?? this.#environment[name]) || undefined;
  }

  /** Whether a setting is set outside of `.env`, where what is written into it would not count. */
  isSetOutside(name: Setting): boolean {
    return Boolean(this.place.surroundings[name]);
  }

  set(name: Setting, value: string): void {
    this.#settings.set(name, value);
  }

  /**
   * What is not as it is on disk. Where anything is, places come along that this shell alone knows: the next one would
   * look elsewhere.
   */
  changes(): Change[] {
    const answered = this.#answered();
    const { surroundings } = this.place;
    const carried = places.flatMap(([name, holdsThere]): Change[] => {
      const after = surroundings[name];
      const isKnown = this.#environment[name] || this.#settings.has(name);
      if (!after || isKnown || !answered.some(holdsThere)) return [];
      return [{ file: '.env', name, before: undefined, after }];
    });
    return [...answered, ...carried];
  }

  /** What this shell says otherwise than `.env` will: there it stays. A sentence each. */
  elsewhere(): string[] {
    return places.flatMap(([name]) => {
      const here = this.place.surroundings[name];
      const there = this.#settings.get(name) || this.#environment[name];
      return here && there && here !== there
        ? [
            `${name} is ${here} in this shell, and ${there} in .env, which stays. Take it out of the shell, or correct .env: they are two journals or two bots.`,
          ]
        : [];
    });
  }

  #answered(): Change[] {
    const site = [...this.#site].map(
      ([name, after]): Change => ({
        file: 'site.yaml',
        name,
        before: this.#journal.site[name],
        after,
      }),
    );
    const settings = [...this.#settings].map(
      ([name, after]): Change => ({
        file: '.env',
        name,
        before: this.#environment[name] || undefined,
        after,
      }),
    );
    return [...site, ...settings].filter(
      ({ before, after }) => !isDeepStrictEqual(before ?? '', after),
    );
  }
}

/** Changes of what was set to something else. */
export function overwritten(changes: readonly Change[]): Change[] {
  return changes.filter(({ before }) => before !== undefined);
}

/** A change in a line, without what is secret. */
export function changeLine({ file, name, before, after }: Change): string {
  const show = (value: unknown) => shownAnswer(name, value);
  const was = before === undefined ? '' : `   (was ${show(before)})`;
  return `${file === '.env' ? `${name}=` : `${name}: `}${show(after)}${was}`;
}

/** What is answered or set: of a token no more than which bot it is of, of a command none of its words. */
export function shownAnswer(name: string, value: unknown): string {
  if (name === 'TELEGRAM_BOT_TOKEN') return hiddenToken(String(value));
  return name === 'JOURNAL_PUBLISH' ? shownPublishMode(String(value)) : shown(value);
}

/** A token without its secret. */
function hiddenToken(token: string): string {
  return `${token.slice(0, token.indexOf(':') + 1)}…`;
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, one]) => `${key} ${one}`)
      .join(', ');
  return value === '' ? 'nothing' : String(value);
}
