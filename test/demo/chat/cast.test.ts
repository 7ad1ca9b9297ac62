import { expect, it } from 'vitest';
import { startCast } from '../../../demo/chat/cast.ts';
import { DEFAULT_TOKEN } from '../../../telegram-double/index.ts';

it('nobody knows the token of a demo, whose bot is the same at each start', async () => {
  const casts = [await startCast(undefined), await startCast(undefined)];
  try {
    const [one, other] = casts.map(({ api }) => api);
    expect(one?.token).not.toBe(other?.token);
    expect(one?.bot.id).toBe(other?.bot.id);
    const ask = async (token = '') => (await fetch(`${one?.root}/bot${token}/getMe`)).status;
    expect(await ask(one?.token)).toBe(200);
    expect(await ask(DEFAULT_TOKEN)).toBe(401);
  } finally {
    for (const { api } of casts) await api.stop();
  }
});
