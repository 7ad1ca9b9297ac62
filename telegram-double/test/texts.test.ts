import { describe, expect, test } from 'vitest';
import { startBotApi } from '../index.ts';
import { api, expectRefused, freshApi, owner } from './freshApi.ts';
import { callRaw, refusalOf } from './rawClient.ts';

freshApi();

function refusal(text: string, entities: unknown[] = []): Promise<string> {
  return refusalOf(api, 'sendMessage', { chat_id: 1001, text, entities });
}

async function accepted(text: string, entities: unknown[] = []) {
  const answer = await callRaw(api, 'sendMessage', { chat_id: 1001, text, entities });
  expect(answer).toMatchObject({ ok: true });
  return api.messages(owner).at(-1);
}

describe('text length', () => {
  test('counts UTF-16 units, so 2048 emoji pass and 4096 are refused', async () => {
    expect((await accepted('😀'.repeat(2048)))?.text).toHaveLength(4096);
    expect(await refusal('😀'.repeat(4096))).toBe('Bad Request: message is too long');
    expect(await refusal('a'.repeat(4097))).toBe('Bad Request: message is too long');
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['invisible characters', '\u200B\u2060'],
  ])('refuses %s', async (_name, text) => {
    expect(await refusal(text)).toBe('Bad Request: message text is empty');
  });

  test('refuses more than 32 KiB of raw text', async () => {
    expect(await refusal(`a${' '.repeat(33_000)}`)).toBe('Bad Request: text is too long');
  });

  test('refuses a lone surrogate', async () => {
    expect(await refusal('a\uD83D')).toBe('Bad Request: strings must be encoded in UTF-8');
  });

  test('refuses a longer text in an edit with the words of an edit', async () => {
    const message = await accepted('short');
    const edit = { chat_id: 1001, message_id: message?.id, text: 'a'.repeat(4097) };
    await expectRefused('editMessageText', edit, 'MESSAGE_TOO_LONG');
  });

  test('trims the ends and moves the entities along', async () => {
    const message = await accepted('  bold \r\n', [{ type: 'bold', offset: 1, length: 6 }]);
    expect(message).toMatchObject({
      text: 'bold',
      entities: [{ type: 'bold', offset: 0, length: 4 }],
    });
  });
});

