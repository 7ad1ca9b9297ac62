import type { Mark } from '../text/typed.ts';

/** A person, the bot or the channel, as a message names who sent it. */
export interface AuthorView {
  readonly id: number;
  readonly name: string;
  readonly kind: 'you' | 'person' | 'bot' | 'channel';
}

/** A picture or file that a message carries. */
export interface MediaView {
  readonly kind: string;
  /** Where the page gets it. */
  readonly address: string;
  readonly name: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly isHidden: boolean;
}

/** A button below a message: one that the bot hears of, or a link. */
export interface ButtonView {
  readonly words: string;
  readonly address?: string;
}

/** A message as a chat shows it. */
export interface MessageView {
  readonly id: number;
  readonly author: AuthorView;
  /** Seconds since 1970, as Telegram dates things. */
  readonly date: number;
  readonly isEdited: boolean;
  readonly text: string;
  readonly entities: readonly Mark[];
  /** What its writer would type; undefined where it is not yours to edit. */
  readonly typed?: string;
  readonly media?: MediaView;
  /** Messages of one album stand together. */
  readonly album?: string;
  readonly answers?: { readonly id: number; readonly name: string; readonly words: string };
  readonly forwardedFrom?: string;
  /** Whether it is the channel's post, as the discussion group has it. */
  readonly isPost: boolean;
  readonly buttons: readonly (readonly ButtonView[])[];
  readonly reactions: readonly { readonly emoji: string; readonly count: number }[];
  readonly mayDelete: boolean;
}

/** A command of the bot, as the menu shows it. */
export interface CommandView {
  readonly command: string;
  readonly description: string;
}

/** What tells the chats apart. */
export type ChatName = 'bot' | 'group' | 'channel' | 'comments';

/** A chat with all that stands in it. */
export interface ChatView {
  readonly name: ChatName;
  readonly title: string;
  readonly about: string;
  readonly messages: readonly MessageView[];
  /** As whom one may speak here, the first by default. */
  readonly speakers: readonly { readonly id: number; readonly name: string }[];
  readonly commands: readonly CommandView[];
  /** Whether the bot is at work on what was said last. */
  readonly isTyping: boolean;
}
