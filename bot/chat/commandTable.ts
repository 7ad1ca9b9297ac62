/** Who is told of a command: the owner in private, or the members of a group. */
export type CommandScope = 'private' | 'group';

/** A command as help and menus show it. */
export interface CommandWords {
  readonly name: string;
  /** What stands behind it. */
  readonly words: string;
  /** What it does, for the menu and /help. */
  readonly does: string;
  readonly scope: CommandScope;
}

/** Every command, in the order of /help. */
export const commandTable = [
  {
    name: 'article',
    words: 'Title',
    does: 'begin an article; what you send adds to it',
    scope: 'private',
  },
  { name: 'done', words: '', does: 'end the article', scope: 'private' },
  { name: 'note', words: '[text]', does: 'begin a note; ends an article', scope: 'private' },
  { name: 'drafts', words: '', does: 'all drafts, with buttons', scope: 'private' },
  { name: 'show', words: '', does: 'the entry as it will be', scope: 'private' },
  { name: 'find', words: 'words', does: 'look for entries', scope: 'private' },
  { name: 'title', words: 'Title', does: 'set the title', scope: 'private' },
  { name: 'slug', words: 'name', does: 'set the last part of the address', scope: 'private' },
  { name: 'tag', words: 'a, b, -c', does: 'add tags; - removes one', scope: 'private' },
  { name: 'series', words: 'id [part]', does: 'put it into a series', scope: 'private' },
  { name: 'tldr', words: 'words', does: 'set the summary at the head', scope: 'private' },
  { name: 'cover', words: '', does: 'make its picture the cover', scope: 'private' },
  { name: 'alt', words: 'words', does: 'say what a picture shows', scope: 'private' },
  { name: 'lang', words: 'en', does: 'set the language', scope: 'private' },
  {
    name: 'schedule',
    words: 'tomorrow 9:00',
    does: 'publish it at a time to come',
    scope: 'private',
  },
  { name: 'unschedule', words: '', does: 'make it a draft again', scope: 'private' },
  { name: 'publish', words: '', does: 'publish it now', scope: 'private' },
  {
    name: 'unpublish',
    words: '',
    does: 'make it a draft again, off the channel',
    scope: 'private',
  },
  { name: 'discard', words: '', does: 'put a draft away; it can be had back', scope: 'private' },
  { name: 'undo', words: '', does: 'take the last change back', scope: 'private' },
  {
    name: 'uncomment',
    words: '',
    does: 'hide a comment from readers; reply to its news, a forward, or in its group',
    scope: 'private',
  },
  { name: 'cancel', words: '', does: 'leave a question unanswered', scope: 'private' },
  { name: 'status', words: '', does: 'what waits, and what needs you', scope: 'private' },
  { name: 'help', words: '', does: 'this text', scope: 'private' },
  {
    name: 'draft',
    words: '[number]',
    does: 'keep the message that this replies to, or the last ones, as a draft',
    scope: 'group',
  },
] as const satisfies ReadonlyArray<CommandWords>;

/** Names of the commands that the owner has in private. */
export type CommandName = Extract<(typeof commandTable)[number], { scope: 'private' }>['name'];

/** The commands of a scope as Telegram's menu shows them. */
export function menuOf(scope: CommandScope): { command: string; description: string }[] {
  return commandTable
    .filter((one) => one.scope === scope)
    .map(({ name, does }) => ({ command: name, description: does }));
}

/** What /help says. */
export function helpText(): string {
  const lines = (scope: CommandScope) =>
    commandTable
      .filter((one) => one.scope === scope)
      .map(({ name, words, does }) => `/${name}${words === '' ? '' : ` ${words}`} - ${does}`);
  return [
    'Write to me, and it becomes the draft of a note.',
    '',
    'A photo, an album, a file: it lies beside the draft.',
    'A reply to a message of yours, or to my answer, adds to that draft.',
    'Editing your message edits the draft.',
    '',
    'A command is about the entry whose message it replies to, else about the newest. A - as its words takes the value away.',
    '',
    ...lines('private'),
    '',
    'In a group:',
    ...lines('group'),
  ].join('\n');
}
