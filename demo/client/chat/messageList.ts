import type { ChatView } from '../../chat/view.ts';
import { el, isStill } from '../base/dom.ts';
import { dayOf } from '../base/when.ts';
import { type Block, blocksOf } from './blocks.ts';
import { dayItem, type MessageActions, messageItem } from './messageItem.ts';

const nearPixels = 80;

/** All messages of one chat. What did not change stays as it is, so that what comes is heard and nothing is lost. */
export class MessageList {
  readonly element: HTMLElement;
  readonly #typing = el('p', { class: 'typing' }, el('i'), el('i'), el('i'));
  readonly #list = el('div', { class: 'list' });
  readonly #empty = el('p', { class: 'empty' });
  readonly #actions: MessageActions;
  #shown = new Map<string, HTMLElement[]>();
  #isAtEnd = true;

  /** `invitation` stands where there are no messages yet. */
  constructor(title: string, invitation: string, actions: MessageActions) {
    this.#actions = actions;
    this.element = el(
      'div',
      { class: 'messages', role: 'log', 'aria-label': `Messages in ${title}` },
      this.#empty,
      this.#list,
      this.#typing,
    );
    this.#empty.textContent = invitation;
    this.#typing.append(el('span', { class: 'sr-only' }, 'Scrollback is writing'));
    this.element.addEventListener('keydown', (event) => this.#walk(event));
    this.element.addEventListener('scroll', () => {
      this.#isAtEnd = this.#isNearEnd();
    });
    // Pictures come later than the message that they belong to, and the window may become another one.
    const sizes = new ResizeObserver(() => this.#isAtEnd && this.toEnd());
    for (const one of [this.#list, this.element]) sizes.observe(one);
  }

  /** Shows the messages of a chat as they are now. */
  show({ messages, isTyping }: ChatView): void {
    const seconds = (date: number) => dayOf(date * 1000);
    const shown = new Map<string, HTMLElement[]>();
    let before: HTMLElement | undefined;
    for (const block of blocksOf(messages, seconds)) {
      const key = JSON.stringify(block);
      const nodes = this.#shown.get(key) ?? this.#made(block);
      shown.set(key, nodes);
      for (const node of nodes) {
        const place = before ? before.nextSibling : this.#list.firstChild;
        if (node !== place) this.#list.insertBefore(node, place);
        before = node;
      }
    }
    for (const [key, nodes] of this.#shown)
      if (!shown.has(key)) for (const node of nodes) this.#remove(node);
    this.#shown = shown;
    this.#typing.hidden = !isTyping;
    this.#empty.hidden = messages.length > 0;
    this.#keepOneInReach();
    if (this.#isAtEnd) this.toEnd();
  }

  /** Goes to the newest message. */
  toEnd(): void {
    this.#isAtEnd = true;
    this.element.scrollTop = this.element.scrollHeight;
  }

  /** Goes to a message. */
  goTo(id: number): void {
    const item = this.#list.querySelector<HTMLElement>(`[data-ids~="${id}"]`);
    if (!item) return;
    this.#isAtEnd = false;
    item.scrollIntoView({ block: 'center', behavior: isStill() ? 'auto' : 'smooth' });
    item.classList.add('found');
    setTimeout(() => item.classList.remove('found'), 1600);
    this.#focus(item);
  }

  #made(block: Block): HTMLElement[] {
    const item = messageItem(block, this.#actions);
    item.dataset['ids'] = block.messages.map(({ id }) => id).join(' ');
    return block.isNewDay ? [dayItem(block.messages[0].date), item] : [item];
  }

  #remove(node: HTMLElement): void {
    const hadFocus = node.contains(document.activeElement);
    const next = node.nextElementSibling ?? node.previousElementSibling;
    node.remove();
    if (hadFocus && next instanceof HTMLElement) this.#focus(next);
  }

  #isNearEnd(): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < nearPixels;
  }

  get #items(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('.message')];
  }

  /** Of all messages one is reached by Tab; arrows lead to the others. */
  #keepOneInReach(): void {
    const items = this.#items;
    if (items.some((item) => item.tabIndex === 0)) return;
    const last = items.at(-1);
    if (last) last.tabIndex = 0;
  }

  #focus(item: HTMLElement): void {
    for (const other of this.#items) other.tabIndex = other === item ? 0 : -1;
    item.focus({ preventScroll: true });
  }

  #walk(event: KeyboardEvent): void {
    const items = this.#items;
    const place = items.findIndex((item) => item.matches(':focus'));
    if (place === -1) return;
    const places: Readonly<Record<string, number>> = {
      ArrowUp: place - 1,
      ArrowDown: place + 1,
      Home: 0,
      End: items.length - 1,
    };
    const item = items[places[event.key] ?? -1];
    if (!item) return;
    event.preventDefault();
    this.#focus(item);
    item.scrollIntoView({ block: 'nearest' });
  }
}
