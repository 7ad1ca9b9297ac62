import { describe, expect, test } from 'vitest';
import { startBotApi, TELEGRAM_RATES } from '../index.ts';
import { api, freshApi, owner } from './freshApi.ts';
import { callRaw, errorOf } from './rawClient.ts';

freshApi();

function send(text = 'Words') {
  return callRaw(api, 'sendMessage', { chat_id: 1001, text });
}

describe.each([
  ['before', 0],
  ['after', 1],
] as const)('a fault %s the commit leaves %i posts', (when, posts) => {
  test('on a reset', async () => {
    api.fault({ method: 'sendMessage', when, kind: 'reset' });
    await expect(send()).rejects.toThrow('fetch failed');
    expect(api.messages(owner)).toHaveLength(posts);
    const [call] = api.calls('sendMessage');
    expect(call).toMatchObject({ isCommitted: posts === 1, fault: 'reset', isDone: true });
    expect(call?.answer).toBeUndefined();
  });

  test('on a 502', async () => {
    api.fault({ method: 'sendMessage', when, kind: { status: 502 } });
    expect(await send()).toEqual({ ok: false, error_code: 502, description: 'Bad Gateway' });
    expect(api.messages(owner)).toHaveLength(posts);
  });

  test('on a 429', async () => {
    api.fault({ method: 'sendMessage', when, kind: { retryAfterSeconds: 35 } });
    expect(await send()).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 35',
      parameters: { retry_after: 35 },
    });
    expect(api.messages(owner)).toHaveLength(posts);
  });

  test('on a hang', async () => {
    api.fault({ method: 'sendMessage', when, kind: 'hang' });
    const url = `${api.root}/bot${api.token}/sendMessage?chat_id=1001&text=a`;
    await expect(fetch(url, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    expect(api.messages(owner)).toHaveLength(posts);
  });
});

describe('a fault', () => {
  test('hits the named method, so many times, after so many calls, if it matches', async () => {
    const fault = api.fault({
      method: 'sendMessage',
      kind: { status: 500 },
      skip: 1,
      times: 2,
      match: ({ text }) => text !== 'spared',
    });
    const outcomes: boolean[] = [];
    for (const text of ['a', 'spared', 'b', 'c', 'd']) outcomes.push((await send(text)).ok);
    expect(outcomes).toEqual([true, true, false, false, true]);
    expect(fault.count).toBe(2);
    expect(await callRaw(api, 'getMe')).toMatchObject({ ok: true });
  });

  test('after the commit spares a refused call', async () => {
    api.fault({ method: 'sendMessage', when: 'after', kind: { status: 502 } });
    expect(await errorOf(api, 'sendMessage', { chat_id: 1001, text: '' })).toMatchObject({
      error_code: 400,
    });
    expect(await send()).toMatchObject({ error_code: 502 });
  });

  test('can make a send answer with message_id 0', async () => {
    api.fault({ method: 'sendMessage', when: 'after', kind: 'unusable' });
    expect(await send()).toMatchObject({ ok: true, result: { message_id: 0, text: 'Words' } });
    expect(api.messages(owner)[0]?.id).toBeGreaterThan(0);
    // Before the answer there is none to spoil; a refusal has no message.
    expect(() => api.fault({ kind: 'unusable' })).toThrow('needs `when: "after"`');
    api.fault({ when: 'after', kind: 'unusable' });
    const refused = await errorOf(api, 'sendMessage', { chat_id: 1001, text: '' });
    expect(refused).toMatchObject({ error_code: 400 });
  });

  test('can hit a download', async () => {
    const { document } = await owner.sendsMedia(owner, { kind: 'document' });
    const file = await callRaw(api, 'getFile', { file_id: document?.file_id });
    const url = `${api.root}/file/bot${api.token}/${Object(file).result.file_path}`;
    api.fault({ method: 'download', kind: 'reset' });
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect((await fetch(url)).status).toBe(200);
  });

  test('can be an answer that is no JSON', async () => {
    api.fault({ kind: { status: 502, rawBody: '<html>Bad Gateway</html>' } });
    const response = await fetch(`${api.root}/bot${api.token}/getMe`);
    expect([response.status, await response.text()]).toEqual([502, '<html>Bad Gateway</html>']);
  });
});

describe('rate limits', () => {
  test('answer 429 to the twenty-first message a minute, and end on the clock', async () => {
    let now = Date.UTC(2026, 0, 1);
    const limited = await startBotApi({ now: () => now, rates: TELEGRAM_RATES });
    const channel = limited.channel();
    const message = { chat_id: channel.id, text: 'a' };
    for (let sent = 0; sent < 20; sent++) {
      expect(await callRaw(limited, 'sendMessage', message)).toMatchObject({ ok: true });
      now += 1000;
    }
    const error = await errorOf(limited, 'sendMessage', message);
    expect(error).toMatchObject({ error_code: 429, parameters: { retry_after: 40 } });
    now += 40_000;
    expect(await callRaw(limited, 'sendMessage', message)).toMatchObject({ ok: true });
    await limited.stop();
  });

  test('count edits, those among them that change nothing', async () => {
    let now = Date.UTC(2026, 0, 1);
    const limited = await startBotApi({ now: () => now, rates: TELEGRAM_RATES });
    const chat_id = limited.channel().id;
    await callRaw(limited, 'sendMessage', { chat_id, text: '0' });
    const edit = (text: string) => ({ chat_id, message_id: 1, text });
    for (let made = 1; made < 20; made++) {
      now += 1000;
      const { ok } = await callRaw(
        limited,
        'editMessageText',
        edit(made === 18 ? '17' : `${made}`),
      );
      expect(ok).toBe(made !== 18);
    }
    const error = await errorOf(limited, 'editMessageText', edit('more'));
    expect(error).toMatchObject({ error_code: 429, parameters: { retry_after: 41 } });
    await limited.stop();
  });

  test('are off unless asked for', async () => {
    const channel = api.channel();
    const answers = Array.from({ length: 30 }, () =>
      callRaw(api, 'sendMessage', { chat_id: channel.id, text: 'a' }),
    );
    expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true);
  });
});
