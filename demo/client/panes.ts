import { button, el } from './base/dom.ts';

/** What is shown one at a time where there is no room for more. */
export type PaneName = 'chat' | 'file' | 'site';

const labels: readonly (readonly [PaneName, string])[] = [
  ['chat', 'Chat'],
  ['file', 'File'],
  ['site', 'Site'],
];

/** The panes side by side; on a phone one of them, with tabs that lead to the others and tell that they changed. */
export class Panes {
  readonly element: HTMLElement;
  readonly tabs: HTMLElement;
  readonly #buttons: ReadonlyMap<PaneName, HTMLButtonElement>;

  constructor(panes: readonly HTMLElement[]) {
    this.element = el('main', { class: 'panes' }, ...panes);
    this.#buttons = new Map(
      labels.map(([name, label]) => [name, button({}, () => this.open(name), label)]),
    );
    this.tabs = el('nav', { class: 'tabs', 'aria-label': 'Panes' }, ...this.#buttons.values());
    this.open('chat');
  }

  /** Shows a pane, where only one is shown. */
  open(name: PaneName): void {
    this.element.dataset['open'] = name;
    for (const [one, tab] of this.#buttons) tab.setAttribute('aria-current', String(one === name));
    this.#buttons.get(name)?.classList.remove('news');
  }

  /** Something changed in a pane. */
  news(name: PaneName): void {
    if (this.element.dataset['open'] !== name) this.#buttons.get(name)?.classList.add('news');
  }
}
