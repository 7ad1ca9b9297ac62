import type { ButtonView, MediaView, MessageView } from '../../chat/view.ts';
import { button, type Child, el, signButton } from '../base/dom.ts';
import { type Open, richText } from '../base/richText.ts';
import { dayOf, timeOf } from '../base/when.ts';
import { type Block, spoken } from './blocks.ts';

/** What may be done at a message. */
export interface MessageActions {
  readonly open: Open;
  /** Opens the menu of a message, at an element. */
  menu(block: Block, at: HTMLElement): void;
  press(message: MessageView, row: number, column: number): void;
  react(message: MessageView, emoji: string): void;
  /** Shows the message that this one answers. */
  goTo(id: number): void;
}

const secondMilliseconds = 1000;

/** A block of messages as the chat shows it. */
export function messageItem(block: Block, actions: MessageActions): HTMLElement {
  const message = spoken(block);
  const { author, isPost } = message;
  const time = timeOf(message.date * secondMilliseconds);
  const more = signButton('more', `What can be done with this message of ${nameOf(message)}`, () =>
    actions.menu(block, more),
  );
  more.tabIndex = -1;
  const item = el(
    'article',
    {
      class: ['message', author.kind, block.isFollowing && 'following', isPost && 'post']
        .filter(Boolean)
        .join(' '),
      'aria-label': `${nameOf(message)}, ${time}`,
      tabindex: -1,
    },
    el('div', { class: 'bubble' }, ...bubble(block, actions, time)),
    more,
    message.buttons.length > 0 && keyboard(message, actions),
  );
  item.addEventListener('keydown', (event) => {
    if (event.target !== item || event.key !== 'Enter') return;
    event.preventDefault();
    actions.menu(block, item);
  });
  item.addEventListener('dblclick', (event) => {
    if (event.target instanceof Element && !event.target.closest('button, a, img'))
      actions.menu(block, more);
  });
  return item;
}

/** What stands between two days. */
export function dayItem(date: number): HTMLElement {
  return el('p', { class: 'day' }, el('span', {}, dayOf(date * secondMilliseconds)));
}

function nameOf({ author }: MessageView): string {
  return author.kind === 'you' ? 'You' : author.name;
}

function bubble(block: Block, actions: MessageActions, time: string): Child[] {
  const message = spoken(block);
  const { author, answers, forwardedFrom, isPost, isEdited } = message;
  const isNamed = !block.isFollowing && author.kind !== 'you';
  const files = block.messages.flatMap(({ media }) => media ?? []);
  return [
    isNamed && el('p', { class: 'author', 'data-hue': hueOf(author) }, author.name),
    isPost && el('p', { class: 'origin' }, 'Post of the channel'),
    forwardedFrom !== undefined && el('p', { class: 'origin' }, `Forwarded from ${forwardedFrom}`),
    answers && !isPost && answered(answers, actions),
    files.length > 0 &&
      el('div', { class: 'files', 'data-count': files.length }, ...files.map(file)),
    message.text !== '' && el('div', { class: 'text' }, richText(message, actions.open)),
    el(
      'footer',
      {},
      reactions(message, actions),
      el('time', {}, isEdited ? `edited ${time}` : time),
    ),
  ];
}

/** Everybody has one of a few colours, always the same. */
function hueOf({ id, kind }: MessageView['author']): number {
  const own: Partial<Record<typeof kind, number>> = { bot: 3, channel: 1 };
  return own[kind] ?? Math.abs(id) % hues;
}

const hues = 6;

function answered(
  { id, name, words }: NonNullable<MessageView['answers']>,
  { goTo }: MessageActions,
): HTMLElement {
  return button(
    { class: 'answered' },
    () => goTo(id),
    el('span', { class: 'sr-only' }, 'In answer to '),
    el('strong', {}, name),
    el('span', {}, words),
  );
}

function file({ kind, address, name, size, width, height, isHidden }: MediaView): HTMLElement {
  if (kind === 'photo' || (kind === 'animation' && /\.gif$/i.test(name))) {
    const picture = el('img', { src: address, alt: 'Photo', width, height, loading: 'lazy' });
    if (!isHidden) return picture;
    const cover = button(
      { class: 'hidden-picture', 'aria-label': 'Hidden photo: show it' },
      () => {
        cover.replaceWith(picture);
      },
      picture.cloneNode(),
    );
    return cover;
  }
  if (kind === 'video' || kind === 'animation')
    return el('video', { src: address, controls: true });
  if (kind === 'audio' || kind === 'voice') return el('audio', { src: address, controls: true });
  const kilobytes = `${Math.max(1, Math.round(size / 1024))} kB`;
  return el(
    'a',
    { class: 'document', href: address, download: name },
    name,
    el('span', {}, kilobytes),
  );
}

function reactions(
  { reactions: all, ...message }: MessageView,
  actions: MessageActions,
): HTMLElement {
  const chips = all.map(({ emoji, count }) =>
    button(
      { class: 'reaction', 'aria-label': `${emoji}, ${count}` },
      () => actions.react({ ...message, reactions: all }, emoji),
      emoji,
      count > 1 && el('span', {}, String(count)),
    ),
  );
  return el('span', { class: 'reactions' }, ...chips);
}

function keyboard(message: MessageView, actions: MessageActions): HTMLElement {
  const rows = message.buttons.map((row, line) =>
    el(
      'div',
      {},
      ...row.map((one, column) => key(one, () => actions.press(message, line, column), actions)),
    ),
  );
  return el(
    'div',
    { class: 'keyboard', role: 'group', 'aria-label': 'Buttons of this message' },
    ...rows,
  );
}

function key(
  { words, address }: ButtonView,
  press: () => void,
  { open }: MessageActions,
): HTMLElement {
  return button({}, address === undefined ? press : () => open(address), words);
}
