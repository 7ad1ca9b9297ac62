import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from '@grammyjs/types';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MILLISECONDS } from '../world/clock.ts';
import { api, freshApi, owner } from './freshApi.ts';
import { callRaw, errorOf } from './rawClient.ts';

let now: number;

beforeEach(() => {
  now = Date.UTC(2026, 0, 1);
});

freshApi({ now: () => now });

async function getUpdates(parameters: Record<string, unknown> = {}): Promise<Update[]> {
  const answer = await callRaw(api, 'getUpdates', parameters);
  if (!answer.ok) throw new Error(answer.description);
  return answer.result as unknown as Update[];
}

function texts(updates: readonly Update[]): (string | undefined)[] {
  return updates.map(({ message, edited_message }) => (message ?? edited_message)?.text);
}

async function lastId(): Promise<number> {
  return (await getUpdates()).at(-1)?.update_id ?? 0;
}

describe('getUpdates', () => {
  beforeEach(async () => {
    for (const text of ['one', 'two', 'three']) await owner.sends(owner, text);
  });

  test('repeats what no offset confirmed', async () => {
    expect(texts(await getUpdates())).toEqual(['one', 'two', 'three']);
    expect(texts(await getUpdates({ limit: 2 }))).toEqual(['one', 'two']);
  });

  test('forgets what an offset confirms', async () => {
    const [first] = await getUpdates();
    const offset = (first?.update_id ?? 0) + 1;
    expect(texts(await getUpdates({ offset }))).toEqual(['two', 'three']);
    expect(texts(await getUpdates())).toEqual(['two', 'three']);
  });

  test('counts a negative offset from the end and forgets the rest', async () => {
    expect(texts(await getUpdates({ offset: -1 }))).toEqual(['three']);
    expect(texts(await getUpdates())).toEqual(['three']);
  });

  test('ignores an offset far in the future, as after a jump to a lower id', async () => {
    const offset = (await lastId()) + 1;
    expect(await getUpdates({ offset })).toEqual([]);
    api.jumpUpdateIdTo(5000);
    await owner.sends(owner, 'after a quiet week');
    const updates = await getUpdates({ offset });
    expect(updates).toMatchObject([{ update_id: 5000, message: { text: 'after a quiet week' } }]);
    expect(await getUpdates({ offset: 5001 })).toEqual([]);
  });

  test('loses what is older than 24 hours', async () => {
    now += DAY_MILLISECONDS / 2;
    await owner.sends(owner, 'four');
    now += DAY_MILLISECONDS / 2;
    expect(texts(await getUpdates())).toEqual(['four']);
  });

  test('delivers a repeated update once more, even when it was confirmed', async () => {
    const updates = await getUpdates();
    const offset = (await lastId()) + 1;
    await getUpdates({ offset });
    api.repeatUpdate(updates[1]?.update_id ?? 0);
    expect(await getUpdates({ offset })).toEqual([updates[1]]);
    expect(await getUpdates({ offset })).toEqual([]);
  });

  test('delivers held updates in the order in which they are released', async () => {
    await getUpdates({ offset: (await lastId()) + 1 });
    api.holdUpdates();
    const message = await owner.sends(owner, 'draft');
    await owner.edits(message, 'final');
    expect(await getUpdates()).toEqual([]);
    api.releaseUpdates((pending) => pending.toReversed());
    const updates = await getUpdates();
    expect(texts(updates)).toEqual(['final', 'draft']);
    expect(updates[0]?.update_id).toBeLessThan(updates[1]?.update_id ?? 0);
  });
});

describe('a long poll', () => {
  test('ends as soon as an update comes', async () => {
    const poll = getUpdates({ timeout: 30 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await owner.sends(owner, 'wake');
    expect(texts(await poll)).toEqual(['wake']);
  });

  test('ends empty when its time is up', async () => {
    expect(await getUpdates({ timeout: 1 })).toEqual([]);
  });

  test('is terminated by a second one', async () => {
    const first = errorOf(api, 'getUpdates', { timeout: 30 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = getUpdates({ timeout: 30 });
    expect(await first).toEqual({
      ok: false,
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    await owner.sends(owner, 'for the second');
    expect(texts(await second)).toEqual(['for the second']);
  });

  test('outlives a poll that does not have to wait', async () => {
    const first = getUpdates({ timeout: 30 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await getUpdates()).toEqual([]);
    await owner.sends(owner, 'for the first');
    expect(texts(await first)).toEqual(['for the first']);
  });

  test('of a client that went away does not disturb the next one', async () => {
    const gone = fetch(`${api.root}/bot${api.token}/getUpdates?timeout=30`, {
      signal: AbortSignal.timeout(30),
    });
    await expect(gone).rejects.toThrow();
    await owner.sends(owner, 'still here');
    expect(texts(await getUpdates())).toEqual(['still here']);
  });
});

describe('allowed_updates', () => {
  test('leave out reactions by default, keep the last setting, and are reset by []', async () => {
    const message = await owner.sends(owner, 'a');
    await owner.reacts(message, '👍');
    expect(await getUpdates({ offset: -1 })).toMatchObject([{ message: { text: 'a' } }]);
    await getUpdates({ offset: (await lastId()) + 1, allowed_updates: ['message_reaction'] });
    await owner.reacts(message, '✍');
    await owner.sends(owner, 'not asked for');
    expect(await getUpdates()).toMatchObject([
      { message_reaction: { new_reaction: [{ type: 'emoji', emoji: '✍' }] } },
    ]);
    await getUpdates({ offset: (await lastId()) + 1, allowed_updates: [] });
    await owner.sends(owner, 'again');
    expect(texts(await getUpdates())).toEqual(['again']);
  });
});

describe('a webhook', () => {
  test('gets each update with its secret, again until it answers 200, and excludes polling', async () => {
    const received: { secret: unknown; body: Update }[] = [];
    const receiver = createServer(async (request, response) => {
      const chunks = await request.toArray();
      const secret = request.headers['x-telegram-bot-api-secret-token'];
      received.push({ secret, body: JSON.parse(Buffer.concat(chunks).toString()) });
      response.writeHead(received.length === 1 ? 500 : 200).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    await callRaw(api, 'setWebhook', { url, secret_token: 'secret_1' });
    expect(await errorOf(api, 'getUpdates')).toMatchObject({
      error_code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
    await owner.sends(owner, 'hook');
    await expect.poll(() => received.length, { timeout: 3000 }).toBe(2);
    expect(received).toMatchObject([
      { secret: 'secret_1', body: { message: { text: 'hook' } } },
      { secret: 'secret_1', body: { message: { text: 'hook' } } },
    ]);
    await expect
      .poll(() => callRaw(api, 'getWebhookInfo'))
      .toMatchObject({
        result: { url, pending_update_count: 0 },
      });
    await callRaw(api, 'deleteWebhook');
    expect(await getUpdates()).toEqual([]);
    receiver.close();
    receiver.closeAllConnections();
  });

  test('is refused without HTTPS off the loopback, and with an unfit secret', async () => {
    for (const parameters of [
      { url: 'http://example.org/' },
      { url: 'https://example.org/', secret_token: 'no spaces' },
    ]) {
      expect(await errorOf(api, 'setWebhook', parameters)).toMatchObject({ error_code: 400 });
    }
  });
});
