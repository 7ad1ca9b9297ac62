import { basics } from './basics/english.ts';
import { channel } from './channel/english.ts';
import { entries } from './entries/english.ts';
import { people } from './people/english.ts';

/** All that the bot says, in English. */
export const english = { ...basics, ...entries, ...channel, ...people } as const;

/** All that the bot says. */
export type TalkTable = typeof english;
