import type { Update } from 'grammy/types';
import { FindingError } from './finding.ts';
import { listeningTrouble, nextUpdate, webhookCheck } from './listening.ts';
import { configOf, type Line, type Session, tell } from './session.ts';
import type { Choice } from './terminal.ts';

/** What is listened for. */
export interface Hearing<T> {
  /** What is shown meanwhile. */
  readonly message: string;
  fits(update: Update): T | undefined;
  /** What one may do in its place. */
  readonly byHand: string;
}

/** How listening ended. */
export type Heard<T> =
  | { readonly is: 'heard'; readonly found: T }
  | { readonly is: 'by-hand' }
  | { readonly is: 'skipped' };

type Instead = 'by-hand' | 'skipped';
type Next = Instead | 'again' | 'take-away';

/**
 * Waits for a message to the bot. Where another program gets what is sent to it, that is told first: Telegram gives an
 * update to one receiver alone, and a running bot would end.
 */
export async function hear<T>(
  session: Session,
  { api }: Line,
  hearing: Hearing<T>,
): Promise<Heard<T>> {
  const instead: readonly Choice<Instead>[] = [
    { value: 'by-hand', label: hearing.byHand },
    { value: 'skipped', label: 'Skip this' },
  ];
  for (;;) {
    try {
      const trouble = await listeningTrouble(api, configOf(session.answers).stateFolder);
      if (trouble) throw new FindingError(trouble);
      const fits = noting(session, hearing.fits);
      const end = await session.terminal.during(hearing.message, instead, (signal) =>
        nextUpdate(api, fits, signal),
      );
      if ('chosen' in end) return { is: end.chosen };
      if (end.found !== undefined) return { is: 'heard', found: end.found };
    } catch (error) {
      if (!(error instanceof FindingError)) throw error;
      const next = await whatNext(session, error, instead);
      if (next === 'take-away') await api.deleteWebhook({ drop_pending_updates: false });
      else if (next !== 'again') return { is: next };
    }
  }
}

/** Takes note of what fits: it was said to setup alone. */
function noting<T>({ own }: Session, fits: Hearing<T>['fits']): Hearing<T>['fits'] {
  return (update) => {
    const found = own.has(update.update_id) ? undefined : fits(update);
    const { message } = update;
    const isCommand = message?.text?.startsWith('/') ?? message === undefined;
    if (found !== undefined) own.set(update.update_id, !isCommand);
    return found;
  };
}

async function whatNext(
  { terminal }: Session,
  { finding }: FindingError,
  instead: readonly Choice<Instead>[],
): Promise<Next> {
  tell(terminal, finding);
  const takeAway = { value: 'take-away', label: 'Take the webhook away' } as const;
  return terminal.choose<Next>('What next?', [
    { value: 'again', label: 'Try again' },
    ...(finding.check === webhookCheck ? [takeAway] : []),
    ...instead,
  ]);
}
