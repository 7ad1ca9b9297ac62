import { systemClock } from '../base/clock.ts';
import type { BotConfig } from '../base/config.ts';
import { journalWords, postsWords, removalsWords } from '../mirror/heldWords.ts';
import { mirrorPartsOffline } from '../mirror/mirrorParts.ts';
import { type Finding, well } from './finding.ts';

/** What the mirror would ask before it goes on: many posts at once, or most of the channel taken down. Calls nobody. */
export async function examineMirror(config: BotConfig): Promise<Finding[]> {
  const { channel: reference } = config;
  if (reference === undefined) return [];
  try {
    return await lookOver(config, reference);
  } catch {
    // A content or state folder that cannot be read is told by whoever looks at that.
    return [];
  }
}

async function lookOver(config: BotConfig, reference: string | number): Promise<Finding[]> {
  const parts = mirrorPartsOffline(config, reference, systemClock);
  try {
    const outcome = await parts.pass?.plan(Date.now());
    if (!outcome) return [];
    const { held } = outcome;
    const place = { ...config, ...parts };
    const words = [
      ...(held.journal ? [journalWords(outcome, place)] : []),
      ...(held.removals.length > 0 ? [removalsWords(outcome, place)] : []),
      ...(held.posts.length > 0 ? [postsWords(outcome, place)] : []),
    ].map((text) => `${text.split('\n')[0]} The bot asks in chat; "npm run mirror" tells more.`);
    const small = 'nothing that would be asked about first';
    return (words.length > 0 ? words : [small]).map((text) => well('mirror', text));
  } finally {
    parts.database.close();
  }
}
