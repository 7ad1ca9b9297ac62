import { expect, test } from 'vitest';
import { controlRoute } from '../control.ts';
import { api, freshApi } from './freshApi.ts';
import { callRaw } from './rawClient.ts';

freshApi({ extraRoute: controlRoute });

async function control(action: string, body?: object): Promise<unknown> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${api.root}/control/${action}`, init);
  return response.json();
}

test('a program acts as a person over HTTP', async () => {
  await control('sends', { person: 1001, text: 'Hello' });
  expect(await control('updates')).toMatchObject({ result: [{ message: { text: 'Hello' } }] });
  const reply_markup = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };
  await callRaw(api, 'sendMessage', { chat_id: 1001, text: 'Go?', reply_markup });
  await control('presses', { person: 1001, message_id: 2, button: 'Go' });
  await control('sendsMedia', { person: 1001, media: { kind: 'photo', caption: 'Sea' } });
  expect(await control('messages?chat=1001')).toMatchObject({
    result: [{ text: 'Hello' }, { buttons: ['Go'] }, { text: 'Sea', media: { kind: 'photo' } }],
  });
  expect(api.pendingUpdates()[1]).toMatchObject({ callback_query: { data: 'go' } });
});

test('a program orders faults, and is told what it did wrong', async () => {
  await control('fault', { fault: { method: 'getMe', kind: { status: 502 } } });
  expect(await callRaw(api, 'getMe')).toMatchObject({ error_code: 502 });
  expect(await control('dances', {})).toMatchObject({
    error: expect.stringContaining('no action "dances"'),
  });
  expect(await control('sends', { person: 5, text: 'a' })).toMatchObject({
    error: 'no person 5; make it with the double first',
  });
});
