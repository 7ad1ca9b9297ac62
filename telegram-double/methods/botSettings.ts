import type { BotCommand } from '@grammyjs/types';
import type { Parameters } from '../world/parameters.ts';
import type { Handlers } from '../world/protocol.ts';
import { badRequest } from '../world/refusal.ts';

const MAX_COMMANDS = 100;

export const settingHandlers: Handlers<'setMyCommands' | 'getMyCommands' | 'deleteMyCommands'> = {
  setMyCommands(parameters, world) {
    const commands = (parameters.list('commands') ?? []).map(readCommand);
    if (commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    world.commands.set(scopeKey(parameters), commands);
    return true;
  },

  getMyCommands(parameters, world) {
    return world.commands.get(scopeKey(parameters)) ?? [];
  },

  deleteMyCommands(parameters, world) {
    world.commands.delete(scopeKey(parameters));
    return true;
  },
};

function scopeKey(parameters: Parameters<'scope' | 'language_code'>): string {
  const scope = parameters.json('scope') ?? { type: 'default' };
  return `${JSON.stringify(scope)} ${parameters.text('language_code') ?? ''}`;
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
