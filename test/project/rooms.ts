import { rooms } from './roomsTable.ts';

/**
 * The rooms that speak to Telegram, and may know grammY: `calls` make calls or tell their failures apart, `messages` know
 * of it no more than the types of what comes and goes. All others have our own types alone.
 */
export const telegramRooms: {
  readonly calls: readonly string[];
  readonly messages: readonly string[];
} = {
  calls: [
    'bot/app',
    'bot/base',
    'bot/comments',
    'bot/doctor',
    'bot/drafts',
    'bot/groups',
    'bot/inbox',
    'bot/incoming',
    'bot/notify',
    'bot/outbox',
    'bot/owner',
    'bot/owner/commands',
    'bot/owner/dialogue',
    'bot/setup/steps',
  ],
  messages: ['bot/button', 'bot/message', 'bot/owner/entry', 'bot/post'],
};

/** Folders without code of their own: what they hold is read by others. */
export const folders: readonly string[] = [
  'src/styles',
  'bot/schema',
  'bot/examples',
  'demo/client',
];

/** Files that stand in no room: what `npm run` starts. */
export const entryPoints: readonly string[] = [
  'bot/doctorCommand.ts',
  'bot/main.ts',
  'bot/mirrorCommand.ts',
  'bot/setupCommand.ts',
  'demo/main.ts',
  'src/build.ts',
  'src/check.ts',
  'src/dev.ts',
  'src/eject.ts',
  'src/env.d.ts',
  'src/import.ts',
  'src/new.ts',
  'src/preview.ts',
  'src/start.ts',
  'telegram-double/botApi.ts',
  'telegram-double/control.ts',
  'telegram-double/index.ts',
  'telegram-double/serve.ts',
];

/** The room that a file stands in. Addresses are read out of the folders of routes: all of them are one room. */
export function roomOf(file: string): string {
  const folder = file.slice(0, file.lastIndexOf('/'));
  return folder.startsWith('src/routes/') ? 'src/routes' : folder;
}

/** Whether a room may import from another. */
export function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  const allowed = rooms[from] ?? [];
  return allowed.includes(to) || (allowed.includes('src/journal') && to.startsWith('src/journal/'));
}
