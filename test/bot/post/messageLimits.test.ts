import { describe, expect, it, test } from 'vitest';
import { type ChannelMessage, channelPost } from '../../../bot/post/channelPost.ts';
import { sampleEntry } from '../../journal/sample.ts';
import { bareContext, note } from './notePost.ts';
import { shownInChannel } from './shownInChannel.ts';

const shown = shownInChannel();

describe('a note that is too much for one message', () => {
  test('4,096 emoji are several messages, and none of them is broken', async () => {
    // At an odd place: every even one lies between two of them.
    const messages = note(`a${'😀'.repeat(4096)}`);
    expect(messages).toHaveLength(3);
    expect(messages.map(({ text }) => text).join('')).toContain('😀'.repeat(2000));
    expect(messages.every(({ text }) => text.isWellFormed() && text.length <= 4096)).toBe(true);
    expect(await shown(messages)).toHaveLength(3);
  });

  test('of 120 bold words every one stays bold', async () => {
    const words = Array.from({ length: 120 }, (_, number) => `word${number}`);
    const messages = note(words.map((word) => `**${word}**`).join(' '));
    await shown(messages);
    const bold = messages.flatMap(({ text, entities }) =>
      entities.map(({ offset, length }) => text.slice(offset, offset + length)),
    );
    expect(bold).toEqual(words);
    for (const { entities } of messages) expect(entities.length).toBeLessThanOrEqual(100);
  });

  test('a short text in 33 KiB of markup goes through', async () => {
    const words = Array.from(
      { length: 90 },
      (_, number) => `**w${number}**<!--${'x'.repeat(400)}-->`,
    );
    const body = words.join(' ');
    expect(Buffer.byteLength(body)).toBeGreaterThan(33 * 1024);
    expect(await shown(note(body))).toHaveLength(1);
  });

  test('addresses that are too long together for one message are in several', async () => {
    const url = `https://b.example/${'x'.repeat(1500)}`;
    const body = Array.from({ length: 24 }, (_, number) => `[w${number}](${url})`).join(' ');
    const messages = note(body);
    await shown(messages);
    expect(messages.flatMap(({ entities }) => entities)).toHaveLength(24);
    for (const { entities } of messages)
      expect(JSON.stringify(entities).length).toBeLessThan(10_000);
  });

  it.each([
    ['paragraph', `${'Words of it. '.repeat(312)}\n\nThe last ones.`, 'The last ones.'],
    ['line', `${'Words of it. '.repeat(312)}\nThe last ones.`, 'The last ones.'],
    ['sentence', `${'Words of it. '.repeat(313)}The last ones.`, 'The last ones.'],
    ['word', `${'words '.repeat(677)}**last**`, 'last'],
    ['address', `${'words '.repeat(677)}https://b.example/?a=1.B`, 'https://b.example/?a=1.B'],
  ])('the address alone has its last %s beside it', async (_, body, company) => {
    const messages = note(body);
    expect(messages.map(({ text }) => text.length > 4000)).toEqual([true, false]);
    expect(messages.at(-1)?.text).toBe(`${company}\n\nhttps://sample.example/notes/a/`);
    expect(messages.map(({ text }) => text).join(' ')).toContain(body.slice(0, 3900));
    await shown(messages);
  });

  test('one that would take more than four messages goes as its beginning and link', async () => {
    const [only, ...more] = note('One sentence is this. '.repeat(800));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ type: 'text', preview: 'https://sample.example/notes/a/' });
    expect(only?.text).toMatch(
      /^(One sentence is this\. ?)+ …\n\nhttps:\/\/sample\.example\/notes\/a\/$/,
    );
    expect(note('One sentence is this. '.repeat(600))).toHaveLength(4);
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
  ])('%i', (count, expected) => {
    const messages = note(body(count));
    expect(shape(messages)).toEqual(expected);
    expect(messages.map((message) => message.text !== '')).toEqual(
      expected.map((_, index) => index === 0),
    );
  });

  test('of eleven the first ten are an album, and the text says where the rest is', () => {
    const messages = note(body(11));
    expect(shape(messages)).toEqual(['album of 10']);
    expect(messages[0]?.text).toBe(`Words.\n\nand 1 more picture on the page${address}`);
    const long = note(body(11, `${'Words of it. '.repeat(312)}End.`));
    expect(shape(long)).toEqual(['album of 10', 'text', 'text']);
    expect(long.at(-1)?.text).toBe(`and 1 more picture on the page${address}`);
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

const article = (body: string, matter: string) =>
  channelPost(sampleEntry('articles/a.md', `date: 2026-01-02\n${matter}`, body), bareContext);

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

  test('with a tl;dr of 120 bold words, within one message in which nothing is silently unstyled', async () => {
    const tldr = Array.from({ length: 120 }, (_, number) => `**w${number}**`).join(' ');
    const [only, ...more] = article('Text.\n', `title: T\ntldr: "${tldr}"`);
    expect(more).toEqual([]);
    const words = only?.text.match(/w\d+/g) ?? [];
    expect(words.length).toBeGreaterThan(60);
    expect(only?.entities).toHaveLength(words.length + 1);
    expect(words.length + 2).toBeLessThanOrEqual(100);
    expect(only?.text.endsWith(address)).toBe(true);
  });

  test('with a tl;dr that is too long, within one message that ends in the link', () => {
    const [only, ...more] = article('Text.\n', `title: T\ntldr: ${'word '.repeat(2000)}`);
    expect(more).toEqual([]);
    expect(only?.text.length).toBeLessThanOrEqual(4096);
    expect(only?.text.endsWith(`\n\n${address}`)).toBe(true);
  });
});

describe.each([
  ['what hides', '||x||'],
  ['mathematics', '$$a$$'],
  ['a character reference', 'AT&amp;T'],
  ['an address', 'https://e.org/a_b'],
  ['a heading', '# a'],
  ['a list', '* a'],
  ['a comment', 'a <!-- b --> c'],
  ['the mark of a note', 'a[^1]'],
])('words that would be %s in Markdown', (_, words) => {
  const matter = `title: ${JSON.stringify(words)}\n`;

  test('are words in the title and the summary of an article', async () => {
    const messages = article('Text.\n', `${matter}summary: ${JSON.stringify(`${words} b`)}`);
    expect(await shown(messages)).toEqual([
      `${words}\n\n${words} b\n\nhttps://sample.example/2026/a/ | bold[${words}]`,
    ]);
  });

  test('are words in the title of a note', async () => {
    expect(await shown(note('Text.\n', matter))).toEqual([`${words}\n\nText. | bold[${words}]`]);
  });
});
