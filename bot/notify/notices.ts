import { randomInt } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { Lock } from '../base/lock.ts';
import type { Keyboard } from '../button/button.ts';
import { json, rowReader } from '../state/rows.ts';
import { columns, Store } from '../state/store.ts';
import { english, speaking } from '../talk/talk.ts';

// No number twice, not even over a database that was lost: what was pressed is the question that stood there.
const largestVersion = 2 ** 40;

/** What the owner can be told of for as long as it lasts. */
export type NoticeKind = 'unfinished' | 'stopped' | 'unread' | 'posts' | 'removals' | 'journal';

/** A notice as it stands. */
const toStanding = rowReader('owner_notices', {
  digest: 'text',
  /** Another number whenever a question changes: a button answers the one under which it stands, and no other. */
  version: 'number',
  /** What a question is about, and the answer will be. */
  about: json<readonly string[]>(),
  /** Its message; undefined where it did not go out. */
  id: 'number?',
});
type Standing = ReturnType<typeof toStanding>;

/** How the owner is spoken to. */
export interface Speaking {
  /** @returns the id of the message; undefined where it did not go out. */
  say(text: string, keyboard?: Keyboard): Promise<number | undefined>;
  /** Puts another text in place of a message. @returns false where it is gone. */
  replace(messageId: number, text: string, keyboard?: Keyboard): Promise<boolean>;
}

/**
 * What keeps the bot from its work and is for the owner to settle. Each kind is told once, over restarts too; again
 * when it changes; and once more when it is over. A question that changes stays one message.
 */
export class Notices extends Store {
  readonly #speaking: Speaking;
  // The looks of chat and of the clock may come upon the same thing.
  readonly #lock = new Lock();
  /** How those stand that the disk did not take; undefined: they are over. What was said is not said again for that. */
  readonly #unsaved = new Map<NoticeKind, Standing | undefined>();

  constructor(database: DatabaseSync, speaking: Speaking) {
    super(database);
    this.#speaking = speaking;
  }

  /** Tells something, unless it is what was told last, in whichever language that was. */
  tell(kind: NoticeKind, words: () => string): Promise<void> {
    return this.#lock.run(async () => {
      const text = words();
      const digest = speaking(english, words);
      const told = this.#find(kind)?.digest;
      if (told === digest || told === text) return this.#saveLate(kind);
      const id = await this.#speaking.say(text);
      if (id !== undefined) this.#said(kind, { digest, version: 0, about: [], id });
    });
  }

  /** It is over: that is told where it had been told that it was there. @returns whether it had. */
  over(kind: NoticeKind, text: string): Promise<boolean> {
    return this.#lock.run(async () => {
      if (!this.#find(kind)) {
        this.#saveLate(kind);
        return false;
      }
      if ((await this.#speaking.say(text)) !== undefined) this.#said(kind, undefined);
      return true;
    });
  }

  /** Asks something. As long as it is about the same, nothing more is said. */
  ask(
    kind: NoticeKind,
    about: readonly string[],
    text: string,
    buttons: (version: number) => Keyboard,
  ): Promise<void> {
    return this.#lock.run(async () => {
      const known = this.#find(kind);
      const digest = JSON.stringify([...about].sort());
      if (known?.digest === digest && known.id !== undefined) return this.#saveLate(kind);
      const version = randomInt(largestVersion);
      const keyboard = buttons(version);
      // First on disk: what is asked is held back, whether or not the question goes out.
      this.#save(kind, { digest, version, about, id: known?.id });
      if (known?.id !== undefined && (await this.#speaking.replace(known.id, text, keyboard)))
        return;
      this.#said(kind, { digest, version, about, id: await this.#speaking.say(text, keyboard) });
    });
  }

  /** The question that is open: it stands until it is answered or settled otherwise. */
  question(kind: NoticeKind): Pick<Standing, 'version' | 'about'> | undefined {
    return this.#find(kind);
  }

  /** It has been answered, or there is nothing left to ask: its message says so. */
  settle(kind: NoticeKind, text: string): Promise<void> {
    return this.#lock.run(async () => {
      const known = this.#find(kind);
      if (!known) return;
      this.#save(kind, undefined);
      if (known.id !== undefined) await this.#speaking.replace(known.id, text);
    });
  }

  #find(kind: NoticeKind): Standing | undefined {
    if (this.#unsaved.has(kind)) return this.#unsaved.get(kind);
    return this.row(toStanding)`SELECT digest, version, about, message_id AS id FROM owner_notices
      WHERE kind = ${kind}`;
  }

  #saveLate(kind: NoticeKind): void {
    if (this.#unsaved.has(kind)) this.#said(kind, this.#unsaved.get(kind));
  }

  /** What was said stands, whatever the disk makes of it. */
  #said(kind: NoticeKind, standing: Standing | undefined): void {
    this.#unsaved.set(kind, standing);
    this.#save(kind, standing);
  }

  #save(kind: NoticeKind, standing: Standing | undefined): void {
    if (!standing) this.run`DELETE FROM owner_notices WHERE kind = ${kind}`;
    else {
      const { digest, version, id } = standing;
      const about = JSON.stringify(standing.about);
      this.run`REPLACE INTO owner_notices
        ${columns({ kind, digest, version, about, messageId: id })}`;
    }
    this.#unsaved.delete(kind);
  }
}
