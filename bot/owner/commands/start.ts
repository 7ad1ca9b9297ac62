import { readJournal } from '../../content/contentFolder.ts';
import { talk } from '../../talk/talk.ts';
import type { CommandHandler } from './commandTools.ts';

/** What to do first, as things stand. */
export const start: CommandHandler = async (_, { config, channel }) => {
  const { journal, faults } = await readJournal(config.contentFolder);
  const drafts = journal.entries.filter((entry) => entry.draft).length;
  const published = channel
    ? talk('startChannel', { channel: channel.title })
    : talk('startNoChannel');
  return [
    talk('startNote', { publish: talk('publishButton') }),
    ...(drafts === 0 ? [] : [talk('startDrafts', { count: drafts })]),
    published,
    ...(config.publish.mode === 'none' ? [talk('startBuild')] : []),
    ...(faults.length === 0 ? [] : [talk('startFaults')]),
    talk('startHelp'),
  ].join('\n');
};
