import type { BotCommand, BotCommandScope, Chat } from '@grammyjs/types';
import type { Parameters } from '../world/parameters.ts';
import type { Handlers } from '../world/protocol.ts';
import { badRequest } from '../world/refusal.ts';
import type { World } from '../world/world.ts';

const MAX_COMMANDS = 100;

export const settingHandlers: Handlers<'setMyCommands' | 'deleteMyCommands'> = {
  setMyCommands(parameters, world) {
    const commands = (parameters.list('commands') ?? []).map(readCommand);
    if (commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    world.commands.set(scopeKey(parameters), commands);
    return true;
  },

  deleteMyCommands(parameters, world) {
    world.commands.delete(scopeKey(parameters));
    return true;
  },
};

/**
 * The commands that a person finds in the menu of a chat: those of the narrowest scope that has any.
 * https://core.telegram.org/bots/api#determining-list-of-commands
 */
export function menuOf(world: World, chat: Chat, userId: number): readonly BotCommand[] {
  const chat_id = chat.id;
  const scopes: BotCommandScope[] =
    chat.type === 'private'
      ? [{ type: 'chat', chat_id }, { type: 'all_private_chats' }, { type: 'default' }]
      : [
          { type: 'chat_member', chat_id, user_id: userId },
          { type: 'chat', chat_id },
          { type: 'all_group_chats' },
          { type: 'default' },
        ];
  for (const scope of scopes) {
    const commands = world.commands.get(keyOf(scope, ''));
    if (commands !== undefined && commands.length > 0) return commands;
  }
  return [];
}

function scopeKey(parameters: Parameters<'scope' | 'language_code'>): string {
  const scope = Object(parameters.json('scope') ?? { type: 'default' });
  return keyOf(scope, parameters.text('language_code') ?? '');
}

function keyOf(scope: object, language: string): string {
  return `${JSON.stringify(Object.entries(scope).toSorted())} ${language}`;
}

function readCommand(value: unknown): BotCommand {
  const fields: Record<string, unknown> = { ...Object(value) };
  const command = String(fields['command'] ?? '').replace(/^\//, '');
  const description = String(fields['description'] ?? '').trim();
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (description === '' || description.length > 256) {
    throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return { command, description };
}
