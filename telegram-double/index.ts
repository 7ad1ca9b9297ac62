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

export { BotApi, type BotApiOptions, DEFAULT_TOKEN, startBotApi } from './botApi.ts';
export type { Call } from './http/callLog.ts';
export type { CallParameters, Fault, FaultKind } from './http/faults.ts';
export type { ImplementedMethod } from './methods/handlers.ts';
export { Person } from './people/person.ts';
export type { SentMedia } from './people/sentMedia.ts';
export type { SentText } from './people/sentText.ts';
export type { StandingMessage } from './people/standingMessage.ts';
export { Forum } from './people/topics.ts';
export { type Rates, TELEGRAM_RATES } from './world/rateLimit.ts';
