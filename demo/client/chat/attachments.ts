import { el, signButton } from '../base/dom.ts';

const mostFiles = 10;

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

  add(files: Iterable<File>): void {
    this.#files = [...this.#files, ...files].slice(0, mostFiles);
    this.#show();
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
