import { talk } from '../../talk/talk.ts';
import type { CommandHandler } from './commandTools.ts';

/** Takes up again what was set aside because it could not be dealt with. */
export const retry: CommandHandler = async (_, { inbox, clock }) => {
  const count = inbox.retryFailed(clock.now());
  if (count === 0) return talk('nothingSetAside');
  return talk('triedAgain', { count });
};
