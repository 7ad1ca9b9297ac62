import { cutTo, type PlainKey, talk } from '../../talk/talk.ts';

/** Who is told of a command: the owner in private, or the members of a group. */
export type CommandScope = 'private' | 'group';

/** A command as help and menus show it. */
export interface CommandWords {
  /** The head of a part of /help that begins with it. */
  readonly begins?: PlainKey;
  readonly name: string;
  /** What stands behind it: words of the bot, or an example that is typed as it is. */
  readonly behind?: PlainKey;
  readonly example?: string;
  /** What it does, for the menu and /help. */
  readonly does: PlainKey;
}

/** What the owner may ask for in private, in the order of /help. */
const privateCommands = [
  { begins: 'helpWrite', name: 'article', behind: 'behindTitle', does: 'doesArticle' },
  { name: 'done', does: 'doesDone' },
  { name: 'note', behind: 'behindText', does: 'doesNote' },
  { begins: 'helpLook', name: 'drafts', does: 'doesDrafts' },
  { name: 'show', does: 'doesShow' },
  { name: 'find', behind: 'behindWords', does: 'doesFind' },
  { begins: 'helpChange', name: 'title', behind: 'behindTitle', does: 'doesTitle' },
  { name: 'slug', behind: 'behindName', does: 'doesSlug' },
  { name: 'tag', example: 'a, b, -c', does: 'doesTag' },
  { name: 'series', behind: 'behindSeries', does: 'doesSeries' },
  { name: 'tldr', behind: 'behindWords', does: 'doesTldr' },
  { name: 'cover', does: 'doesCover' },
  { name: 'alt', behind: 'behindWords', does: 'doesAlt' },
  { name: 'lang', example: 'en', does: 'doesLang' },
  { begins: 'helpPublish', name: 'schedule', example: 'tomorrow 9:00', does: 'doesSchedule' },
  { name: 'unschedule', does: 'doesUnschedule' },
  { name: 'publish', does: 'doesPublish' },
  { name: 'unpublish', does: 'doesUnpublish' },
  { name: 'discard', does: 'doesDiscard' },
  { name: 'undo', does: 'doesUndo' },
  { begins: 'helpMore', name: 'uncomment', does: 'doesUncomment' },
  { name: 'cancel', does: 'doesCancel' },
  { name: 'retry', does: 'doesRetry' },
  { name: 'status', does: 'doesStatus' },
  { name: 'help', does: 'doesHelp' },
] as const satisfies ReadonlyArray<CommandWords>;

/** What the members of a group may ask for there. */
const groupCommands = [
  { begins: 'helpGroup', name: 'draft', behind: 'behindNumber', does: 'doesDraft' },
] as const satisfies ReadonlyArray<CommandWords>;

const commands: Readonly<Record<CommandScope, ReadonlyArray<CommandWords>>> = {
  private: privateCommands,
  group: groupCommands,
};

/** Names of the commands that the owner has in private. */
export type CommandName = (typeof privateCommands)[number]['name'];

// https://core.telegram.org/bots/api#botcommand: 1-256 characters.
const longestDescription = 256;

/** The commands of a scope as Telegram's menu shows them. */
export function menuOf(scope: CommandScope): { command: string; description: string }[] {
  return commands[scope].map(({ name, does }) => ({
    command: name,
    description: cutTo(longestDescription, talk(does)),
  }));
}

/** Whether a command is for groups. */
export function isGroupCommand(name: string): boolean {
  return groupCommands.some((one) => one.name === name);
}

/** What /help says. */
export function helpText(): string {
  return [
    talk('helpNote'),
    '',
    talk('helpFiles'),
    talk('helpReply'),
    talk('helpEdit'),
    '',
    talk('helpCommands'),
    ...commands.private.flatMap(helpLines),
    ...commands.group.flatMap(helpLines),
  ].join('\n');
}

function helpLines({ begins, name, behind, example, does }: CommandWords): string[] {
  const words = behind === undefined ? example : talk(behind);
  const command = words === undefined ? `/${name}` : `/${name} ${words}`;
  const line = talk('helpLine', { command, does: talk(does) });
  return begins === undefined ? [line] : ['', talk(begins), line];
}
