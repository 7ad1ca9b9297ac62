import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import { talkOf } from '#journal/words/talk/talk.ts';
import { contentOf } from '../../../bot/message/contribution.ts';
import { speaking } from '../../../bot/talk/talk.ts';
import { draftedPhone, type Phone, phone } from './chatWorld.ts';

let owner: Phone;

const large = { kind: 'video', size: 25 * 1024 * 1024 } as const;
const words = /Its file is too large: bots can fetch 20 MB\./;
const told = () => owner.said().filter(({ text }) => words.test(text));

test.each(['video', 'animation', 'audio', 'voice', 'document', 'video_note'] as const)(
  'of a %s that is too large the draft has the words, and the owner is told',
  async (kind) => {
    owner = await phone();
    await owner.sendMedia({ ...large, kind });
    expect(await owner.file((await owner.notes())[0] ?? '')).toContain('(too large to fetch from');
    expect(owner.last()).toMatch(words);
    expect(owner.api.calls('getFile')).toEqual([]);
  },
);

test('in an article under way it is told in answer to the file', async () => {
  owner = await draftedPhone('/article Sea');
  const film = await owner.sendMedia({ ...large, caption: 'The film.' });
  expect(await owner.file('articles/sea.md')).toMatch(
    /\(too large to fetch from[^\n]*\n\nThe film\.\n$/,
  );
  expect(told().map(({ message }) => message.reply_to_message?.message_id)).toEqual([
    film.message_id,
  ]);
});

test('in an album it is told whichever item it is, once', async () => {
  owner = await phone();
  await owner.sendAlbum([{ kind: 'photo' }, large, { kind: 'photo' }]);
  await owner.restart("UPDATE inbox SET state = 'pending'");
  expect(told()).toHaveLength(1);
  expect(owner.said()).toHaveLength(2);
});

test('in the channel it is told with the news of the post', async () => {
  owner = await phone();
  await owner.me.sendsMedia(owner.channel, large);
  await owner.idle();
  expect(owner.last()).toMatch(/^A post in the channel is saved as notes\//);
  expect(owner.last()).toMatch(words);
});

test('where Telegram tells only when it is asked, the draft has the words all the same', async () => {
  owner = await phone();
  const description = 'Bad Request: file is too big';
  owner.api.fault({ method: 'getFile', kind: { status: 400, description } });
  await owner.sendMedia({ kind: 'video', caption: 'Film' });
  expect(await owner.file((await owner.notes())[0] ?? '')).toMatch(/too large[\s\S]*Film/);
});

test.each(['ar', 'he'])(
  'marks that keep directions apart in chat are in no draft: %s',
  (language) => {
    const document = { file_id: 'x', file_unique_id: 'x', file_name: 'a.pdf' };
    const message = { message_id: 1, date: 1, chat: { id: 1 }, document } as unknown as Message;
    const written = speaking(talkOf({ language }), () =>
      contentOf(message, undefined, 'notFetched'),
    );
    expect(written).toContain('a.pdf');
    expect(written).not.toMatch(/[\u2066-\u2069]/);
  },
);
