import { placeOf, reply } from '../../notify/replies.ts';
import { talk } from '../../talk/talk.ts';
import type { CommandHandler } from './commandTools.ts';

/** Takes up again what was set aside because it could not be dealt with. */
export const retry: CommandHandler = async ({ message }, { api, inbox, clock }) => {
  const { failed } = inbox.counts();
  if (failed === 0) return talk('nothingSetAside');
  // Said before it is done: where the answer is lost, the next one finds the same set aside.
  await reply(api, placeOf(message), talk('triedAgain', { count: failed }));
  inbox.retryFailed(clock.now());
  return undefined;
};
