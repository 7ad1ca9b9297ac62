import { systemClock } from '../base/clock.ts';
import type { BotConfig } from '../base/config.ts';
import { Inbox } from '../inbox/inbox.ts';
import { channelName, journalWords, postsWords, removalsWords } from '../mirror/heldWords.ts';
import { mirrorPartsOffline } from '../mirror/mirrorParts.ts';
import type { MirrorOutcome } from '../mirror/mirrorPass.ts';
import { intended, totalLine } from '../mirror/mirrorReport.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { type Finding, fault, well } from './finding.ts';

const filesShown = 5;

type Parts = ReturnType<typeof mirrorPartsOffline>;

/** What waits for the channel: what would be posted, what the mirror would ask about first, what went wrong. Calls nobody. */
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
    const stopped = await unfinishedFindings(config, parts);
    if (stopped.length > 0) return stopped;
    const outcome = await parts.pass?.plan(Date.now());
    return [
      ...(outcome ? planFindings(outcome, config, parts) : []),
      ...outboxFindings(parts),
      ...inboxFindings(config, parts),
    ];
  } finally {
    parts.database.close();
  }
}

/** Where git is to take what is published, it says so for itself. */
async function unfinishedFindings({ publish }: BotConfig, { tree }: Parts): Promise<Finding[]> {
  if (publish.mode === 'commit' || publish.mode === 'push') return [];
  const unfinished = await tree.unfinished();
  if (!unfinished) return [];
  const what = `a ${unfinished.what} in ${unfinished.folder} is not finished: until it is, nothing goes to the channel`;
  return [fault('mirror', what, unfinished.cure)];
}

function planFindings(outcome: MirrorOutcome, config: BotConfig, parts: Parts): Finding[] {
  const { held } = outcome;
  const place = { ...config, ...parts };
  const asked = [
    ...(held.journal ? [journalWords(outcome, place)] : []),
    ...(held.removals.length > 0 ? [removalsWords(outcome, place)] : []),
    ...(held.posts.length > 0 ? [postsWords(outcome, place)] : []),
  ].map((text) => `${text.split('\n')[0]} The bot asks in chat; "npm run mirror" tells more.`);
  if (asked.length > 0) return asked.map((text) => well('mirror', text));
  const deliveries = intended(outcome);
  if (deliveries.length === 0)
    return [well('mirror', 'nothing waits: the channel shows what the journal says')];
  const what = `for ${channelName(parts.channel)} wait ${totalLine(deliveries, parts.pace)}: ${listed(deliveries)}`;
  return [well('mirror', what)];
}

/** Of what was sent already, or not taken. */
function outboxFindings({ outbox }: Parts): Finding[] {
  const [uncertain, failed] = [outbox.uncertain(), outbox.failed()];
  const arrived = fault(
    'uncertain',
    `nobody knows whether these posts arrived: ${listed(uncertain)}`,
    'The bot asks in chat: forward the post to it if it is there, or press "Send again".',
  );
  const refused = fault(
    'refused',
    `Telegram refused these: ${listed(failed)}: ${reasonOf(failed[0])}`,
    'Mend what it says, and change the entry: that tries it again.',
  );
  return [...(uncertain.length > 0 ? [arrived] : []), ...(failed.length > 0 ? [refused] : [])];
}

function inboxFindings({ ownerId }: BotConfig, { database }: Parts): Finding[] {
  const { failed } = new Inbox(database, ownerId).counts();
  if (failed === 0) return [];
  const what = `${failed} of your messages could not be dealt with, and ${failed === 1 ? 'is' : 'are'} set aside`;
  return [fault('inbox', what, 'Send /retry to the bot; its log says what stood in the way.')];
}

function reasonOf(delivery: Delivery | undefined): string {
  return (delivery?.error ?? 'without a reason').replace(/\s+/g, ' ').trim();
}

function listed(entries: readonly { readonly file: string }[]): string {
  const files = entries.slice(0, filesShown).map(({ file }) => file);
  const more = entries.length - files.length;
  return more > 0 ? `${files.join(', ')} and ${more} more` : files.join(', ');
}
