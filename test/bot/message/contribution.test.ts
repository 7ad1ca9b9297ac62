import type { Message } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { attachmentOf } from '../../../bot/message/attachment.ts';
import { contentOf } from '../../../bot/message/contribution.ts';

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
    ['a round video', { video_note: file }, 'file-5.mp4', 'file'],
    ['a voice note without a type', { voice: file }, 'file-5.ogg', 'file'],
    ['a still sticker without an emoji', { sticker: file }, 'sticker-5.webp', 'picture'],
    [
      'the picture of a live photo',
      { live_photo: { ...file, photo: [size(9, 9)] } },
      'photo-5.jpg',
      'picture',
    ],
    ['music', { audio: { ...file, file_name: '../song.mp3' } }, 'song-5.mp3', 'file'],
  ])('%s', (_, more, name, kind) => {
    expect(attachmentOf(message(more))).toMatchObject({ name, kind, bytes: 9 });
  }); // prettier-ignore

  test('of a photo the largest size', () => {
    const photo = [size(90, 90), size(1280, 960), size(320, 240)];
    expect(attachmentOf(message({ photo }))?.fileId).toBe('1280');
  });
});

describe('a file from chat is called so that nothing runs or shows it as a page', () => {
  const nameOf = (file_name: string, mime_type?: string) =>
    attachmentOf(message({ document: { ...file, file_name, mime_type } }))?.name;

  test.each([
    ...[
      'xml',
      'xht',
      'xhtml',
      'XHTML',
      'html',
      'htm',
      'svg',
      'xsl',
      'js',
      'mjs',
      'cjs',
      'css',
      'ts',
      'tsx',
    ],
    ...['markdown', 'yaml', 'yml', 'astro'],
  ])('x.%s is read as text', (extension) => {
    expect(nameOf(`x.${extension}`)).toBe(`x-5.${extension.toLowerCase()}.txt`);
  });

  test.each(['md', 'mdx', 'MDX'])('x.%s is text that nobody takes for an entry', (extension) => {
    expect(nameOf(`x.${extension}`)).toBe('x-5.txt');
  });

  test.each([
    ...['shtml', 'shtm', 'stm', 'svgz', 'swf', 'php', 'phtml', 'php5', 'phar', 'cgi', 'pl', 'asp'],
    ...[
      'aspx',
      'jsp',
      'hta',
      'mht',
      'mhtml',
      'wasm',
      'rss',
      'atom',
      'rdf',
      'vml',
      'exe',
      'htaccess',
    ],
    ...['webmanifest', 'appcache', 'dhtml', 'xul', 'htc', 'jar', 'sh', 'py', 'rb', 'unknown'],
  ])('x.%s is a download', (extension) => {
    expect(nameOf(`x.${extension}`)).toBe('x-5.bin');
  });

  test.each([
    ['日本.txt', undefined, '0e5c8464-5.txt'],
    ['Ünïcode & spaces.pdf', undefined, 'unicode-spaces-5.pdf'],
    ['.env', undefined, 'e9cbb022-5.env'],
    ['x.html', 'text/html', 'x-5.html.txt'],
    ['x.svg', 'image/svg+xml', 'x-5.svg.txt'],
    ['x.html.pdf', undefined, 'x-html-5.pdf'],
    ['x.php.jpg', undefined, 'x-php-5.jpg'],
    ['x.svg', 'image/png', 'x-5.png'],
    ['x.pdf', 'image/svg+xml', 'x-5.pdf'],
    ['x.html ', undefined, 'x-5.bin'],
    ['x.html.', undefined, 'x-html-5.bin'],
    ['x.ht\0ml', undefined, 'x-5.bin'],
    ['html', undefined, 'html-5.bin'],
    ['x.docx', undefined, 'x-5.docx'],
    ['x.GPX', undefined, 'x-5.gpx'],
  ])('%j of the type %s is %s', (given, type, name) => {
    expect(nameOf(given, type)).toBe(name);
  });
});
