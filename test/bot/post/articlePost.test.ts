import { describe, expect, test } from 'vitest';
import { channelPost } from '../../../bot/post/channelPost.ts';
import { sampleEntry } from '../../journal/sample.ts';
import { bareContext, note } from './notePost.ts';
import { shownInChannel } from './shownInChannel.ts';

const article = (body: string, matter: string) =>
  channelPost(sampleEntry('articles/a.md', `date: 2026-01-02\n${matter}`, body), bareContext);

const shown = shownInChannel();

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
