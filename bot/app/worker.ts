import type { Message } from 'grammy/types';
import type { Writer } from '../base/diskTrouble.ts';
import { messageOf } from '../base/log.ts';
import { StoppedError } from '../base/runCommand.ts';
import { AwaitedMessageError, type Trouble, troubleIn } from '../base/trouble.ts';
import type { Waker } from '../base/waker.ts';
import { readButton } from '../button/button.ts';
import { hearComments } from '../comments/commenting.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { InboxItem } from '../inbox/inboxItem.ts';
import { explained } from '../state/stateError.ts';
import type { StateWatch } from '../state/stateWatch.ts';
import { inJournalsLanguage } from '../talk/journalTalk.ts';
import type { Bot } from './bot.ts';
import { handleUpdate } from './handler.ts';
import { tellSetAside } from './setAside.ts';

const troubleMilliseconds = 5_000;
const idleMilliseconds = 2_000;

/** The bot as it runs. */
export interface WorkerTools extends Bot {
  readonly watch: StateWatch;
  /** Where the database is. */
  readonly databasePath: string;
}

/** Handles updates until the bot stops: the owner's first, then what can be trusted, then a few of the members'. */
export async function workInbox(tools: WorkerTools, waker: Waker): Promise<void> {
  const { inbox, clock, disk, config, signal } = tools;
  while (!signal.aborted) {
    try {
      if (await inJournalsLanguage(config.contentFolder, () => workOnce(tools))) continue;
      if (disk.isOn && inbox.counts().pending === 0) await disk.passed('inbox');
      await waker.wait(untilDue(inbox.nextRunAt(), clock.now()), signal);
    } catch (error) {
      await afterTrouble(error, 'inbox', tools);
    }
  }
}

/** Short sleeps: another process, the mirror command, may have put something into a queue. */
export function untilDue(runAt: number | undefined, now: number): number {
  return runAt === undefined
    ? idleMilliseconds
    : Math.max(0, Math.min(idleMilliseconds, runAt - now));
}

/**
 * The bot's own files cannot be written: it waits, and goes on where it was.
 *
 * @throws {StateError} where they are no longer what they were: there is nothing to wait for.
 */
export async function afterTrouble(
  error: unknown,
  writer: Writer,
  { clock, log, disk, watch, databasePath, signal }: WorkerTools,
): Promise<void> {
  watch.examine(error);
  const cause = explained(error, databasePath);
  log.error('the state folder cannot be used', { reason: messageOf(cause) });
  await disk.met(cause, writer);
  await clock.sleep(troubleMilliseconds, signal);
}

/** @returns whether there was anything to do. */
async function workOnce(tools: WorkerTools): Promise<boolean> {
  const { inbox, clock } = tools;
  const item = inbox.next(clock.now());
  if (item) {
    await handleOfMembers(meantBy(item, tools), tools);
    await handleItem(item, tools);
    return true;
  }
  const items = inbox.nextOfMembers(clock.now());
  await handleOfMembers(items, tools);
  return items.length > 0;
}

/** What waits and came first of that which an update is about: what was said in its group, or of a comment. */
function meantBy(item: InboxItem, { inbox, handler }: WorkerTools): InboxItem[] {
  if (item.chatId !== undefined && item.chatId < 0) return inbox.membersBefore(item);
  const { callback_query: query, message } = item.update;
  const { store } = handler.comments;
  const pressed = query && readButton(query.data ?? '');
  const answered = message?.reply_to_message?.message_id;
  const comment =
    pressed?.kind === 'comment'
      ? store.byId(pressed.values.comment)
      : answered === undefined
        ? undefined
        : store.byNotice(answered);
  return comment ? inbox.aboutBefore(comment, item) : [];
}

async function handleItem(item: InboxItem, tools: WorkerTools): Promise<void> {
  try {
    if (!tools.inbox.isOvertaken(item)) await handleUpdate(item.update, tools.handler);
    tools.inbox.settle(item);
  } catch (error) {
    return putOff(item, error, tools);
  }
  await tellIfOver(item, tools);
}

/** Handles members' updates. Comments among them are written together, others one by one. */
async function handleOfMembers(items: readonly InboxItem[], tools: WorkerTools): Promise<void> {
  const { handler, inbox } = tools;
  const heard: { readonly item: InboxItem; readonly message: Message }[] = [];
  const done: InboxItem[] = [];
  for (const item of items) {
    const before = heard.length;
    try {
      await handleUpdate(item.update, handler, async (message) => {
        heard.push({ item, message });
      });
      if (heard.length === before) done.push(item);
    } catch (error) {
      await putOff(item, error, tools);
    }
  }
  inbox.settle(...done);
  await hearTogether(heard, tools);
  for (const item of items) await tellIfOver(item, tools);
}

async function hearTogether(
  heard: readonly { readonly item: InboxItem; readonly message: Message }[],
  tools: WorkerTools,
): Promise<void> {
  if (heard.length === 0) return;
  const items = heard.map(({ item }) => item);
  try {
    await hearComments(
      heard.map(({ message }) => message),
      tools.handler,
    );
    tools.inbox.settle(...items);
  } catch (error) {
    // One of them may be at fault: the others do not share it.
    const isShared = troubleIn(error) !== undefined || error instanceof StoppedError;
    if (heard.length > 1 && !isShared) {
      for (const one of heard) await hearTogether([one], tools);
      return;
    }
    for (const item of items) await putOff(item, error, tools);
  }
}

const awaited = { disk: 'the disk', journal: 'the journal', telegram: 'Telegram' } as const;

async function putOff(item: InboxItem, error: unknown, tools: WorkerTools): Promise<void> {
  const { inbox, clock, log, disk, handler } = tools;
  const reason = messageOf(error);
  const update = item.update.update_id;
  if (error instanceof StoppedError) return inbox.putBack(item);
  const trouble = troubleIn(error) ?? sharedTrouble(item, error, inbox);
  if (trouble) {
    log.warn(`an update waits for ${awaited[trouble.with]}`, { update, reason });
    inbox.postpone(item, reason, trouble, clock.now());
    return disk.met(error, 'inbox');
  }
  const outcome = inbox.fail(item, reason, clock.now());
  log.error('an update could not be handled', { update, reason, outcome });
  if (outcome === 'failed') await tellSetAside(item.update, reason, handler);
}

/** A message waits as long as the one that it adds to. */
function sharedTrouble(
  { chatId = 0 }: InboxItem,
  error: unknown,
  inbox: Inbox,
): Trouble | undefined {
  const isShared =
    error instanceof AwaitedMessageError && inbox.isPostponed(chatId, error.messageId);
  return isShared ? { with: 'disk', isMet: 'once', waitMilliseconds: undefined } : undefined;
}

/** Only what waited for the disk, or what writes, shows that it is there again. */
async function tellIfOver({ troubledAt }: InboxItem, tools: WorkerTools): Promise<void> {
  const { disk, inbox } = tools;
  if (!disk.isOn || inbox.waitingForDisk() > 0) return;
  if (troubledAt !== undefined || inbox.counts().pending === 0) await disk.passed('inbox');
}
