import { describe, expect, it, test } from 'vitest';
import { readConfig } from '../../../bot/base/config.ts';
import {
  changedOnSiteWords,
  goneFromSiteWords,
  publishedWords,
  scheduledWords,
} from '../../../bot/publish/siteWords.ts';
import { draftedPhone, type Phone, phone } from '../owner/chatWorld.ts';

const file = 'notes/a.md';
const address = 'https://journal.example/notes/a/';

function publishOf(JOURNAL_PUBLISH: string) {
  const enough = { TELEGRAM_BOT_TOKEN: '1:abc', TELEGRAM_OWNER_ID: '1' };
  return readConfig({ ...enough, JOURNAL_PUBLISH }, '/project').publish;
}

describe('what is said of the site is what the bot can know of it', () => {
  it.each([
    [
      'none',
      'Published in notes/a.md. The site shows it after the next "npm run build": https://journal.example/notes/a/',
      ' The site shows it until the next "npm run build".',
      ' The site shows it after the next "npm run build".',
      'The site shows it with the first "npm run build" after that.',
    ],
    [
      'commit',
      'Published in notes/a.md, and committed. The site shows it after its next build: https://journal.example/notes/a/',
      ' The site shows it until its next build.',
      ' The site shows it after its next build.',
      'The site shows it with its first build after that.',
    ],
    [
      'push',
      'Published and pushed. The site shows it as soon as its host has built it: https://journal.example/notes/a/',
      ' The site shows it until its host has built it anew.',
      ' The site shows it as soon as its host has built it.',
      'I push then, so that the host of the site builds it.',
    ],
    [
      'command:true',
      'Published, and the publish command went well: https://journal.example/notes/a/',
      '',
      '',
      'The publish command is run then.',
    ],
  ])('%s', (mode, published, gone, changed, scheduled) => {
    const publish = publishOf(mode);
    expect(publishedWords('Published', file, address, publish, true)).toBe(published);
    expect(goneFromSiteWords(publish, true)).toBe(gone);
    expect(changedOnSiteWords(publish, true)).toBe(changed);
    expect(scheduledWords(publish)).toBe(scheduled);
    // What went no further than the file is neither pushed nor built.
    expect(publishedWords('Published', file, address, publish, false)).toBe(
      'Published in notes/a.md. Its address: https://journal.example/notes/a/',
    );
    expect(goneFromSiteWords(publish, false)).toBe('');
    expect(changedOnSiteWords(publish, false)).toBe('');
  });
});

describe('in chat', () => {
  let owner: Phone;

  test('publishing, taking off and scheduling say when the site follows', async () => {
    owner = await draftedPhone();
    expect(await owner.ask('/publish')).toContain(
      'The site shows it after the next "npm run build": https://',
    );
    expect(await owner.ask('/unpublish')).toContain('is a draft again. ');
    expect(owner.last()).toContain('The site shows it until the next "npm run build".');
    expect(await owner.ask('/schedule tomorrow 9:00')).toContain(
      'with the first "npm run build" after that.',
    );
    expect(await owner.ask('/publish')).toMatch(
      /^Scheduled for .*\n.*first "npm run build" after that\. \/unsch/,
    );
  });

  test('changes of an entry say so too, while readers see it, and so does taking them back', async () => {
    owner = await phone();
    const [shows, showed] = [
      'The site shows it after the next "npm run build".',
      'The site shows it until the next "npm run build".',
    ];
    expect(await owner.ask('Hello', '/tag sea')).not.toContain('The site');
    await owner.say('/publish');
    const file = (await owner.notes())[0];
    expect(await owner.ask('/tag boats')).toBe(`Tags: sea, boats\n${file}\n${shows}`);
    expect(await owner.ask('/undo')).toMatch(/^Taken back: .*\n/);
    expect(owner.last()).toContain(shows);
    expect(await owner.ask('/undo')).toBe(`Taken back: publishing ${file}. ${showed}`);
    expect(await owner.ask('/undo')).not.toContain('The site');
  });

  test('a command of the owner’s that went well is told as that', async () => {
    owner = await draftedPhone('Hello', { JOURNAL_PUBLISH: 'command:true' });
    expect(await owner.ask('/publish')).toMatch(
      /^Published, and the publish command went well: https:/,
    );
    expect(await owner.ask('/unpublish')).not.toContain('The site');
  });
});

describe('/start says what to do first, in a few lines', () => {
  let owner: Phone;

  test('with nothing there, and with drafts and a fault', async () => {
    owner = await phone({ TELEGRAM_CHANNEL: '' });
    expect(await owner.ask('/start')).toBe(
      [
        'Write to me, and it becomes the draft of a note; then press Publish.',
        'No channel is set: TELEGRAM_CHANNEL names the one to which your entries go, too.',
        'The site is built by hand, "npm run build", until JOURNAL_PUBLISH says how.',
        '/help tells all that I do.',
      ].join('\n'),
    );
    await owner.say('One', 'Two');
    await owner.write('notes/bad.md', '---\ndtae: 2026-01-01\n---\n\nWords\n');
    expect(await owner.ask('/start')).toContain('/drafts shows what is begun: 2 drafts.\n');
    expect(owner.last()).toContain('Something in the journal is wrong: /status tells what.\n');
  });

  test('with a channel, and a command that builds', async () => {
    owner = await phone({ JOURNAL_PUBLISH: 'command:true' });
    expect(await owner.ask('/start')).toBe(
      'Write to me, and it becomes the draft of a note; then press Publish.\nWhat you publish goes into Channel, too.\n/help tells all that I do.',
    );
    expect(await owner.ask('/help')).toMatch(
      /\n\nWrite:\n\/article Title - .*\n\nPublish:\n\/schedule/s,
    );
  });
});
