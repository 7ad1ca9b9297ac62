import type { ChatView, MessageView } from '../../chat/view.ts';
import { el, signButton } from '../base/dom.ts';
import { Attachments, mostFiles } from './attachments.ts';
import { CommandMenu } from './commandMenu.ts';
import { formattingBar } from './formatting.ts';
import { Speakers } from './speakers.ts';

/** What somebody wrote, ready to be sent. */
export interface Written {
  readonly text: string;
  readonly as: number;
  readonly files: readonly File[];
  readonly answers: number | undefined;
  readonly edits: number | undefined;
}

/** The message that is answered or edited. */
interface Target {
  readonly message: MessageView;
  readonly isEdit: boolean;
}

/** Where messages are written. */
export class Composer {
  readonly element: HTMLFormElement;
  readonly #field = el('textarea', {
    rows: 1,
    placeholder: 'Message',
    'aria-label': 'Message',
    spellcheck: 'true',
  });
  readonly #about = el('div', { class: 'about' });
  readonly #attachments = new Attachments(() => this.#change());
  readonly #commands = new CommandMenu(this.#field, () => this.#change());
  readonly #speakers = new Speakers();
  readonly #send: (written: Written) => Promise<boolean>;
  readonly #last: () => MessageView | undefined;
  readonly #tell: (words: string) => void;
  readonly #sendButton = el('button', { class: 'send sign', 'aria-label': 'Send', title: 'Send' });
  #target: Target | undefined;

  /** `send` tells whether it went; `last` is the newest message that can be edited; `tell` says why something is not done. */
  constructor(
    send: (written: Written) => Promise<boolean>,
    last: () => MessageView | undefined,
    tell: (words: string) => void,
  ) {
    this.#send = send;
    this.#last = last;
    this.#tell = tell;
    const picker = el('input', {
      type: 'file',
      multiple: true,
      tabindex: -1,
      'aria-hidden': 'true',
      class: 'sr-only',
    });
    picker.addEventListener('change', () => {
      this.add([...(picker.files ?? [])]);
      picker.value = '';
    });
    const slash = signButton('command', 'Commands', () => this.#beginCommand());
    const attach = signButton('attach', 'Add photos or files', () => picker.click());
    this.#sendButton.append(signButton('send', 'Send', () => undefined).firstChild ?? '');
    this.element = el(
      'form',
      { class: 'composer', 'aria-label': 'New message' },
      this.#commands.element,
      this.#speakers.element,
      this.#about,
      this.#attachments.element,
      el('div', { class: 'row' }, attach, picker, slash, this.#field, this.#sendButton),
      formattingBar(this.#field, () => this.#change()),
    );
    this.#listen();
    this.#showTarget();
    this.#sendButton.disabled = true;
  }

  /** Fits the composer to a chat. */
  show({ speakers, commands }: ChatView): void {
    this.#speakers.show(speakers);
    this.#commands.commands = commands;
  }

  /** As whom one speaks. */
  get speaker(): number {
    return this.#speakers.chosen;
  }

  answer(message: MessageView): void {
    this.#aim({ message, isEdit: false });
  }

  edit(message: MessageView): void {
    this.#attachments.clear();
    this.#aim({ message, isEdit: true });
    this.#field.value = message.typed ?? '';
    this.#change();
  }

  /** Adds files to what is written. */
  add(files: readonly File[]): void {
    if (this.#target?.isEdit) this.#tell('A message that is edited keeps the files that it has.');
    else if (!this.#attachments.add(files))
      this.#tell(`A message has at most ${mostFiles} files: the others were left out.`);
    this.#field.focus();
  }

  #listen(): void {
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    this.#field.addEventListener('input', () => this.#change());
    this.#field.addEventListener('keydown', (event) => this.#press(event));
    this.#field.addEventListener('blur', () => this.#commands.close());
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing || this.#commands.press(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void this.#submit();
    } else if (event.key === 'Escape' && this.#target) this.#leave();
    else if (event.key === 'ArrowUp' && this.#field.value === '') {
      const message = this.#last();
      if (message) this.edit(message);
    }
  }

  async #submit(): Promise<void> {
    const { files } = this.#attachments;
    const text = this.#field.value;
    if (text.trim() === '' && files.length === 0) return;
    const target = this.#target;
    const id = target?.message.id;
    const written = {
      text,
      files,
      as: this.speaker,
      answers: target && !target.isEdit ? id : undefined,
      edits: target?.isEdit ? id : undefined,
    };
    this.#leave();
    if (await this.#send(written)) return;
    this.#field.value = text;
    this.#attachments.add(files);
    this.#change();
  }

  #beginCommand(): void {
    if (this.#field.value === '') this.#field.value = '/';
    this.#field.focus();
    this.#change();
  }

  #aim(target: Target): void {
    this.#target = target;
    this.#showTarget();
    this.#field.focus();
  }

  /** Goes back to a message that answers nothing and has no words yet. */
  #leave(): void {
    this.#target = undefined;
    this.#field.value = '';
    this.#attachments.clear();
    this.#showTarget();
    this.#change();
  }

  #showTarget(): void {
    const target = this.#target;
    this.#about.hidden = !target;
    if (!target) return this.#about.replaceChildren();
    const { message, isEdit } = target;
    const name = message.author.kind === 'you' ? 'yourself' : message.author.name;
    this.#about.replaceChildren(
      el(
        'p',
        {},
        el('strong', {}, isEdit ? 'Edit' : `Answer to ${name}`),
        ` ${message.text.slice(0, 90)}`,
      ),
      signButton('close', 'Leave it', () => this.#leave()),
    );
  }

  #change(): void {
    this.#commands.look();
    this.#field.style.height = 'auto';
    this.#field.style.height = `${this.#field.scrollHeight}px`;
    this.#sendButton.disabled =
      this.#field.value.trim() === '' && this.#attachments.files.length === 0;
  }
}
