import type { ChatName, ChatView, MessageView } from '../../chat/view.ts';
import { button, el, icon } from '../base/dom.ts';
import type { Notices } from '../base/notices.ts';
import type { Open } from '../base/richText.ts';
import { ask, upload } from '../base/server.ts';
import { type Block, spoken } from './blocks.ts';
import { Composer, type Written } from './composer.ts';
import { MessageList } from './messageList.ts';
import { type MenuChoice, MessageMenu } from './messageMenu.ts';

const names: readonly ChatName[] = ['bot', 'group', 'channel', 'comments'];
const short: Readonly<Record<ChatName, string>> = {
  bot: 'Bot',
  group: 'Group',
  channel: 'Channel',
  comments: 'Comments',
};

const invitations: Readonly<Record<ChatName, string>> = {
  bot: 'This is your bot. What you say here becomes a draft: words, photos, whatever you have.',
  group: 'Nobody has said anything yet.',
  channel: 'What you publish is posted here.',
  comments: 'What is answered to posts of the channel stands here.',
};

interface Shown {
  view: ChatView | undefined;
  readonly tab: HTMLButtonElement;
  readonly list: MessageList;
  /** The newest message that was looked at. */
  seen: number;
}

/** The chats: which there are, the one that is open, and where one writes. */
export class ChatPane {
  readonly element: HTMLElement;
  readonly #chats: ReadonlyMap<ChatName, Shown>;
  readonly #title = el('h2');
  readonly #about = el('p');
  readonly #composer: Composer;
  readonly #menu = new MessageMenu();
  readonly #notices: Notices;
  readonly #lists = el('div', { class: 'lists', role: 'tabpanel', id: 'chat-open' });
  #open: ChatName = 'bot';

