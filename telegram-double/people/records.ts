import { deserialize, serialize } from 'node:v8';
import type { BotCommand } from '@grammyjs/types';
import { menuOf } from '../methods/botSettings.ts';
import type { StoredFile } from '../world/files.ts';
import type { SavedWorld, World } from '../world/world.ts';

/** What Telegram keeps besides messages: files, menus, and all of it as bytes that another double can go on from. */
export class Records {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** The file with an id, be it one size of a photo. */
  file(id: string): StoredFile | undefined {
    return this.#world.files.get(id);
  }

  /** The commands that a person finds in the menu of a chat. */
  menu(chat: { readonly id: number }, person: { readonly id: number }): readonly BotCommand[] {
    return menuOf(this.#world, this.#world.room(chat.id).chat, person.id);
  }

  /** Everything that stands in the chats and waits for the bot. Buttons that were just pressed are not in it. */
  saved(): Uint8Array {
    return serialize(this.#world.saved());
  }

  /** Goes on where another double ended. */
  restore(bytes: Uint8Array): void {
    this.#world.restore(deserialize(bytes) as SavedWorld);
  }
}
