import { GrammyError } from 'grammy';
import { messageOf } from '../../base/log.ts';
import { knownLine } from './botSteps.ts';
import { channelOf, numbered } from './channelSteps.ts';
import { stopping } from './finding.ts';
import { type Line, type Session, tried } from './session.ts';

/** Asks for a post that shows whether all is well, and takes it back. */
export async function askTestPost(session: Session): Promise<void> {
  const { terminal, answers } = session;
  const channel = answers.setting('TELEGRAM_CHANNEL');
  if (channel === undefined) return terminal.say('Without a channel there is nothing to post to.');
  const line = await knownLine(session);
  if (!line) return;
  await tried(session, async () => {
    const { title } = await channelOf(line, channel);
    const words = `Post a line into “${title}”, and take it back at once? Nobody is notified.`;
    if (!(await terminal.confirm(words, false))) return;
    await postAndTakeBack(line, channel);
    terminal.well(`Posted into “${title}”, edited, and taken back.`);
  });
}

/** Posts, edits and deletes: the three things that the bot does in a channel. @throws {FindingError} */
export async function postAndTakeBack({ api, me }: Line, channel: string): Promise<void> {
  const rights = `In the channel's administrators, give @${me.username} the rights to post, edit and delete messages.`;
  const chat = numbered(channel);
  const text = 'A test of Scrollback, which is taken back at once.';
  const sent = await api
    .sendMessage(chat, text, { disable_notification: true })
    .catch((error: unknown) => {
      // Whether it arrived is known only where Telegram answered.
      const isRefused = error instanceof GrammyError && error.error_code < 500;
      const cure = isRefused
        ? rights
        : 'Look into the channel: if the line is there, delete it by hand.';
      throw stopping('test', `the line was not posted: ${messageOf(error)}`, cure);
    });
  const left = `The line stands in the channel: delete it by hand. ${rights}`;
  try {
    await api.editMessageText(chat, sent.message_id, `${text} It was edited.`);
  } catch (error) {
    const isGone = await api.deleteMessage(chat, sent.message_id).catch(() => false);
    const cure = isGone ? `The line is gone again. ${rights}` : left;
    throw stopping('test', `it could not be edited: ${messageOf(error)}`, cure);
  }
  await api.deleteMessage(chat, sent.message_id).catch((error: unknown) => {
    throw stopping('test', `it could not be deleted: ${messageOf(error)}`, left);
  });
}
