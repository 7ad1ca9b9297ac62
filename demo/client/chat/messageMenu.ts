import { button, el, icon, type SignName } from '../base/dom.ts';

/** A line of the menu. */
export interface MenuChoice {
  readonly sign: SignName;
  readonly words: string;
  choose(): void;
}

/** Emoji of which every client offers some, and the one by which a message of a group is kept. */
const emojis = ['👍', '❤', '🔥', '😁', '🤔', '✍'] as const;

/** The menu of a message: reactions in a row, below them what can be done. */
export class MessageMenu {
  readonly element = el('div', {
    class: 'menu',
    role: 'menu',
    popover: 'auto',
    'aria-label': 'Message',
  });

  constructor() {
    this.element.addEventListener('keydown', (event) => this.#walk(event));
  }

  /** Opens the menu at an element, which has the focus again once it is closed. */
  open(opener: HTMLElement, choices: readonly MenuChoice[], react: (emoji: string) => void): void {
    this.element.replaceChildren(
      this.#emojiRow(react),
      ...choices.map((choice) => this.#item(choice.words, choice.choose, icon(choice.sign))),
    );
    // What has it now gets it back by itself, at once: where a choice goes on elsewhere, it is not taken away from there.
    opener.focus({ preventScroll: true });
    this.element.showPopover();
    this.#place(opener.getBoundingClientRect());
    this.#items[0]?.focus();
  }

  #emojiRow(react: (emoji: string) => void): HTMLElement {
    const items = emojis.map((emoji) => {
      const item = this.#item(emoji, () => react(emoji));
      item.setAttribute('aria-label', `React with ${emoji}`);
      return item;
    });
    return el('div', { class: 'emojis', role: 'group', 'aria-label': 'Reactions' }, ...items);
  }

  #item(words: string, choose: () => void, sign?: SVGElement): HTMLElement {
    return button(
      { role: 'menuitem', tabindex: -1 },
      () => {
        this.element.hidePopover();
        choose();
      },
      sign,
      words,
    );
  }

  get #items(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  #place({ left, right, top, bottom }: DOMRect): void {
    const { style, offsetWidth: width, offsetHeight: height } = this.element;
    const isBelow = bottom + height < innerHeight - 8;
    const beside = left + width < innerWidth - 8 ? left : right - width;
    style.left = `${Math.max(8, Math.min(beside, innerWidth - width - 8))}px`;
    style.top = `${Math.max(8, isBelow ? bottom : top - height)}px`;
  }

  #walk(event: KeyboardEvent): void {
    const items = this.#items;
    const place = items.findIndex((item) => item.matches(':focus'));
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: place + 1,
      ArrowRight: place + 1,
      ArrowUp: place - 1,
      ArrowLeft: place - 1,
      Home: 0,
      End: -1,
    };
    const step = steps[event.key];
    if (event.key === 'Tab') this.element.hidePopover();
    if (step === undefined) return;
    event.preventDefault();
    items.at(step % items.length)?.focus();
  }
}
