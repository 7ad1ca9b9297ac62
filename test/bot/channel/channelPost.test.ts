import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type ChannelMessage, channelPost } from '../../../bot/channel/channelPost.ts';
import { type BotApi, startBotApi } from '../../botApi/index.ts';
import { callRaw } from '../../botApi/rawClient.ts';
import { sampleEntry } from '../../journal/sample.ts';

let api: BotApi;
let channelId: number;

beforeAll(async () => {
  api = await startBotApi();
  const owner = api.user({ id: 1, first_name: 'A' });
  channelId = api.channel({ username: 'journal', owner }).id;
});

afterAll(() => api.stop());

const pictures = new Set(Array.from({ length: 12 }, (_, number) => `notes/p${number}.jpg`));
const context = {
  siteUrl: 'https://sample.example',
  picture: (file: string) => (pictures.has(file) ? { file, digest: file } : undefined),
  pathOf: (file: string) => (file === 'articles/other.md' ? '/2026/other/' : undefined),
};

const note = (body: string, matter = '') =>
  channelPost(sampleEntry('notes/a.md', `date: 2026-01-02\n${matter}`, body), context);
const article = (body: string, matter: string) =>
  channelPost(sampleEntry('articles/a.md', `date: 2026-01-02\n${matter}`, body), context);

/** What Telegram would show, each entity as `type[words]`; the strict Bot API must accept it. */
async function shown(messages: readonly ChannelMessage[]): Promise<string[]> {
  for (const message of messages) {
    if (message.text === '') continue;
    const answer = await callRaw(api, 'sendMessage', {
      chat_id: channelId,
      text: message.text,
      entities: message.entities,
    });
    expect(answer, JSON.stringify(message)).toMatchObject({ ok: true });
  }
  return messages.map((message) => {
    const marks = message.entities.map((entity) => {
      const words = message.text.slice(entity.offset, entity.offset + entity.length);
      const more =
        entity.type === 'text_link'
          ? ` ${entity.url}`
          : entity.type === 'pre'
            ? ` ${entity.language ?? ''}`
            : '';
      return `${entity.type}${more}[${words}]`;
    });
    return [message.text.replace('\n\nhttps://sample.example/notes/a/', ''), ...marks].join(' | ');
  });
}

describe('a note goes whole', () => {
  it.each([
    ['mathematics as its source', 'So $$a_b$$ is.', 'So a_b is. | code[a_b]'],
    ['mathematics in lines of its own', '$$\na_b\n$$', 'a_b | pre latex[a_b]'],
    ['links by name as their words', 'See [[The leak|it]] and \\[[x]].', 'See it and [[x]].'],
    ['bold around code', '**run `x` now**', 'run x now | bold[run] | code[x] | bold[ now]'],
    [
      'styles in one another',
      '**a *b* ~~c~~**',
      'a b c | bold[a b c] | italic[b] | strikethrough[c]',
    ],
    ['a heading', '## A **b** c', 'A b c | bold[A b c]'],
    [
      'code with its language',
      '```ts\nlet a = `b\\`;\n```',
      'let a = `b\\`; | pre ts[let a = `b\\`;]',
    ],
    ['a link from the root', '[x](/notes/y/)', 'x | text_link https://sample.example/notes/y/[x]'],
    [
      'a link to a file',
      '[x](../articles/other.md#p)',
      'x | text_link https://sample.example/2026/other/#p[x]',
    ],
    ['a relative link', '[x](../z/)', 'x | text_link https://sample.example/notes/z/[x]'],
    ['a link within', '[x](#p)', 'x | text_link https://sample.example/notes/a/#p[x]'],
    ['an address that is its own text', '<https://b.example/>', 'https://b.example/'],
    ['a link that nobody may follow', '[x](javascript:alert(1))', 'x'],
    ['a quotation in a quotation', '> a\n>\n> > b', 'a\n\nb | blockquote[a\n\nb]'],
    ['a quotation with code', '> a `b`', 'a b | blockquote[a b] | code[b]'],
    ['two quotations', '> a\n\n<!-- -->\n\n> b', 'a\n\nb | blockquote[a] | blockquote[b]'],
    ['a list', '- a\n- b\n  1. c\n  2. d', '• a\n• b\n  1. c\n  2. d'],
    ['a task list', '- [x] a\n- [ ] b', '☑ a\n☐ b'],
    ['a table', '| a | bcd |\n|---|---|\n| ef | g |', 'a   bcd\nef  g | pre [a   bcd\nef  g]'],
    ['a line break', 'a\\\nb', 'a\nb'],
    ['a thematic break', 'a\n\n---\n\nb', 'a\n\n* * *\n\nb'],
    ['raw HTML as its words', 'a <b>c</b>', 'a c'],
    ['a title', 'a', 'T*t\n\na | bold[T*t]'],
    [
      'footnotes, numbered and below',
      'a[^x] b[^y] c[^x]\n\n[^y]: Y *y*\n[^x]: X\n\n    more',
      'a¹ b² c¹\n\n¹ X\n\nmore\n² Y y | italic[y]',
    ],
    [
      'a picture elsewhere as a link',
      '![p](https://b.example/p.png)',
      'p | text_link https://b.example/p.png[p]',
    ],
  ])('%s', async (name, body, expected) => {
    expect(await shown(note(`${body}\n`, name === 'a title' ? 'title: T*t' : ''))).toEqual([
      expected,
    ]);
  });

  test('its address is the last thing in it', () => {
    expect(note('a\n')).toMatchObject([
      { type: 'text', preview: undefined, text: 'a\n\nhttps://sample.example/notes/a/' },
    ]);
  });

  test('one without words is its address', () => {
    expect(note('\n').map((message) => message.text)).toEqual(['https://sample.example/notes/a/']);
  });

  test('mirror: a text goes in its place', async () => {
    expect(await shown(note('a\n', 'mirror: "*b*"'))).toEqual(['b | italic[b]']);
  });

  test('a short text in 33 KiB of markup goes through', async () => {
    const url = `https://b.example/${'x'.repeat(1500)}`;
    const body = Array.from({ length: 24 }, (_, number) => `[w${number}](${url})`).join(' ');
    expect(Buffer.byteLength(body)).toBeGreaterThan(33 * 1024);
    expect(await shown(note(`${body}\n`))).toHaveLength(1);
  });
});

