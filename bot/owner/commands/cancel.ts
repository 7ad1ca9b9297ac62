import type { CommandHandler } from './commandTools.ts';

/** Leaves whatever the bot has asked unanswered. */
export const cancel: CommandHandler = async ({ request }, { dialogue }) => {
  if (dialogue.leaveQuestions(request)) return 'Left. What you send now is kept as usual.';
  return dialogue.openComposition(request.chatId)
    ? 'I am waiting for no answer. /done ends the article.'
    : 'I am waiting for no answer.';
};