  constructor(notices: Notices, open: Open) {
    this.#notices = notices;
    this.#composer = new Composer(
      (written) => this.#send(written),
      () => this.#editable(),
      (words) => notices.say(words),
    );
    this.#chats = new Map(names.map((name) => [name, this.#make(name, open)]));
    const tabs = el('div', {
      class: 'rail',
      role: 'tablist',
      'aria-label': 'Chats',
      'aria-orientation': 'vertical',
    });
    tabs.append(...[...this.#chats.values()].map(({ tab }) => tab));
    tabs.addEventListener('keydown', (event) => this.#walk(event));
    const head = el('header', {}, this.#title, this.#about);
    const drop = el('p', { class: 'drop' }, icon('attach'), 'Drop it to send it');
    this.element = el(
      'section',
      { class: 'pane chat', 'aria-label': 'Chat' },
      tabs,
      el('div', { class: 'conversation' }, head, this.#lists, this.#composer.element, drop),
      this.#menu.element,
    );
    this.#listenForDrops();
    this.open('bot');
  }

  /** Shows a chat as it is now. */
  show(view: ChatView): void {
    const chat = this.#chat(view.name);
    const isFirst = chat.view === undefined;
    chat.view = view;
    chat.list.show(view);
    if (isFirst) chat.seen = view.messages.at(-1)?.id ?? 0;
    if (view.name === this.#open) this.#showHead(view);
    this.#showUnread(view.name);
  }

  /** Opens a chat, at a message where one is named. */
  open(name: ChatName, message?: number): void {
    this.#open = name;
    for (const [one, { tab, list }] of this.#chats) {
      tab.setAttribute('aria-selected', String(one === name));
      tab.tabIndex = one === name ? 0 : -1;
      list.element.hidden = one !== name;
    }
    const { view, list, tab } = this.#chat(name);
    this.#lists.setAttribute('aria-labelledby', tab.id);
    if (view) this.#showHead(view);
    this.#showUnread(name);
    if (message === undefined) list.toEnd();
    else list.goTo(message);
  }

  #chat(name: ChatName): Shown {
    const chat = this.#chats.get(name);
    if (!chat) throw new Error(`there is no chat ${name}`);
    return chat;
  }

  #make(name: ChatName, open: Open): Shown {
    const list = new MessageList(short[name], invitations[name], {
      open,
      menu: (block, at) => this.#openMenu(block, at),
      press: ({ id }, row, column) =>
        this.#ask({ wish: 'press', chat: name, message: id, row, column }),
      react: ({ id }, emoji) => this.#react(id, emoji),
      goTo: (id) => this.#chat(name).list.goTo(id),
    });
    this.#lists.append(list.element);
    const tab = button(
      { role: 'tab', id: `chat-${name}`, 'aria-controls': 'chat-open', 'data-chat': name },
      () => this.open(name),
      el('span', { class: 'face', 'aria-hidden': 'true' }, short[name].slice(0, 1)),
      el('span', { class: 'name' }, short[name]),
      el('span', { class: 'unread' }),
    );
    return { view: undefined, tab, list, seen: 0 };
  }

  #showHead({ title, about, isTyping, ...view }: ChatView): void {
    this.#title.textContent = title;
    this.#about.textContent = isTyping ? 'is writing …' : about;
    this.#composer.show({ title, about, isTyping, ...view });
  }

  #showUnread(name: ChatName): void {
    const chat = this.#chat(name);
    const messages = chat.view?.messages ?? [];
    if (name === this.#open) chat.seen = Math.max(chat.seen, messages.at(-1)?.id ?? 0);
    const count = messages.filter(
      ({ id, author }) => id > chat.seen && author.kind !== 'you',
    ).length;
    const badge = chat.tab.querySelector('.unread');
    badge?.replaceChildren(
      ...(count === 0 ? [] : [String(count), el('span', { class: 'sr-only' }, ' new')]),
    );
  }

  #walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = names.at((names.indexOf(this.#open) + step) % names.length) ?? 'bot';
    this.open(next);
    this.#chat(next).tab.focus();
  }

  #openMenu(block: Block, at: HTMLElement): void {
    const message = spoken(block);
    const chat = this.#open;
    const { id, typed, text, mayDelete } = message;
    const choices: (MenuChoice | false)[] = [
      { sign: 'answer', words: 'Answer', choose: () => this.#composer.answer(message) },
      typed !== undefined && {
        sign: 'edit',
        words: 'Edit',
        choose: () => this.#composer.edit(message),
      },
      text !== '' && { sign: 'copy', words: 'Copy the words', choose: () => this.#copy(text) },
      {
        sign: 'forward',
        words: 'Forward to the bot',
        choose: () => this.#ask({ wish: 'forward', chat, message: id }),
      },
      mayDelete && {
        sign: 'trash',
        words: 'Delete',
        choose: () => {
          for (const one of block.messages) this.#ask({ wish: 'delete', chat, message: one.id });
        },
      },
    ];
    this.#menu.open(
      at,
      choices.filter((choice) => choice !== false),
      (emoji) => this.#react(id, emoji),
    );
  }

  #react(message: number, emoji: string): void {
    this.#ask({ wish: 'react', chat: this.#open, message, as: this.#composer.speaker, emoji });
  }

  #copy(text: string): void {
    void this.#notices.attempt(() => navigator.clipboard.writeText(text));
  }

  #editable(): MessageView | undefined {
    const messages = this.#chat(this.#open).view?.messages ?? [];
    return messages.findLast(
      ({ typed, author }) => typed !== undefined && author.kind !== 'person',
    );
  }

  async #send({ text, as, files, answers, edits }: Written): Promise<boolean> {
    const chat = this.#open;
    const isSent = await this.#notices.attempt(async () => {
      if (edits !== undefined) return ask({ wish: 'edit', chat, message: edits, text });
      const names = await Promise.all(files.map(upload));
      const answering = answers === undefined ? {} : { answers };
      return ask({ wish: 'send', chat, as, text, files: names, ...answering });
    });
    if (isSent) this.#chat(chat).list.toEnd();
    return isSent;
  }

  #ask(wish: Parameters<typeof ask>[0]): void {
    void this.#notices.attempt(() => ask(wish));
  }

  /** Files may be let go anywhere: a browser would leave the page for one that nobody takes. */
  #listenForDrops(): void {
    const { classList } = this.element;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      classList.add('dropping');
    };
    document.addEventListener('dragenter', over);
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', ({ relatedTarget }) => {
      if (!relatedTarget) classList.remove('dropping');
    });
    document.addEventListener('drop', (event) => {
      classList.remove('dropping');
      this.#take(event, event.dataTransfer);
    });
    document.addEventListener('paste', (event) => this.#take(event, event.clipboardData));
  }

  #take(event: Event, data: DataTransfer | null): void {
    const files = [...(data?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.#composer.add(files);
  }
}
