import type { Parameters } from '../world/parameters.ts';
import type { World } from '../world/world.ts';
import { settingHandlers } from './botSettings.ts';
import { chatHandlers } from './chats.ts';
import { deletionHandlers } from './deletions.ts';
import { editHandlers } from './edits.ts';
import { fileHandlers } from './fileHandlers.ts';
import { mediaHandlers } from './mediaMessages.ts';
import { messageHandlers } from './messages.ts';
import { updateHandlers } from './updates.ts';

const handlers = {
  ...updateHandlers,
  ...messageHandlers,
  ...mediaHandlers,
  ...editHandlers,
  ...deletionHandlers,
  ...chatHandlers,
  ...settingHandlers,
  ...fileHandlers,
};

/** The methods that the double serves. */
export type ImplementedMethod = keyof typeof handlers;

type AnyHandler = (parameters: Parameters<string>, world: World, signal: AbortSignal) => unknown;

const byLowerCaseName: ReadonlyMap<string, readonly [ImplementedMethod, AnyHandler]> = new Map(
  Object.entries(handlers).map(([name, handler]) => [
    name.toLowerCase(),
    [name as ImplementedMethod, handler as AnyHandler] as const,
  ]),
);

/** Finds the handler of a method; names are case-insensitive. */
export function findHandler(name: string): readonly [ImplementedMethod, AnyHandler] | undefined {
  return byLowerCaseName.get(name.toLowerCase());
}
