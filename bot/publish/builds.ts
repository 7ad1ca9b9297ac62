import { messageOf } from '../base/log.ts';
import { rowReader } from '../state/rows.ts';
import { columns, TimedStore } from '../state/store.ts';
import type { PublishHook } from './publishHook.ts';

const toBuild = rowReader('chat_builds', {
  /** Milliseconds since 1970. */
  at: 'number',
  subject: 'text',
  /** undefined where it went well. */
  error: 'text?',
});

/** Remembers over restarts how the publish hook ended. */
export class Builds extends TimedStore {
  /** The hook, with its outcomes noted. */
  noting(hook: PublishHook): PublishHook {
    return async (files, subject, isDue) => {
      try {
        await hook(files, subject, isDue);
      } catch (error) {
        this.#note(subject, messageOf(error));
        throw error;
      }
      this.#note(subject, undefined);
    };
  }

  /** How the last carrying on of something published ended. */
  last() {
    return this.row(toBuild)`SELECT * FROM chat_builds`;
  }

  #note(subject: string, error: string | undefined): void {
    const build = { at: this.clock.now(), subject, error: error?.slice(0, 1000) };
    this.run`REPLACE INTO chat_builds ${columns({ id: 1, ...build })}`;
  }
}
