import { planMirror } from '../../../bot/mirror/mirror.ts';
import type { MirroredEntry, MirrorState } from '../../../bot/mirror/mirrorState.ts';
import type { Copy, Delivery } from '../../../bot/outbox/delivery.ts';
import type { ChannelMessage } from '../../../bot/post/channelPost.ts';

const channelId = -1001;
export const text = (words: string): ChannelMessage => ({
  type: 'text',
  preview: undefined,
  text: words,
  entities: [],
});
const picture = (name: string) => ({ file: `notes/${name}.jpg`, digest: name });
export const photo = (name: string, words = 'w'): ChannelMessage => ({
  type: 'photo',
  picture: picture(name),
  text: words,
  entities: [],
});
export const album = (names: string, words = 'w'): ChannelMessage => ({
  type: 'album',
  pictures: [...names].map(picture),
  text: words,
  entities: [],
});
export const hashOf = (messages: readonly ChannelMessage[]) => JSON.stringify(messages);

export function entry(
  messages: readonly ChannelMessage[],
  more: Partial<MirroredEntry> = {},
): MirroredEntry {
  return {
    id: '/notes/a/',
    file: 'notes/a.md',
    contentHash: hashOf(messages),
    messages,
    page: undefined,
    syndicated: [],
    ...more,
  };
}

export function copy(messages: readonly ChannelMessage[], more: Partial<Copy> = {}): Copy {
  let id = 10;
  const copied = messages.map((message) => ({
    ids: message.type === 'album' ? message.pictures.map(() => id++) : [id++],
    message,
  }));
  return {
    entryId: '/notes/a/',
    file: 'notes/a.md',
    channelId,
    contentHash: hashOf(messages),
    messages: copied,
    ...more,
  };
}

export function delivery(more: Partial<Delivery>): Delivery {
  return {
    id: 1,
    entryId: '/notes/a/',
    channelId,
    questions: 0,
    file: 'notes/a.md',
    contentHash: '',
    steps: [],
    step: 0,
    page: undefined,
    state: 'pending',
    attempts: 0,
    runAt: 0,
    createdAt: 0,
    error: undefined,
    ...more,
  };
}

export function plan(state: Partial<MirrorState>) {
  return planMirror({
    channelId,
    entries: [],
    copies: [],
    open: [],
    failed: [],
    unread: [],
    ...state,
  });
}

/** What a plan does, a word for each call, with the message ids that it touches. */
export function callsOf(state: Partial<MirrorState>): string[] {
  return plan(state).deliveries.flatMap((one) =>
    one.steps.map((step) =>
      step.call === 'send'
        ? `send ${step.message.type}`
        : `${step.call} ${step.messageIds.join(',')}`,
    ),
  );
}