describe('entities', () => {
  test.each([
    ['after the end', 'ab', { offset: 1, length: 2 }, 'ends after the end of the text'],
    ['before the start', 'ab', { offset: -1, length: 2 }, 'invalid UTF-16 offset -1'],
    ['of no length', 'ab', { offset: 0, length: 0 }, 'has the length 0'],
    ['that start in a surrogate pair', '😀a', { offset: 1, length: 2 }, 'begins in a middle'],
    ['that end in a surrogate pair', 'a😀', { offset: 0, length: 2 }, 'ends in a middle'],
  ])('are refused %s', async (_name, text, range, words) => {
    const description = await refusal(text, [{ type: 'bold', ...range }]);
    expect(description).toMatch(/^Bad Request: entity/);
    expect(description).toContain(words);
  });

  test.each([
    ['partly overlap', ['bold', 0, 4], ['italic', 2, 4], 'partly overlaps'],
    ['nest quotes', ['blockquote', 0, 6], ['expandable_blockquote', 1, 2], "can't be nested"],
    ['stand in code', ['code', 0, 6], ['bold', 1, 2], "can't be nested"],
    ['hold code in bold', ['bold', 0, 6], ['code', 1, 2], "can't be nested"],
    ['make bold code', ['bold', 0, 6], ['pre', 0, 6], "can't be nested"],
  ] as const)('are refused when they %s', async (_name, first, second, words) => {
    const entities = [first, second].map(([type, offset, length]) => ({ type, offset, length }));
    expect(await refusal('abcdef', entities)).toContain(words);
  });

  test('may nest styles, links in quotes and code in quotes', async () => {
    const message = await accepted('abcdef', [
      { type: 'blockquote', offset: 0, length: 6 },
      { type: 'bold', offset: 0, length: 3 },
      { type: 'italic', offset: 1, length: 1 },
      { type: 'code', offset: 4, length: 2 },
    ]);
    expect(message?.entities).toHaveLength(4);
  });

  test('beyond the first hundred are dropped without a word', async () => {
    const entities = Array.from({ length: 120 }, (_, index) => ({
      type: 'bold',
      offset: 2 * index,
      length: 1,
    }));
    expect((await accepted('b '.repeat(120), entities))?.entities).toHaveLength(100);
  });

  test.each(['/notes/x/', 'javascript:alert(1)', 'http://localhost:4321/', 'ftp://a.b/'])(
    'refuse the link %s',
    async (url) => {
      const entities = [{ type: 'text_link', offset: 0, length: 1, url }];
      expect(await refusal('a', entities)).toContain('Wrong HTTP URL');
    },
  );

  test('are found by the server: links, names, tags and commands', async () => {
    const message = await accepted('/start see https://example.org/a_(b). by @ada_l #tag me@a.org');
    const { text = '', entities = [] } = message ?? {};
    expect(
      entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]),
    ).toEqual([
      ['bot_command', '/start'],
      ['url', 'https://example.org/a_(b)'],
      ['mention', '@ada_l'],
      ['hashtag', '#tag'],
      ['email', 'me@a.org'],
    ]);
  });

  test('are not found in code, and split styles at their borders', async () => {
    const message = await accepted('#one #two', [
      { type: 'code', offset: 0, length: 4 },
      { type: 'bold', offset: 6, length: 3 },
    ]);
    expect(message?.entities).toEqual([
      { type: 'code', offset: 0, length: 4 },
      { type: 'hashtag', offset: 5, length: 4 },
      { type: 'bold', offset: 6, length: 3 },
    ]);
  });

  test.each(['HTML', 'MarkdownV2'])('in the mode %s are refused', async (parse_mode) => {
    const text = { chat_id: 1001, parse_mode, text: '<b>a</b>' };
    await expectRefused('sendMessage', text, 'unsupported parse_mode');
  });
});

describe('buttons', () => {
  function keyboard(button: object) {
    return { chat_id: 1001, text: 'a', reply_markup: { inline_keyboard: [[button]] } };
  }

  test.each([
    [{ text: 'a', callback_data: 'é'.repeat(33) }, 'Bad Request: BUTTON_DATA_INVALID'],
    [{ text: 'a' }, 'Bad Request: text buttons are unallowed in the inline keyboard'],
    [
      { text: 'a', url: 'http://localhost/' },
      "Bad Request: inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
    ],
  ])('are refused: %o', async (button, words) => {
    expect(await refusalOf(api, 'sendMessage', keyboard(button))).toBe(words);
  });

  test('are answered once, and only while they are young', async () => {
    let now = Date.UTC(2026, 0, 1);
    const dated = await startBotApi({ now: () => now });
    const ada = dated.user({ id: 1001 });
    await callRaw(dated, 'sendMessage', keyboard({ text: 'Go', callback_data: 'go' }));
    const [standing] = dated.messages(ada);
    if (standing === undefined) throw new Error('no message');
    const query = await ada.presses(standing.message, 'Go');
    const answer = { callback_query_id: query, text: 'ok' };
    expect(await callRaw(dated, 'answerCallbackQuery', answer)).toMatchObject({ ok: true });
    const tooOld =
      'Bad Request: query is too old and response timeout expired or query ID is invalid';
    expect(await refusalOf(dated, 'answerCallbackQuery', answer)).toBe(tooOld);
    const late = { callback_query_id: await ada.presses(standing.message, 'go') };
    now += 3_600_000;
    expect(await refusalOf(dated, 'answerCallbackQuery', late)).toBe(tooOld);
    await dated.stop();
  });
});
