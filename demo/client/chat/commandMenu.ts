import type { CommandView } from '../../chat/view.ts';
import { el, setAttributes } from '../base/dom.ts';

/** The commands that fit what stands in a field, above it; arrows choose, Tab or Enter takes one. */
export class CommandMenu {
  readonly element = el('ul', {
    class: 'commands',
    role: 'listbox',
    id: 'commands',
    'aria-label': 'Commands',
  });
  readonly #field: HTMLTextAreaElement;
  readonly #take: () => void;
  #commands: readonly CommandView[] = [];
  #fitting: readonly CommandView[] = [];
  #chosen = 0;

  /** `take` is told when a command was put into the field. */
  constructor(field: HTMLTextAreaElement, take: () => void) {
    this.#field = field;
    this.#take = take;
    this.element.hidden = true;
    setAttributes(field, { 'aria-autocomplete': 'list', 'aria-controls': 'commands' });
  }

  set commands(commands: readonly CommandView[]) {
    this.#commands = commands;
  }

  /** Shows what fits the field now. */
  look(): void {
    const [, typed] = /^\/(\w*)$/.exec(this.#field.value) ?? [];
    this.#fitting =
      typed === undefined ? [] : this.#commands.filter(({ command }) => command.startsWith(typed));
    this.#chosen = 0;
    this.#show();
  }

  close(): void {
    this.#fitting = [];
    this.#show();
  }

  /** @returns whether a key was meant for the menu. */
  press(event: KeyboardEvent): boolean {
    const { length } = this.#fitting;
    if (length === 0) return false;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'ArrowDown') this.#choose((this.#chosen + 1) % length);
    else if (event.key === 'ArrowUp') this.#choose((this.#chosen + length - 1) % length);
    else if (event.key === 'Tab' || (event.key === 'Enter' && !this.#isWhole()))
      this.#put(this.#chosen);
    else return false;
    event.preventDefault();
    return true;
  }

  /** A command that was typed to its end is sent as it is. */
  #isWhole(): boolean {
    return this.#fitting.some(({ command }) => this.#field.value === `/${command}`);
  }

  #choose(place: number): void {
    this.#chosen = place;
    this.#show();
  }

  #put(place: number): void {
    const command = this.#fitting[place]?.command;
    if (command === undefined) return;
    this.#field.value = `/${command} `;
    this.close();
    this.#field.focus();
    this.#take();
  }

  #show(): void {
    this.element.hidden = this.#fitting.length === 0;
    this.element.replaceChildren(...this.#fitting.map((one, place) => this.#option(one, place)));
    const active = this.#fitting.length === 0 ? undefined : `command-${this.#chosen}`;
    setAttributes(this.#field, { 'aria-activedescendant': active });
    this.element.children[this.#chosen]?.scrollIntoView({ block: 'nearest' });
  }

  #option({ command, description }: CommandView, place: number): HTMLElement {
    const option = el(
      'li',
      { role: 'option', id: `command-${place}`, 'aria-selected': String(place === this.#chosen) },
      el('strong', {}, `/${command}`),
      el('span', {}, description),
    );
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.#put(place);
    });
    return option;
  }
}
