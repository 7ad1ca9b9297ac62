import { type ChannelMessage, countOf, isSamePicture } from '../post/channelPost.ts';
import type { CopiedMessage, Copy, Step } from './delivery.ts';

/** The calls that make a copy say `messages`. One that cannot be edited so far is taken down and posted once more. */
export function stepsTo(messages: readonly ChannelMessage[], copy: Copy | undefined): Step[] {
  if (!copy || copy.messages.length === 0) return messages.map(sending);
  return editSteps(copy, messages) ?? [removal(copy.messages), ...messages.map(sending)];
}

function sending(message: ChannelMessage): Step {
  return { call: 'send', message };
}

/** The call that takes messages down. */
export function removal(messages: readonly Pick<CopiedMessage, 'ids'>[]): Step {
  return { call: 'delete', messageIds: messages.flatMap((message) => message.ids) };
}

function editSteps(copy: Copy, messages: readonly ChannelMessage[]): Step[] | undefined {
  const whole = copy.contentHash !== '';
  if (messages.length === 0) return undefined;
  const kept = copy.messages.slice(0, messages.length);
  if (!kept.every((old, index) => canBecome(old, messages[index]))) return undefined;
  const edits = kept.flatMap((old, index): Step[] => {
    const message = messages[index];
    if (!message || (whole && isSame(old.message, message))) return [];
    return editsOf(old, message, whole);
  });
  const more = messages.slice(copy.messages.length).map(sending);
  // The pictures that an album loses are messages, too.
  const fewer = [
    ...kept.map(({ ids }, index) => ({
      ids: ids.slice(messages[index] ? countOf(messages[index]) : 1),
    })),
    ...copy.messages.slice(messages.length),
  ].filter(({ ids }) => ids.length > 0);
  const steps = [...edits, ...more, ...(fewer.length > 0 ? [removal(fewer)] : [])];
  // The content differs only in what the messages do not show: one harmless edit settles it.
  const [first] = kept;
  const message = messages[0];
  return steps.length > 0 || !first || !message
    ? steps
    : [{ call: 'edit', messageIds: first.ids, message }];
}

/** An album is edited a picture at a time: each is a call, and counts as one where Telegram limits how many there are. */
function editsOf({ ids, message: old }: CopiedMessage, message: ChannelMessage, whole: boolean) {
  const edit = (to: ChannelMessage): Step => ({ call: 'edit', messageIds: ids, message: to });
  if (old.type !== 'album' || message.type !== 'album') return [edit(message)];
  const changed = message.pictures.flatMap((picture, index) =>
    isSamePicture(old.pictures[index], picture) ? [] : [index],
  );
  const isCaptionSame = whole && isSame({ ...old, pictures: [] }, { ...message, pictures: [] });
  // The first picture carries the caption.
  const places = isCaptionSame && changed.length > 0 ? changed : [...new Set([0, ...changed])];
  return places.map((place) => {
    const pictures = message.pictures.map((picture, index) =>
      index <= place || place === places.at(-1) ? picture : (old.pictures[index] ?? picture),
    );
    return edit({ ...message, pictures });
  });
}

/** Text can gain a picture; nothing turns a picture into text. An album can lose pictures, and gain none. */
function canBecome(
  { ids, message: old }: CopiedMessage,
  message: ChannelMessage | undefined,
): boolean {
  if (!message) return false;
  if (message.type === 'album')
    return old.type === 'album' && message.pictures.length <= ids.length;
  return old.type === 'text' || (old.type !== 'album' && message.type !== 'text');
}

function isSame(old: ChannelMessage, message: ChannelMessage): boolean {
  return JSON.stringify(old) === JSON.stringify(message);
}
