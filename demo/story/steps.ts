/** What is known of how far somebody got, from files and chats alone. */
export interface Facts {
  /** The note that came of what was said to the bot: a path on the site, a file, and what became of it. */
  readonly note:
    | {
        readonly file: string;
        readonly path: string;
        readonly isDraft: boolean;
        /** Whether it was looked at, as the draft that it was and as it was published. */
        readonly isDraftSeen: boolean;
        readonly isPublishedSeen: boolean;
        /** Whether its file says something else than when it was published. */
        readonly isChanged: boolean;
        /** Its post in the channel, and whether that was edited. */
        readonly post: { readonly isEdited: boolean } | undefined;
      }
    | undefined;
  /** Whether a conversation of the group became an entry. */
  readonly isPicked: boolean;
  /** Whether somebody answered below a post. */
  readonly isAnswered: boolean;
  /** The page of the entry whose comment was allowed, and whether it was looked at since. */
  readonly comment: { readonly path: string; readonly isSeen: boolean } | undefined;
}

/** Names of the steps, in their order. */
export const stepNames = [
  'say',
  'draft',
  'publish',
  'see',
  'edit',
  'edited',
  'pick',
  'answer',
  'allow',
  'comment',
] as const;

/** One of {@link stepNames}. */
export type StepName = (typeof stepNames)[number];

/** A step of the story: what to do, and where. */
export interface Step {
  readonly title: string;
  /** Typed as messages are. */
  readonly words: string;
  /** What "Do it for me" says that it does. */
  readonly button: string;
  readonly chat: 'bot' | 'group' | 'channel' | 'comments';
  readonly pane: 'chat' | 'file' | 'site';
}

/** All steps. */
export const steps: Readonly<Record<StepName, Step>> = {
  say: {
    title: 'Say something',
    words: 'Write a line or two to the bot, as you would to a friend.',
    button: 'Say it for me',
    chat: 'bot',
    pane: 'chat',
  },
  draft: {
    title: 'See the draft',
    words: 'Your words are a file, and a page that only you see so far.',
    button: 'Show me the draft',
    chat: 'bot',
    pane: 'site',
  },
  publish: {
    title: 'Publish it',
    words: 'Press **Publish** below the bot’s answer.',
    button: 'Press it for me',
    chat: 'bot',
    pane: 'chat',
  },
  see: {
    title: 'See it out there',
    words: 'It is on the site, and in the channel, whole.',
    button: 'Show me both',
    chat: 'channel',
    pane: 'site',
  },
  edit: {
    title: 'Edit the file',
    words: 'Choose **Edit** above the file, change a word, and save it.',
    button: 'Change a word for me',
    chat: 'channel',
    pane: 'file',
  },
  edited: {
    title: 'See the post change',
    words: 'The page has it at once. The post in the channel is edited in a moment.',
    button: 'Show me the post',
    chat: 'channel',
    pane: 'chat',
  },
  pick: {
    title: 'Keep a conversation',
    words: 'In the group, reply `/draft 3` to the last message.',
    button: 'Reply for me',
    chat: 'group',
    pane: 'chat',
  },
  answer: {
    title: 'Answer a post',
    words: 'In the comments, speak as Piet or Cátia, and reply to a post.',
    button: 'Answer as Piet',
    chat: 'comments',
    pane: 'chat',
  },
  allow: {
    title: 'Allow the comment',
    words: 'The bot asks you whether readers may see it. Press **Allow**.',
    button: 'Allow it for me',
    chat: 'bot',
    pane: 'chat',
  },
  comment: {
    title: 'See it below the entry',
    words: 'The answer stands on the site now. It is a file, too.',
    button: 'Show me the page',
    chat: 'bot',
    pane: 'site',
  },
};

/** Which steps are done, as files and chats show it. What a later step needed was done, whoever saw it. */
export function doneSteps({ note, isPicked, isAnswered, comment }: Facts): ReadonlySet<StepName> {
  const isPublished = note !== undefined && !note.isDraft;
  const done: Readonly<Record<StepName, boolean>> = {
    say: note !== undefined,
    draft: isPublished || note?.isDraftSeen === true,
    publish: isPublished,
    see: isPublished && note.isPublishedSeen && note.post !== undefined,
    edit: isPublished && note.isChanged,
    edited: isPublished && note.isChanged && note.post?.isEdited === true,
    pick: isPicked,
    answer: isAnswered || comment !== undefined,
    allow: comment !== undefined,
    comment: comment?.isSeen === true,
  };
  return new Set(stepNames.filter((name) => done[name]));
}

/** The step to take next; undefined where all are done. */
export function nextStep(done: ReadonlySet<StepName>): StepName | undefined {
  return stepNames.find((name) => !done.has(name));
}
