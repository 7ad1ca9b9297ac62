import { beforeEach, describe, expect, test } from 'vitest';
import { HOUR_MILLISECONDS } from '../world/clock.ts';
import { api, expectRefused, freshApi, owner, picture } from './freshApi.ts';
import { callRaw, errorOf, refusalOf, uploadRaw } from './rawClient.ts';

let now: number;

beforeEach(() => {
  now = Date.UTC(2026, 0, 1);
});

freshApi({ now: () => now });

async function sendText(text = 'Words', more: object = {}): Promise<number> {
  const answer = await callRaw(api, 'sendMessage', { chat_id: 1001, text, ...more });
  if (!answer.ok) throw new Error(answer.description);
  return answer.result.message_id;
}

async function sendPhoto(caption = 'Sea'): Promise<number> {
  const answer = await uploadRaw(
    api,
    'sendPhoto',
    { chat_id: '1001', caption },
    { photo: await picture(40, 30) },
  );
  if (!answer.ok) throw new Error(answer.description);
  return answer.result.message_id;
}

describe('edits', () => {
  const NOT_MODIFIED =
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

  test('that change nothing are refused, also after trimming', async () => {
    const keyboard = { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] } };
    const message_id = await sendText('Words', keyboard);
    const same = { chat_id: 1001, message_id, text: ' Words ', ...keyboard };
    expect(await refusalOf(api, 'editMessageText', same)).toBe(NOT_MODIFIED);
    const withoutButtons = { chat_id: 1001, message_id, text: 'Words' };
    expect(await callRaw(api, 'editMessageText', withoutButtons)).toMatchObject({ ok: true });
  });

  test('have no age limit and carry an edit date', async () => {
    const message_id = await sendText();
    now += 1000 * HOUR_MILLISECONDS;
    const answer = await callRaw(api, 'editMessageText', {
      chat_id: 1001,
      message_id,
      text: 'New',
    });
    expect(answer).toMatchObject({ result: { text: 'New', edit_date: now / 1000 } });
  });

  test('of the text of a photo or the caption of a text are refused', async () => {
    const photo = { chat_id: 1001, message_id: await sendPhoto(), text: 'New' };
    await expectRefused('editMessageText', photo, 'there is no text in the message to edit');
    const text = { chat_id: 1001, message_id: await sendText(), caption: 'New' };
    await expectRefused('editMessageCaption', text, 'there is no caption in the message to edit');
  });

  test('of a missing or a foreign message are refused', async () => {
    const missing = { chat_id: 1001, message_id: 99, text: 'New' };
    await expectRefused('editMessageText', missing, 'message to edit not found');
    const { message_id } = await owner.sends(owner, 'Mine');
    const foreign = { chat_id: 1001, message_id, text: 'New' };
    await expectRefused('editMessageText', foreign, "message can't be edited");
  });

  test('of a message with a reply keyboard are refused', async () => {
    const message_id = await sendText('Words', { reply_markup: { force_reply: true } });
    const edit = { chat_id: 1001, message_id, text: 'New' };
    await expectRefused('editMessageText', edit, "message can't be edited");
  });

  test('of a caption keep the photo and refuse 1025 units', async () => {
    const message_id = await sendPhoto();
    const long = { chat_id: 1001, message_id, caption: 'a'.repeat(1025) };
    await expectRefused('editMessageCaption', long, 'MEDIA_CAPTION_TOO_LONG');
    await callRaw(api, 'editMessageCaption', { chat_id: 1001, message_id, caption: 'Lake' });
    expect(api.messages(owner)).toMatchObject([{ text: 'Lake', media: { kind: 'photo' } }]);
  });
});

describe('deletions', () => {
  test('are refused from 48 hours on', async () => {
    const message_id = await sendText();
    now += 48 * HOUR_MILLISECONDS;
    await expectRefused(
      'deleteMessage',
      { chat_id: 1001, message_id },
      "message can't be deleted for everyone",
    );
    now -= 1000;
    expect(await callRaw(api, 'deleteMessage', { chat_id: 1001, message_id })).toEqual({
      ok: true,
      result: true,
    });
    expect(api.messages(owner)).toEqual([]);
    await expectRefused(
      'deleteMessage',
      { chat_id: 1001, message_id },
      'message to delete not found',
    );
  });
});

describe('sending', () => {
  test('to a stranger, a blocker, a foreign or a left chat is refused', async () => {
    api.user({ id: 7, started: false });
    owner.blocks();
    const channel = api.channel({ bot: 'member' });
    const left = api.supergroup({ bot: 'left' });
    const kicked = api.group({ bot: 'kicked' });
    const text = 'Hello';
    const refusals = [
      [7, 400, 'Bad Request: chat not found'],
      [8, 400, 'Bad Request: chat not found'],
      ['@nobody', 400, 'Bad Request: chat not found'],
      [1001, 403, 'Forbidden: bot was blocked by the user'],
      [channel.id, 400, 'Bad Request: need administrator rights in the channel chat'],
      [left.id, 403, 'Forbidden: bot is not a member of the supergroup chat'],
      [kicked.id, 403, 'Forbidden: bot was kicked from the group chat'],
    ] as const;
    for (const [chat_id, error_code, description] of refusals) {
      const error = await errorOf(api, 'sendMessage', { chat_id, text });
      expect(error).toMatchObject({ error_code, description });
    }
  });

  test('in answer to a missing message is refused unless that is allowed', async () => {
    const reply = (more: object) => ({
      chat_id: 1001,
      text: 'a',
      reply_parameters: { message_id: 99, ...more },
    });
    await expectRefused('sendMessage', reply({}), 'message to be replied not found');
    const lenient = reply({ allow_sending_without_reply: true });
    expect(await callRaw(api, 'sendMessage', lenient)).toMatchObject({ ok: true });
  });
});
