import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StandingMessage } from '../../telegram-double/index.ts';
import { openState, type World } from './world.ts';

/** What the owner is told whose button is of a draft that the state does not know. */
const unknownWords = 'I no longer know what this button was for. /drafts shows the drafts.';

interface Press {
  readonly query: string;
  readonly draftId: number;
  /** Id of the message that the button stands under. */
  readonly under: number;
}

/** What the owner asked to be published by a button, and why it may be that it is not. */
export class Presses {
  readonly #world: World;
  readonly #presses = new Map<string, Press>();
  /** Queries whose draft was unknown to a state that had to answer them. */
  readonly #unknown = new Set<string>();
  /** Queries that a state had and the older one that took its place has not: Telegram gives them once. */
  readonly #lost = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** The files that were to be published. */
  get files(): ReadonlySet<string> {
    return new Set(this.#presses.keys());
  }

  /** The newest acknowledgement of a draft that nobody has asked to publish, once it can be seen what the state knows. */
  next(): StandingMessage | undefined {
    const { api, owner, state } = this.#world;
    if (!isReadable(state)) return undefined;
    const open = api
      .botMessages(owner)
      .filter(({ text }) => text.startsWith('Saved as ') && !this.#presses.has(fileIn(text)));
    const [first] = open;
    return first && open.findLast(({ text }) => fileIn(text) === fileIn(first.text));
  }

  /** Presses "Publish" under an acknowledgement. */
  async press({ message, text }: StandingMessage): Promise<void> {
    const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
    const data = buttons.flatMap((button) =>
      'callback_data' in button ? button.callback_data : [],
    );
    const draftId = Number(data.find((one) => one.startsWith('publish:'))?.split(':')[1]);
    const query = await this.#world.owner.presses(message, 'Publish');
    this.#presses.set(fileIn(text), { query, draftId, under: message.message_id });
    if (!knows(this.#world.state, 'SELECT 1 FROM drafts WHERE id = ?', draftId))
      this.#unknown.add(query);
  }

  /** Notes what the state of a dead bot has and a copy, which is about to take its place, has not. */
  noteRestore(copy: string): void {
    const { state } = this.#world;
    const stored = "SELECT 1 FROM inbox WHERE body ->> '$.callback_query.id' = ?";
    for (const [file, { query, draftId }] of this.#presses) {
      if (this.#isPublished(file)) continue;
      if (!knows(copy, 'SELECT 1 FROM drafts WHERE id = ?', draftId)) this.#unknown.add(query);
      if (knows(state, stored, query) && !knows(copy, stored, query)) this.#lost.add(query);
    }
  }

  /** Why a file is not published that was to be; undefined where there is no reason for it. */
  excuseFor(file: string): 'lost with the state' | 'not known, as told' | undefined {
    const press = this.#presses.get(file);
    if (!press) return undefined;
    if (this.#unknown.has(press.query) && this.#isToldUnknown(press)) return 'not known, as told';
    return this.#lost.has(press.query) ? 'lost with the state' : undefined;
  }

  #isToldUnknown({ query, under }: Press): boolean {
    const { api, owner } = this.#world;
    if (owner.answerTo(query)?.text === unknownWords) return true;
    return api
      .botMessages(owner)
      .some(
        ({ text, message }) =>
          text === unknownWords && message.reply_to_message?.message_id === under,
      );
  }

  #isPublished(file: string): boolean {
    const path = join(this.#world.content, file);
    return existsSync(path) && !readFileSync(path, 'utf8').includes('draft: true');
  }
}

function fileIn(acknowledgement: string): string {
  return /^Saved as (\S+)/.exec(acknowledgement)?.[1] ?? '';
}

function isReadable(state: string): boolean {
  try {
    knows(state, 'SELECT 1 FROM drafts WHERE id = ?', 0);
    return true;
  } catch {
    return false;
  }
}

function knows(state: string, sql: string, key: string | number): boolean {
  const database = openState(state);
  try {
    return database.prepare(sql).get(key) !== undefined;
  } finally {
    database.close();
  }
}
