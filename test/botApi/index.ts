/**
 * A strict Bot API on the loopback interface. A bot reaches it by `TELEGRAM_API_ROOT` alone; a test
 * acts as the people, injects faults and reads what stands in the chats.
 *
 *     const api = await startBotApi({ now: () => clock });
 *     const owner = api.user({ id: 1001, first_name: 'Ada' });
 *     await owner.sends(owner, 'Hello');
 *     api.fault({ method: 'sendMessage', when: 'after', kind: 'reset' });
 *     api.messages(owner);
 */

export {
  BotApi,
  type BotApiOptions,
  DEFAULT_TOKEN,
  type NewChat,
  type NewUser,
  startBotApi,
} from './botApi.ts';
export type { CallbackAnswer } from './callbacks.ts';
export type { Call, CallListener } from './callLog.ts';
export type { Clock } from './clock.ts';
export type { CallParameters, Fault, FaultKind, FaultOrder } from './faults.ts';
export type { ImplementedMethod } from './handlers.ts';
export {
  type ChatReference,
  type MessageReference,
  Person,
  type SendOptions,
} from './person.ts';
export { type Rates, TELEGRAM_RATES } from './rateLimit.ts';
export type { SentMedia } from './sentMedia.ts';
export type { SentText } from './sentText.ts';
export type { StandingMedia, StandingMessage } from './standingMessage.ts';
export { Forum, type TopicReference } from './topics.ts';
