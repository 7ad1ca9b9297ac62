import type { Message } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { attachmentOf } from '../../../bot/drafts/attachment.ts';
import { contentOf } from '../../../bot/drafts/contribution.ts';

const message = (more: object): Message =>
  ({
    message_id: 5,
    date: 1,
    chat: { id: 1, type: 'private', first_name: 'A' },
    ...more,
  }) as Message;
const file = { file_id: 'f', file_unique_id: 'u', file_size: 9 };
const size = (width: number, height: number) => ({ ...file, file_id: `${width}`, width, height });

describe('a message says', () => {
  test.each<readonly [string, object, string]>([
    ['its text', { text: '*a*' }, '\\*a\\*'],
    ['its caption', { photo: [size(1, 1)], caption: 'a' }, 'A picture (not kept)\n\na'],
    ['the emoji of a sticker', { sticker: { ...file, emoji: '👍' } }, '👍'],
    ['the emoji of a die', { dice: { emoji: '🎲', value: 3 } }, '🎲'],
    [
      'where it was',
      { location: { latitude: 38.7, longitude: -9.1 } },
      '[38.7, -9.1](https://www.openstreetmap.org/?mlat=38.7\\&mlon=-9.1)',
    ],
    [
      'which place it was',
      {
        venue: { title: '[Café]', address: 'x', location: { latitude: 1, longitude: 2 } },
        location: { latitude: 1, longitude: 2 },
      },
      '[\\[Café\\]](https://www.openstreetmap.org/?mlat=1\\&mlon=2)',
    ],
    ['nothing where it is of another kind', { new_chat_title: 'x' }, ''],
    [
      'whose words it was',
      { text: 'a', forward_origin: { type: 'hidden_user', date: 1, sender_user_name: '<b>Eve' } },
      '> a\n>\n> — \\<b>Eve',
    ],
    [
      'which group it was from',
      {
        text: 'a',
        forward_origin: {
          type: 'chat',
          date: 1,
          sender_chat: { id: -1, type: 'group', title: 'G' },
        },
      },
      '> a\n>\n> — G',
    ],
    [
      'which private channel it was from',
      {
        text: 'a',
        forward_origin: {
          type: 'channel',
          date: 1,
          chat: { id: -1, type: 'channel', title: 'C' },
          message_id: 3,
        },
      },
      '> a\n>\n> — C',
    ],
  ])('%s', (_, more, markdown) => {
    expect(contentOf(message(more))).toBe(markdown);
  }); // prettier-ignore
});

describe('a file is kept as', () => {
  test.each<readonly [string, object, string, 'picture' | 'file']>([
    [
      'a photo, whatever the order of its sizes',
      { photo: [size(90, 90), size(1280, 960), size(320, 240)] },
      'photo-5.jpg',
      'picture',
    ],
    [
      'a picture sent as a document',
      { document: { ...file, file_name: 'P.PNG', mime_type: 'image/png' } },
      'p-5.png',
      'picture',
    ],
    [
      'its type, not its name',
      { document: { ...file, file_name: 'a.html', mime_type: 'application/pdf' } },
      'a-5.pdf',
      'file',
    ],
    [
      'text, where a site would take it for a page',
      { document: { ...file, file_name: 'a.XHTML' } },
      'a-5.xhtml.txt',
      'file',
    ],
    [
      'text, where it is a script',
      { document: { ...file, file_name: 'a.mjs' } },
      'a-5.mjs.txt',
      'file',
    ],
    [
      'text, where it is settings of the journal',
      { document: { ...file, file_name: 'site.yaml' } },
      'site-5.yaml.txt',
      'file',
    ],
    ['a file without a name', { document: file }, 'file-5.bin', 'file'],
    [
      'a name without letters',
      { document: { ...file, file_name: '///' } },
      '732c4e97-5.bin',
      'file',
    ],
    [
      'a very long name',
      { document: { ...file, file_name: `${'a'.repeat(300)}.txt` } },
      `${'a'.repeat(40)}-5.txt`,
      'file',
    ],
    [
      'an animation',
      { animation: { ...file, file_name: 'a.gif', mime_type: 'video/mp4' }, document: file },
      'a-5.mp4',
      'file',
    ],
    ['a round video', { video_note: file }, 'file-5.bin', 'file'],
    ['music', { audio: { ...file, file_name: '../song.mp3' } }, 'song-5.mp3', 'file'],
  ])('%s', (_, more, name, kind) => {
    expect(attachmentOf(message(more))).toMatchObject({ name, kind, bytes: 9 });
  }); // prettier-ignore

  test('of a photo the largest size', () => {
    const photo = [size(90, 90), size(1280, 960), size(320, 240)];
    expect(attachmentOf(message({ photo }))?.fileId).toBe('1280');
  });
});
