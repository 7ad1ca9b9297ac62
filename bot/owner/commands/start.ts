import { readJournal } from '../../content/contentFolder.ts';
import type { CommandHandler } from './commandTools.ts';

/** What to do first, as things stand. */
export const start: CommandHandler = async (_, { config, channel }) => {
  const { journal, faults } = await readJournal(config.contentFolder);
  const drafts = journal.entries.filter((entry) => entry.draft).length;
  const published = channel
    ? `What you publish goes into ${channel.title}, too.`
    : 'No channel is set: TELEGRAM_CHANNEL names the one to which your entries go, too.';
  return [
    'Write to me, and it becomes the draft of a note; then press Publish.',
    ...(drafts === 0 ? [] : [`/drafts shows what is begun: ${counted(drafts)}.`]),
    published,
    ...(config.publish.mode === 'none'
      ? ['The site is built by hand, "npm run build", until JOURNAL_PUBLISH says how.']
      : []),
    ...(faults.length === 0 ? [] : ['Something in the journal is wrong: /status tells what.']),
    '/help tells all that I do.',
  ].join('\n');
};

function counted(drafts: number): string {
  return drafts === 1 ? 'one draft' : `${drafts} drafts`;
}
