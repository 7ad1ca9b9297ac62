import { Api, InputFile } from 'grammy';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { api, freshApi, owner } from './freshApi.ts';
import { callRaw } from './rawClient.ts';

freshApi();

function picture(width = 1600, height = 1200): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
}

describe('a grammY client', () => {
  test('uploads photos and albums with attach references and odd file names', async () => {
    const channel = api.channel({ username: 'journal' });
    const client = new Api(api.token, { apiRoot: api.root });
    const bytes = await picture();
    const message = await client.sendPhoto('@journal', new InputFile(bytes, 'ü a".png'), {
      caption: 'Sea',
    });
    expect(message.photo.map(({ width }) => width)).toEqual([90, 320, 800, 1280, 1600]);
    expect(api.messages(channel)[0]?.media?.bytes).toEqual(new Uint8Array(bytes));

    const album = await client.sendMediaGroup('@journal', [
      { type: 'photo', media: new InputFile(await picture(200, 100)), caption: 'one' },
      { type: 'photo', media: message.photo.at(-1)?.file_id ?? '' },
    ]);
    expect(new Set(album.map((item) => 'media_group_id' in item && item.media_group_id)).size).toBe(
      1,
    );
    expect(api.messages(channel).map(({ text }) => text)).toEqual(['Sea', 'one', '']);
  });

  test('turns a text into media and keeps the text in the history', async () => {
    const channel = api.channel({ username: 'journal' });
    const client = new Api(api.token, { apiRoot: api.root });
    const { message_id } = await client.sendMessage('@journal', 'Words');
    const media = { type: 'photo', media: new InputFile(await picture()), caption: 'Sea' } as const;
    await client.editMessageMedia('@journal', message_id, media);
    expect(api.messages(channel)).toMatchObject([
      { text: 'Sea', media: { kind: 'photo' }, history: [{ text: 'Words' }] },
    ]);
  });
});

describe('any client', () => {
  test.each([
    ['a query', (url: string) => fetch(`${url}?chat_id=1001&text=hi`)],
    [
      'a form',
      (url: string) =>
        fetch(url, { method: 'POST', body: new URLSearchParams({ chat_id: '1001', text: 'hi' }) }),
    ],
    [
      'a multipart form',
      (url: string) => {
        const body = new FormData();
        body.set('chat_id', '1001');
        body.set('text', 'hi');
        return fetch(url, { method: 'POST', body });
      },
    ],
  ])('may send parameters as %s', async (_encoding, send) => {
    const response = await send(`${api.root}/bot${api.token}/SENDMESSAGE`);
    expect(response.status).toBe(200);
    expect(api.messages(owner)).toMatchObject([{ text: 'hi', byBot: true }]);
  });

  test('gets 401 for another token, for methods and for files', async () => {
    for (const path of ['/bot1:other/getMe', '/file/bot1:other/photos/file_0.jpg']) {
      const response = await fetch(`${api.root}${path}`);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({
        ok: false,
        error_code: 401,
        description: 'Unauthorized',
      });
    }
  });

  test('gets 404 for an unknown method', async () => {
    expect(await callRaw(api, 'sendNothing')).toEqual({
      ok: false,
      error_code: 404,
      description: 'Not Found: method not found',
    });
  });
});

test('no end of an idle connection is announced: it would come at times while a client writes to it', async () => {
  const answer = await fetch(`${api.root}/bot${api.token}/getMe`);
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'keep-alive']);
  expect(answer.headers.has('keep-alive')).toBe(false);
});
