/** Who is told of a command: the owner in private, or the members of a group. */
export type CommandScope = 'private' | 'group';

/** A command as help and menus show it. */
export interface CommandWords {
  /** The head of a part of /help that begins with it. */
  readonly begins?: string;
  readonly name: string;
  /** What stands behind it. */
  readonly words: string;
  /** What it does, for the menu and /help. */
  readonly does: string;
}

/** What the owner may ask for in private, in the order of /help. */
const privateCommands = [
  {
    begins: 'Write',
    name: 'article',
    words: 'Title',
    does: 'begin an article; what you send adds to it',
  },
  { name: 'done', words: '', does: 'end the article' },
  { name: 'note', words: '[text]', does: 'begin a note; ends an article' },
  { begins: 'Look', name: 'drafts', words: '', does: 'all drafts, with buttons' },
  { name: 'show', words: '', does: 'the entry as it will be' },
  { name: 'find', words: 'words', does: 'look for entries' },
  { begins: 'Change', name: 'title', words: 'Title', does: 'set the title' },
  { name: 'slug', words: 'name', does: 'set the last part of the address' },
  { name: 'tag', words: 'a, b, -c', does: 'add tags; - removes one' },
  { name: 'series', words: 'id [part]', does: 'put it into a series' },
  { name: 'tldr', words: 'words', does: 'set the summary at the head' },
  { name: 'cover', words: '', does: 'make its picture the cover' },
  { name: 'alt', words: 'words', does: 'say what a picture shows' },
  { name: 'lang', words: 'en', does: 'set the language' },
  {
    begins: 'Publish',
    name: 'schedule',
    words: 'tomorrow 9:00',
    does: 'publish it at a time to come',
  },
  { name: 'unschedule', words: '', does: 'make it a draft again' },
  { name: 'publish', words: '', does: 'publish it now' },
  {
    name: 'unpublish',
    words: '',
    does: 'make it a draft again, off the channel',
  },
  { name: 'discard', words: '', does: 'put a draft away; it can be had back' },
  { name: 'undo', words: '', does: 'take the last change back' },
  {
    begins: 'More',
    name: 'uncomment',
    words: '',
    does: 'hide a comment from readers; reply to its news, a forward, or in its group',
  },
  { name: 'cancel', words: '', does: 'leave a question unanswered' },
  { name: 'retry', words: '', does: 'try again what I had to set aside' },
  { name: 'status', words: '', does: 'what waits, and what needs you' },
  { name: 'help', words: '', does: 'this text' },
] as const satisfies ReadonlyArray<CommandWords>;

/** What the members of a group may ask for there. */
const groupCommands = [
  {
    begins: 'In a group',
    name: 'draft',
    words: '[number]',
    does: 'keep the message that this replies to, or the last ones, as a draft',
  },
] as const satisfies ReadonlyArray<CommandWords>;

const commands: Readonly<Record<CommandScope, ReadonlyArray<CommandWords>>> = {
  private: privateCommands,
  group: groupCommands,
};

/** Names of the commands that the owner has in private. */
export type CommandName = (typeof privateCommands)[number]['name'];

/** The commands of a scope as Telegram's menu shows them. */
export function menuOf(scope: CommandScope): { command: string; description: string }[] {
  return commands[scope].map(({ name, does }) => ({ command: name, description: does }));
}

/** Whether a command is for groups. */
export function isGroupCommand(name: string): boolean {
  return groupCommands.some((one) => one.name === name);
}

/** What /help says. */
export function helpText(): string {
  const lines = (scope: CommandScope) =>
    commands[scope].flatMap(({ begins, name, words, does }) => [
      ...(begins === undefined ? [] : ['', `${begins}:`]),
      `/${name}${words === '' ? '' : ` ${words}`} - ${does}`,
    ]);
  return [
    'Write to me, and it becomes the draft of a note.',
    '',
    'A photo, an album, a file: it lies beside the draft.',
    'A reply to a message of yours, or to my answer, adds to that draft.',
    'Editing your message edits the draft.',
    '',
    'A command is about the entry whose message it replies to, else about the newest. A - as its words takes the value away.',
    ...lines('private'),
    ...lines('group'),
  ].join('\n');
}
