import type { Message } from 'grammy/types';
import { chatTextOf } from '../drafts/contribution.ts';
import { helpText, statusText, tellDrafts } from './conversation.ts';
import type { HandlerTools } from './handlerTools.ts';
import { publishDraft } from './publishing.ts';
import { placeOf, reply } from './replies.ts';

/** The command that a message is, without `/` and the bot's name; undefined for a message that is none. */
export function commandOf(message: Message): string | undefined {
  const { text, entities } = chatTextOf(message);
  const first = entities.find((entity) => entity.type === 'bot_command' && entity.offset === 0);
  if (!first || message.forward_origin) return undefined;
  return text.slice(1, first.length).split('@')[0]?.toLowerCase();
}

/** Does what a command asks for. */
export async function handleCommand(
  command: string,
  message: Message,
  tools: HandlerTools,
): Promise<void> {
  const { api, config, clock, store } = tools;
  const say = async (text: string) => void (await reply(api, placeOf(message), text));
  switch (command) {
    case 'start':
    case 'help':
      return say(helpText);
    case 'drafts':
      return tellDrafts(api, message.chat.id, config.contentFolder, (file) =>
        store.ensure(file, clock.now()),
      );
    case 'status':
      return say(
        await statusText({ ...tools, contentFolder: config.contentFolder, now: clock.now() }),
      );
    case 'publish':
      return say(await publishFrom(message, tools));
    default:
      return say(`I do not know /${command}. /help tells what I do.`);
  }
}

/** Publishes the draft of the message that is replied to, else the newest one of the chat. */
async function publishFrom(message: Message, tools: HandlerTools): Promise<string> {
  const chatId = message.chat.id;
  const addressed = message.reply_to_message;
  if (!addressed) {
    const newest = tools.store.latest(placeOf(message));
    return newest ? publishDraft(newest, tools) : 'There is no draft yet. Write something first.';
  }
  const draft = tools.store.byMessage({ chatId, messageId: addressed.message_id });
  return draft ? publishDraft(draft, tools) : 'That message belongs to no draft.';
}
