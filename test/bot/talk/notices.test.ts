import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { talkOf } from '#journal/words/talk/talk.ts';
import { Notices } from '../../../bot/notify/notices.ts';
import { speaking, talk } from '../../../bot/talk/talk.ts';

it('a notice that stands is told once, whatever language is spoken meanwhile', async () => {
  const database = new DatabaseSync(':memory:');
  database.exec(
    'CREATE TABLE owner_notices (kind TEXT PRIMARY KEY, digest TEXT, version INTEGER, about TEXT, message_id INTEGER)',
  );
  const said: string[] = [];
  const speech = { say: async (text: string) => said.push(text), replace: async () => true };
  const notices = new Notices(database, speech);
  const tells = (language: string, reason: string) =>
    speaking(talkOf({ language }), () =>
      notices.tell('stopped', () => talk('notUpToDate', { reason })),
    );
  for (const language of ['en', 'de', 'ja', 'de']) await tells(language, 'one');
  await tells('de', 'two');
  await tells('en', 'two');
  expect(said).toHaveLength(2);
  expect(said[1]).toContain('two');
});
