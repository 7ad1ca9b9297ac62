import type { Clock } from '../base/clock.ts';
import { firstLines, talk } from '../talk/talk.ts';
import type { Speaking } from './notices.ts';

/** What comes later than this after the last one is another pass. */
const passMilliseconds = 10 * 60_000;
/** A message takes 4,096 characters, and an address may have some seventy. */
const mostAddresses = 50;

/** What the owner hears of posts that were too old to be deleted: those of one pass are one message, which grows. */
export class StubNews {
  readonly #speaking: Speaking;
  readonly #clock: Pick<Clock, 'now'>;
  #last = {
    addresses: [] as readonly string[],
    says: '',
    id: undefined as number | undefined,
    at: 0,
  };

  constructor(speaking: Speaking, clock: Pick<Clock, 'now'>) {
    this.#speaking = speaking;
    this.#clock = clock;
  }

  /** Tells of one more, given its address and what it says now. */
  async tell(address: string, saysThis: string): Promise<void> {
    const at = this.#clock.now();
    const isNewPass = Math.abs(at - this.#last.at) > passMilliseconds;
    const {
      addresses: before,
      says: told,
      id: standing,
    } = isNewPass ? { addresses: [], says: '', id: undefined } : this.#last;
    const says = told.includes(saysThis) ? told : [told, saysThis].filter(Boolean).join(' / ');
    const addresses = [...before, address];
    const text = wordsOf(addresses, says);
    const isReplaced = standing !== undefined && (await this.#speaking.replace(standing, text));
    // What could be neither changed nor said for now is changed with the next one.
    const id = isReplaced ? standing : ((await this.#speaking.say(text)) ?? standing);
    this.#last = { addresses, says, id, at };
  }
}

function wordsOf(addresses: readonly string[], removed: string): string {
  const [address = ''] = addresses;
  if (addresses.length === 1) return talk('stub', { address, removed });
  const lines = firstLines(addresses, mostAddresses, (number) => talk('andMore', { number }));
  return talk('stubs', { removed, addresses: lines.join('\n') });
}
