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
export type { Call, CallListener } from './http/callLog.ts';
export type { CallParameters, Fault, FaultKind, FaultOrder } from './http/faults.ts';
export type { ImplementedMethod } from './methods/handlers.ts';
export {
  type ChatReference,
  type MessageReference,
  Person,
  type SendOptions,
} from './people/person.ts';
export type { Records } from './people/records.ts';
export type { SentMedia } from './people/sentMedia.ts';
export type { SentText } from './people/sentText.ts';
export type { StandingMedia, StandingMessage } from './people/standingMessage.ts';
export { Forum, type TopicReference } from './people/topics.ts';
export type { CallbackAnswer } from './world/callbacks.ts';
export type { Clock } from './world/clock.ts';
export { type Rates, TELEGRAM_RATES } from './world/rateLimit.ts';
