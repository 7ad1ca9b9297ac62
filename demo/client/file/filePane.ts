import type { FileView, ListedFile } from '../../server/view.ts';
import { button, el, isStill, signButton } from '../base/dom.ts';
import type { Notices } from '../base/notices.ts';
import { ask, fileNamed } from '../base/server.ts';
import { timeOf } from '../base/when.ts';
import { differentLines } from './lines.ts';

const words: Readonly<Record<ListedFile['kind'], string>> = {
  new: 'new',
  changed: 'changed',
  gone: 'removed',
  there: '',
};

/** The file that changed last, or one that was chosen: what changed in it, and a field to change it in. */
export class FilePane {
  readonly element: HTMLElement;
  readonly #name = el('h2');
  readonly #about = el('p');
  readonly #body = el('div', {
    class: 'body',
    tabindex: 0,
    role: 'region',
    'aria-label': 'The file',
  });
  readonly #field = el('textarea', {
    class: 'editor',
    'aria-label': 'The text of the file',
    spellcheck: 'false',
  });
  readonly #edit = button({ class: 'plain' }, () => this.#begin(), 'Edit');
  readonly #save = button({ class: 'plain strong' }, () => void this.#keep(), 'Save');
  readonly #leave = button({ class: 'plain' }, () => this.#end(), 'Leave');
  readonly #page = signButton('page', 'Show its page', () => this.#showPage());
  readonly #list = el('ul');
  readonly #notices: Notices;
  readonly #open: (address: string) => void;
  #shown: FileView | undefined;
  #isEditing = false;

  constructor(notices: Notices, open: (address: string) => void) {
    this.#notices = notices;
    this.#open = open;
    this.element = el(
      'section',
      { class: 'pane file', 'aria-label': 'File' },
      el(
        'header',
        {},
        el('div', {}, this.#name, this.#about),
        this.#page,
        this.#edit,
        this.#leave,
        this.#save,
      ),
      this.#body,
      this.#field,
      el('nav', { 'aria-label': 'Files that changed' }, this.#list),
    );
    this.#field.addEventListener('keydown', (event) => {
      if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        void this.#keep();
      } else if (event.key === 'Escape') this.#end();
    });
    this.#showState();
  }

  /** Shows the file that changed, unless one is being written. */
  follow(file: FileView | null): void {
    if (this.#isEditing) {
      if (file && file.file === this.#shown?.file && file.text !== this.#shown.text)
        this.#notices.say(`${file.file} changed meanwhile. Your words are still here.`);
      return;
    }
    this.#show(file ?? undefined);
  }

  /** Shows which files changed. */
  list(files: readonly ListedFile[]): void {
    this.#list.replaceChildren(...files.map((file) => el('li', {}, this.#listed(file))));
    this.#mark();
  }

  #listed({ file, kind }: ListedFile): HTMLElement {
    const choose = () =>
      void this.#notices.attempt(async () => {
        this.#end();
        this.#show((await fileNamed(file)) ?? undefined);
      });
    return button(
      { 'data-file': file, title: file, class: kind },
      choose,
      shortName(file),
      el('span', {}, words[kind]),
    );
  }

  #mark(): void {
    for (const one of this.#list.querySelectorAll('button'))
      one.setAttribute('aria-current', String(one.dataset['file'] === this.#shown?.file));
  }

  #show(file: FileView | undefined): void {
    this.#shown = file;
    if (file) {
      const { isText, lines } = file;
      this.#body.replaceChildren(isText ? differentLines(lines) : picture(file));
      const change = this.#body.querySelector('.added, .removed');
      change?.scrollIntoView({ block: 'nearest', behavior: isStill() ? 'auto' : 'smooth' });
    }
    this.#showState();
    this.#mark();
  }

  #showState(): void {
    const file = this.#shown;
    this.#name.textContent = file?.file ?? 'No file has changed yet';
    this.#about.textContent =
      file && file.at > 0 ? `${words[file.kind]} at ${timeOf(file.at)}` : '';
    if (!file)
      this.#body.replaceChildren(
        el(
          'p',
          { class: 'empty' },
          'What you say to the bot becomes a file here: plain Markdown, in a folder of your own.',
        ),
      );
    const mayEdit = file?.isText === true && file.kind !== 'gone';
    this.#page.hidden = file?.address === undefined;
    this.#edit.hidden = this.#isEditing || !mayEdit;
    this.#save.hidden = this.#leave.hidden = this.#field.hidden = !this.#isEditing;
    this.#body.hidden = this.#isEditing;
  }

  #begin(): void {
    this.#isEditing = true;
    this.#field.value = this.#shown?.text ?? '';
    this.#showState();
    this.#field.focus();
    this.#field.setSelectionRange(this.#field.value.length, this.#field.value.length);
  }

  #end(): void {
    if (!this.#isEditing) return;
    this.#isEditing = false;
    this.#showState();
    this.#edit.focus();
  }

  async #keep(): Promise<void> {
    const file = this.#shown;
    if (!file || !this.#isEditing) return;
    const text = this.#field.value;
    const isKept = await this.#notices.attempt(() =>
      ask({ wish: 'save', file: file.file, before: file.text, text }),
    );
    if (!isKept) return;
    this.#end();
    this.#show((await fileNamed(file.file)) ?? undefined);
  }

  #showPage(): void {
    if (this.#shown?.address !== undefined) this.#open(this.#shown.address);
  }
}

function picture({ file, kind }: FileView): HTMLElement {
  if (kind === 'gone') return el('p', { class: 'empty' }, 'This file is gone.');
  return el('img', { src: `picture/${encodeURI(file)}`, alt: file });
}

/** Of an entry that is a folder, the folder's name says which it is. */
function shortName(file: string): string {
  return file.replace(/^(.*\/)?([^/]+\/index\.mdx?|[^/]+)$/, '$2');
}
