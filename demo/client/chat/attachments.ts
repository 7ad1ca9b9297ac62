import { el, signButton } from '../base/dom.ts';

/** How many files Telegram takes for an album. */
export const mostFiles = 10;

/** Files that wait for a message, with small pictures of them. */
export class Attachments {
  readonly element = el('ul', { class: 'attachments', 'aria-label': 'Files to send' });
  readonly #change: () => void;
  #files: File[] = [];

  constructor(change: () => void) {
    this.#change = change;
    this.element.hidden = true;
  }

  get files(): readonly File[] {
    return this.#files;
  }

  /** @returns whether there was room for all. */
  add(files: readonly File[]): boolean {
    const all = [...this.#files, ...files];
    this.#files = all.slice(0, mostFiles);
    this.#show();
    return all.length <= mostFiles;
  }

  clear(): void {
    this.#files = [];
    this.#show();
  }

  #show(): void {
    for (const image of this.element.querySelectorAll('img')) URL.revokeObjectURL(image.src);
    this.element.replaceChildren(...this.#files.map((file) => this.#item(file)));
    this.element.hidden = this.#files.length === 0;
    this.#change();
  }

  #item(file: File): HTMLElement {
    const isPicture = /^image\/(?!svg)/.test(file.type);
    const remove = signButton('close', `Leave ${file.name} out`, () => {
      this.#files = this.#files.filter((one) => one !== file);
      this.#show();
    });
    const shown = isPicture
      ? el('img', { src: URL.createObjectURL(file), alt: file.name })
      : el('span', {}, file.name);
    return el('li', {}, shown, remove);
  }
}