describe('pictures', () => {
  const body = (count: number, words = 'Words.') =>
    `${Array.from({ length: count }, (_, number) => `![ ](p${number}.jpg)`).join('\n')}\n\n${words}\n`;
  const shape = (messages: readonly ChannelMessage[]) =>
    messages.map((message) =>
      message.type === 'album' ? `album of ${message.pictures.length}` : message.type,
    );
  const address = '\n\nhttps://sample.example/notes/a/';

  it.each([
    [1, ['photo']],
    [2, ['album of 2']],
    [10, ['album of 10']],
    [11, ['album of 6', 'album of 5']],
  ])('%i', (count, expected) => {
    const messages = note(body(count));
    expect(shape(messages)).toEqual(expected);
    expect(messages.map((message) => message.text !== '')).toEqual(
      expected.map((_, index) => index === 0),
    );
  });

  it.each([
    ['a caption of 1,024 units stays with its picture', 1024, ['photo']],
    ['one of 1,025 follows it', 1025, ['photo', 'text']],
  ])('%s', (_, length, expected) => {
    const words = 'a'.repeat(length - address.length);
    const messages = note(body(1, words));
    expect(shape(messages)).toEqual(expected);
    expect(messages.at(-1)?.text).toBe(words + address);
  });

  test('one that is not there is left out', () => {
    expect(shape(note('![ ](gone.jpg)\n\na\n'))).toEqual(['text']);
  });
});

describe('an article', () => {
  const address = 'https://sample.example/2026/a/';

  test('goes as title, tl;dr and link', async () => {
    const messages = article('Long text.\n', 'title: T\ntldr: In *short*');
    expect(messages).toMatchObject([{ type: 'text', preview: address }]);
    expect(await shown(messages)).toEqual([
      `T\n\nIn short\n\n${address} | bold[T] | italic[short]`,
    ]);
  });

  test('with neither tl;dr nor summary, as title and link', async () => {
    expect(await shown(article('Long text.\n', 'title: T'))).toEqual([`T\n\n${address} | bold[T]`]);
  });

  test('with a mirror text, as that text and link', async () => {
    expect(await shown(article('Long text.\n', 'title: T\nmirror: Come and see'))).toEqual([
      `Come and see\n\n${address}`,
    ]);
  });

  test('with a tl;dr that is too long, within one message that ends in the link', () => {
    const [only, ...more] = article('Text.\n', `title: T\ntldr: ${'word '.repeat(2000)}`);
    expect(more).toEqual([]);
    expect(only?.text.length).toBeLessThanOrEqual(4096);
    expect(only?.text.endsWith(`\n\n${address}`)).toBe(true);
  });
});
