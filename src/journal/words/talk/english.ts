import { basics } from './basics/english.ts';
import { channel } from './channel/english.ts';
import { entries } from './entries/english.ts';
import { people } from './people/english.ts';

/** All that the bot says, in English. V8 takes a hundred times as long to spread several large tables into a literal. */
export const english = Object.assign({ ...basics }, entries, channel, people);

/** All that the bot says. */
export type TalkTable = typeof english;
