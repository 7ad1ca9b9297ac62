import { talk } from '../../talk/talk.ts';
import type { CommandHandler } from './commandTools.ts';

/** Leaves whatever the bot has asked unanswered. */
export const cancel: CommandHandler = async ({ request }, { dialogue }) => {
  if (dialogue.leaveQuestions(request)) return talk('questionLeft');
  return talk(dialogue.openComposition(request.chatId) ? 'noQuestionInArticle' : 'noQuestion');
};
