import { describe, expect, test } from 'vitest';
import { contentOf } from '../../../bot/message/contribution.ts';
import { file, message, size } from './someMessage.ts';

describe('a message says', () => {
  test.each<readonly [string, object, string]>([
    ['its text', { text: '*a*' }, '\\*a\\*'],
    ['its caption', { photo: [size(1, 1)], caption: 'a' }, 'A picture (not kept)\n\na'],
    ['the emoji of a sticker', { sticker: { ...file, emoji: '👍' } }, '👍'],
    ['what a die showed', { dice: { emoji: '🎲', value: 3 } }, '🎲 3'],
    ['the emoji of a game of chance', { dice: { emoji: '🎰', value: 64 } }, '🎰'],
    [
      'where it was',
      { location: { latitude: 38.7, longitude: -9.1 } },
      '[38.7, -9.1](https://www.openstreetmap.org/?mlat=38.7\\&mlon=-9.1)',
    ],
    [
      'which place it was',
      {
        venue: { title: '[Café]', address: '1 *Rua*', location: { latitude: 1, longitude: 2 } },
        location: { latitude: 1, longitude: 2 },
      },
      '[\\[Café\\]](https://www.openstreetmap.org/?mlat=1\\&mlon=2), 1 \\*Rua\\*',
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
    [
      'who wrote it, and where they are found',
      {
        text: 'a',
        forward_origin: {
          type: 'user',
          date: 1,
          sender_user: { id: 7, is_bot: false, first_name: 'Eve', username: 'eve' },
        },
      },
      '> a\n>\n> — [Eve](https://t.me/eve)',
    ],
    [
      'which post it was, and who signed it',
      {
        text: 'a\n— Ada {lang=pt}',
        forward_origin: {
          type: 'channel',
          date: 1,
          chat: { id: -1, type: 'channel', title: 'C', username: 'c' },
          message_id: 3,
          author_signature: 'Eve {lang=pt}',
        },
      },
      '> a\\\n> &#x2014; Ada \\{lang=pt}\n>\n> — [C](https://t.me/c/3), Eve \\{lang=pt}',
    ],
    [
      'what was marked in the message that it answers',
      { text: 'a', quote: { text: '# b', position: 0, is_manual: true } },
      '> \\# b\n\na',
    ],
    [
      'what was marked in a message elsewhere, with its source',
      {
        text: 'a',
        quote: { text: 'b', position: 0 },
        external_reply: { origin: { type: 'hidden_user', date: 1, sender_user_name: 'Eve' } },
      },
      '> b\n>\n> — Eve\n\na',
    ],
    [
      'whose a message elsewhere without words was',
      {
        text: 'a',
        external_reply: {
          origin: {
            type: 'channel',
            date: 1,
            chat: { id: -1, type: 'channel', title: 'C', username: 'c' },
            message_id: 3,
          },
        },
      },
      '> — [C](https://t.me/c/3)\n\na',
    ],
    ['nothing that Telegram marked', { text: 'a', quote: { text: 'b', position: 0 } }, 'a'],
    [
      'the link of its preview, where no other is in it',
      { text: 'a', link_preview_options: { url: 'https://example.org/' } },
      'a\n\n<https://example.org/>',
    ],
    [
      'only its own link, whatever the preview shows',
      {
        text: 'b.org',
        entities: [{ type: 'url', offset: 0, length: 5 }],
        link_preview_options: { url: 'https://example.org/' },
      },
      '[b.org](https://b.org)',
    ],
    [
      'its link without a preview',
      {
        text: 'b.org',
        entities: [{ type: 'url', offset: 0, length: 5 }],
        link_preview_options: { is_disabled: true },
      },
      '[b.org](https://b.org)',
    ],
    [
      'no address that a reader may not follow',
      { text: 'a', link_preview_options: { url: 'javascript:x' } },
      'a',
    ],
    ['what another bot wrote as text', { text: '<b>', via_bot: { id: 5 } }, '\\<b>'],
    [
      'its words above a picture that is to stand below them',
      { photo: [size(1, 1)], caption: 'a', show_caption_above_media: true },
      'a\n\nA picture (not kept)',
    ],
    [
      'the question of a poll with its options, and not which is right',
      {
        poll: {
          question: '# Which?',
          options: [{ text: '[x] *a*' }, { text: '1. b' }],
          type: 'quiz',
          correct_option_ids: [1],
          explanation: 'because',
        },
      },
      '\\# Which?\n\n- \\[x] \\*a\\*\n- 1\\. b',
    ],
    [
      'a checklist',
      {
        checklist: {
          title: 'To do',
          tasks: [
            { id: 1, text: 'a', completion_date: 5 },
            { id: 2, text: 'b' },
          ],
        },
      },
      'To do\n\n- [x] a\n- [ ] b',
    ],
    ['nothing of a contact', { contact: { phone_number: '+1', first_name: 'Eve' } }, ''],
    ['nothing of a story', { story: { chat: { id: 1 }, id: 5 } }, ''],
    ['nothing of a moving sticker without an emoji', { sticker: { ...file, is_video: true } }, ''],
  ])('%s', (_, more, markdown) => {
    expect(contentOf(message(more))).toBe(markdown);
  }); // prettier-ignore
});
