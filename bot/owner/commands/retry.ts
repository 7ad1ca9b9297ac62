import type { CommandHandler } from './commandTools.ts';

/** Takes up again what was set aside because it could not be dealt with. */
export const retry: CommandHandler = async (_, { inbox, clock }) => {
  const count = inbox.retryFailed(clock.now());
  if (count === 0) return 'Nothing is set aside.';
  return `${count === 1 ? 'One message is' : `${count} messages are`} tried again. /status shows what is left.`;
};
