import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { api, expectRefused, freshApi, owner, picture } from './freshApi.ts';
import { callRaw, refusalOf, uploadRaw } from './rawClient.ts';

freshApi();

async function moving(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = [
    await picture(20, 20),
    await sharp(await picture(20, 20))
      .negate()
      .toBuffer(),
  ];
  return sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}

function sendPhoto(photo: Uint8Array) {
  return uploadRaw(api, 'sendPhoto', { chat_id: '1001' }, { photo });
}

describe('photos', () => {
  test('whose caption its sender changes stay hidden, with the caption above them', async () => {
    const fields = { has_media_spoiler: true, show_caption_above_media: true } as const;
    const photo = await owner.sendsPhoto(
      owner,
      { has_media_spoiler: true, caption: 'One' },
      {
        added: { show_caption_above_media: true },
      },
    );
    expect(await owner.edits(photo, 'Two')).toMatchObject({ ...fields, caption: 'Two' });
  });

  test.each([
    [
      'an SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    [
      'an AVIF',
      async () =>
        sharp(await picture(20, 20))
          .avif()
          .toBuffer(),
    ],
    ['a WebP that moves', () => moving('webp')],
  ])('of %s are refused', async (_name, bytes) => {
    const answer = await sendPhoto(await bytes());
    expect(answer).toMatchObject({ description: 'Bad Request: IMAGE_PROCESS_FAILED' });
  });

  test.each([
    ['wider and higher than 10000 together', 9001, 1000],
    ['of a ratio over 20', 2100, 100],
  ])('%s are refused', async (_name, width, height) => {
    const answer = await sendPhoto(await picture(width, height));
    expect(answer).toMatchObject({ description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' });
  });

  test('of people may have the caption of those who pay for it, and no longer one', async () => {
    const sent = await owner.sendsPhoto(owner, { caption: 'a'.repeat(4096) });
    expect(sent.caption).toHaveLength(4096);
    await expect(owner.edits(sent, 'a'.repeat(4097))).rejects.toThrow('caption is too long');
  });

  test('over 10 MB, other files and URLs are refused', async () => {
    const large = await sendPhoto(new Uint8Array(10 * 1024 * 1024 + 1));
    expect(large).toMatchObject({ description: expect.stringContaining('too big for a photo') });
    const text = await sendPhoto(Buffer.from('text'));
    expect(text).toMatchObject({ description: 'Bad Request: IMAGE_PROCESS_FAILED' });
    const url = { chat_id: 1001, photo: 'https://example.org/a.jpg' };
    await expectRefused('sendPhoto', url, 'failed to get HTTP URL content');
    const unknown = { chat_id: 1001, photo: 'AgADnothing' };
    await expectRefused('sendPhoto', unknown, 'wrong file identifier/HTTP URL specified');
  });

  test('with a caption of 1025 units are refused, and nothing is posted', async () => {
    const photo = await picture(40, 30);
    const answer = await uploadRaw(
      api,
      'sendPhoto',
      { chat_id: '1001', caption: 'a'.repeat(1025) },
      { photo },
    );
    expect(answer).toMatchObject({ description: 'Bad Request: message caption is too long' });
    expect(api.messages(owner)).toEqual([]);
  });

  test('of people can be downloaded in every size, up to the original', async () => {
    const bytes = new Uint8Array(await picture(500, 400));
    const { photo = [] } = await owner.sendsPhoto(owner, { bytes });
    expect(photo.map(({ width }) => width)).toEqual([90, 320, 500]);
    const file = await callRaw(api, 'getFile', { file_id: photo.at(-1)?.file_id });
    if (!file.ok) throw new Error(file.description);
    const path = String(Object(file.result).file_path);
    const download = await fetch(`${api.root}/file/bot${api.token}/${path}`);
    expect(new Uint8Array(await download.arrayBuffer())).toEqual(bytes);
  });
});

describe('files', () => {
  test('over 20 MB are announced but not downloadable', async () => {
    const size = 25 * 1024 * 1024;
    const message = await owner.sendsMedia(owner, { kind: 'video', size, file_name: 'a.mp4' });
    expect(message.video?.file_size).toBe(size);
    await expectRefused('getFile', { file_id: message.video?.file_id }, 'file is too big');
  });

  test('of one kind cannot be sent as another', async () => {
    const { document } = await owner.sendsMedia(owner, { kind: 'document', file_name: 'a.pdf' });
    const photo = { chat_id: 1001, photo: document?.file_id };
    await expectRefused('sendPhoto', photo, "can't use file of type Document as Photo");
  });
});

describe('albums', () => {
  async function album(kinds: readonly string[], more: object = {}) {
    const items = await Promise.all(
      kinds.map(async (kind) => {
        const sent = await owner.sendsMedia(owner, { kind: kind === 'document' ? kind : 'photo' });
        const file = kind === 'document' ? sent.document : sent.photo?.at(-1);
        return { type: kind, media: file?.file_id };
      }),
    );
    return { chat_id: 1001, media: items, ...more };
  }

  test.each([
    [1, 'too few messages to send as an album'],
    [11, 'too many messages to send as an album'],
  ])('of %i items are refused', async (count, words) => {
    const parameters = await album(Array.from({ length: count }, () => 'photo'));
    await expectRefused('sendMediaGroup', parameters, `${words}`);
    expect(api.botMessages(owner)).toEqual([]);
  });

  test('that mix documents with photos are refused', async () => {
    const parameters = await album(['photo', 'document']);
    await expectRefused(
      'sendMediaGroup',
      parameters,
      "document can't be mixed with other media types",
    );
  });

  test('with reply markup are refused', async () => {
    const parameters = await album(['photo', 'photo'], { reply_markup: { inline_keyboard: [] } });
    expect(await refusalOf(api, 'sendMediaGroup', parameters)).toContain('reply markup');
  });

  test('of documents alone are messages of one group', async () => {
    const answer = await callRaw(
      api,
      'sendMediaGroup',
      await album(['document', 'document', 'document']),
    );
    expect(answer).toMatchObject({ ok: true });
    const groups = api.botMessages(owner).map(({ message }) => message.media_group_id);
    expect(groups).toHaveLength(3);
    expect(new Set(groups).size).toBe(1);
  });

  test('cannot get a document in the place of a photo', async () => {
    await callRaw(api, 'sendMediaGroup', await album(['photo', 'photo']));
    const { document } = await owner.sendsMedia(owner, { kind: 'document' });
    const media = { type: 'document', media: document?.file_id };
    const edit = { chat_id: 1001, message_id: api.botMessages(owner)[0]?.id, media };
    await expectRefused('editMessageMedia', edit, "can't change media type in the album");
  });

  test('with an unfit photo are refused whole, with its place', async () => {
    const media = ['a', 'b'].map((name) => ({ type: 'photo', media: `attach://${name}` }));
    const answer = await uploadRaw(
      api,
      'sendMediaGroup',
      { chat_id: '1001', media: JSON.stringify(media) },
      { a: await picture(40, 30), b: await picture(2100, 100) },
    );
    expect(answer).toMatchObject({
      description:
        'Bad Request: failed to send message #2 with the error message "PHOTO_INVALID_DIMENSIONS"',
    });
    expect(api.messages(owner)).toEqual([]);
  });
});

describe('what moves', () => {
  const mp4 = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isommp41', 'latin1');

  test.each([
    ['an MP4 as a video', 'sendVideo', 'video', async () => mp4, 'video'],
    [
      'any other film as a document',
      'sendVideo',
      'video',
      async () => Buffer.from('webm'),
      'document',
    ],
    ['a GIF as an animation', 'sendAnimation', 'animation', () => moving('gif'), 'animation'],
    ['a picture as a document', 'sendAnimation', 'animation', () => picture(9, 9), 'document'],
  ] as const)('arrives: %s', async (_name, method, field, bytes, kind) => {
    const answer = await uploadRaw(api, method, { chat_id: '1001' }, { [field]: await bytes() });
    expect(answer).toMatchObject({ ok: true });
    expect(api.messages(owner).map(({ media }) => media?.kind)).toEqual([kind]);
  });
});
