import type { Update } from 'grammy/types';
import { mayBeOfRights } from '../base/failure.ts';
import type { Outbox } from './outbox.ts';

/**
 * Hears that the bot was made an administrator of its channel, or given other rights there: what was refused for want of
 * them is planned anew by the next look.
 */
export function hearRights(
  { my_chat_member: change }: Update,
  channelId: number,
  outbox: Outbox,
): void {
  if (change?.chat.id !== channelId || change.new_chat_member.status !== 'administrator') return;
  for (const one of outbox.failed())
    if (one.channelId === channelId && mayBeOfRights(one.error ?? '')) outbox.withdraw(one);
}
