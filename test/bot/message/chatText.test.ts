import type { MessageEntity } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { conflictFaults } from '#journal/file/conflictMarkers.ts';
import { chatTextToMarkdown } from '../../../bot/message/chatText.ts';
import { seenInChat } from './chatTextModel.ts';
import { expectShown, seenOnPage } from './seenOnPage.ts';
import { inHtmlTerms } from './seenOnSite.ts';

type Case = readonly [
  name: string,
  text: string,
  entities: readonly MessageEntity[],
  markdown: string,
];

const over = (
  type: MessageEntity.CommonMessageEntity['type'] | 'pre',
  offset: number,
  length: number,
): MessageEntity => ({ type, offset, length });
const link = (offset: number, length: number, url: string): MessageEntity => ({
  type: 'text_link',
  offset,
  length,
  url,
});
const ada = { id: 1, is_bot: false, first_name: 'Ada' };
const family = '👨‍👩‍👧‍👦';

const formatted: readonly Case[] = [
  ['bold', 'a bold b', [over('bold', 2, 4)], 'a **bold** b'],
  ['italic', 'a b c', [over('italic', 2, 1)], 'a *b* c'],
  ['underline as italic', 'a b c', [over('underline', 2, 1)], 'a *b* c'],
  ['struck through', 'a b c', [over('strikethrough', 2, 1)], 'a ~~b~~ c'],
  ['a spoiler', 'a b c', [over('spoiler', 2, 1)], 'a ||b|| c'],
  ['a spoiler within a word', 'abc', [over('spoiler', 1, 1)], 'a||&#x62;||c'],
  ['a spoiler with spaces at its ends', 'a b c', [over('spoiler', 1, 3)], 'a||&#x20;b&#x20;||c'],
  ['a spoiler over paragraphs', 'a\n\nb', [over('spoiler', 0, 4)], '||a||\n\n||b||'],
  ['a spoiler over lines', 'a\nb', [over('spoiler', 0, 3)], '||a\\\nb||'],
  ['bold in a spoiler', 'a b', [over('spoiler', 0, 3), over('bold', 2, 1)], '||a **b**||'],
  ['a spoiler in bold', 'a b', [over('bold', 0, 3), over('spoiler', 2, 1)], '**a ||b||**'],
  [
    'a spoiler in a link, which stands around what is left of it',
    'abc',
    [{ type: 'text_link', offset: 0, length: 3, url: 'https://x.yz/' }, over('spoiler', 1, 1)],
    '[a](https://x.yz/)||[b](https://x.yz/)||[c](https://x.yz/)',
  ],
  [
    'a spoiler in a quotation',
    'a b',
    [over('blockquote', 0, 3), over('spoiler', 2, 1)],
    '> a ||b||',
  ],
  ['carets that are text, one behind the other', '[^1]¹^x^', [], '\\[\\^1]¹\\^x^'],
  ['bars that are text', 'a || b ||c|| |d|', [], 'a \\|\\| b \\|\\|c\\|\\| |d|'],
  ['code', 'a b c', [over('code', 2, 1)], 'a `b` c'],
  ['code with a backtick', 'x`y', [over('code', 0, 3)], '``x`y``'],
  ['code with backslashes', '\\*\\', [over('code', 0, 3)], '`\\*\\`'],
  ['code that begins with a backtick', '`a', [over('code', 0, 2)], '`` `a ``'],
  ['code on two lines', 'a\nb', [over('code', 0, 3)], '`a`\\\n`b`'],
  ['two pieces of code side by side', 'ab', [over('code', 0, 1), over('code', 1, 1)], '`ab`'],
  [
    'bold around code',
    'run x now',
    [over('bold', 0, 4), over('code', 4, 1), over('bold', 5, 4)],
    '**run&#x20;**`x`**&#x20;now**',
  ],
  ['a code block', 'a\n  b', [{ type: 'pre', offset: 0, length: 5 }], '```\na\n  b\n```'],
  [
    'a code block with language',
    'x = 1',
    [{ type: 'pre', offset: 0, length: 5, language: 'c++' }],
    '```c++\nx = 1\n```',
  ],
  [
    'a language that would break out',
    'x',
    [{ type: 'pre', offset: 0, length: 1, language: 'js\n```\n# x' }],
    '```js#x\nx\n```',
  ],
  ['a code block with a fence in it', '```', [over('pre', 0, 3)], '````\n```\n````'],
  ['a quotation', 'a\nb', [over('blockquote', 0, 1)], '> a\n\nb'],
  ['a long quotation', 'a', [over('expandable_blockquote', 0, 1)], '> a'],
  [
    'code in a quotation',
    'a\nb',
    [over('blockquote', 0, 3), over('pre', 2, 1)],
    '> a\n>\n> ```\n> b\n> ```',
  ],
  ['a quotation of nothing', '\u2003\nb', [over('blockquote', 0, 1)], 'b'],
  ['an address', 'https://example.org/a_b', [over('url', 0, 23)], '<https://example.org/a_b>'],
  [
    'an address without scheme',
    'example.org',
    [over('url', 0, 11)],
    '[example.org](https://example.org)',
  ],
  [
    'a bold address',
    'https://example.org/',
    [over('bold', 0, 20), over('url', 0, 20)],
    '[**https://example.org/**](https://example.org/)',
  ],
  ['a mail address', 'ada@example.org', [over('email', 0, 15)], '<ada@example.org>'],
  ['a mention', '@ada', [over('mention', 0, 4)], '[@ada](https://t.me/ada)'],
  ['a link', 'a b', [link(2, 1, 'https://example.org/')], 'a [b](https://example.org/)'],
  [
    'an address with parentheses',
    'b',
    [link(0, 1, 'https://example.org/(b)')],
    '[b](https://example.org/\\(b\\))',
  ],
  ['a mail link', 'b', [link(0, 1, 'mailto:ada@example.org')], '[b](mailto:ada@example.org)'],
  ['a link to a person', 'b', [link(0, 1, 'tg://user?id=1')], '[b](tg://user?id=1)'],
  ['a script address as words', 'b', [link(0, 1, 'javascript:alert(1)')], 'b'],
  ['a data address as words', 'b', [link(0, 1, 'data:text/html,x')], 'b'],
  ['a number whose link is words', '42. x', [link(0, 1, 'javascript:x')], '42\\. x'],
  ['an address of nothing as words', 'b', [link(0, 1, 'https://')], 'b'],
  ['a hashtag as words', '#a', [over('hashtag', 0, 2)], '\\#a'],
  ['a cashtag as words', '$A', [over('cashtag', 0, 2)], '$A'],
  ['a command as words', '/a', [over('bot_command', 0, 2)], '/a'],
  ['a telephone number as words', '+1', [over('phone_number', 0, 2)], '+1'],
  [
    'a named person as words',
    'Ada',
    [{ type: 'text_mention', offset: 0, length: 3, user: ada }],
    'Ada',
  ],
  [
    'a drawn emoji as its character',
    '👍',
    [{ type: 'custom_emoji', offset: 0, length: 2, custom_emoji_id: '1' }],
    '👍',
  ],
  [
    'a time as words',
    'noon',
    [{ type: 'date_time', offset: 0, length: 4, unix_time: 1, date_time_format: 'r' }],
    'noon',
  ],
  ['bold in italic', 'a b', [over('italic', 0, 3), over('bold', 2, 1)], '*a __b__*'],
  ['bold in bold', 'a b', [over('bold', 0, 3), over('bold', 2, 1)], '**a b**'],
  ['underline in italic', 'a b', [over('italic', 0, 3), over('underline', 2, 1)], '*a b*'],
  ['bold beside bold', 'ab', [over('bold', 0, 1), over('bold', 1, 1)], '**ab**'],
  [
    'struck beside struck',
    'ab',
    [over('strikethrough', 0, 1), over('strikethrough', 1, 1)],
    '~~ab~~',
  ],
  ['bold over a line break', 'a\nb', [over('bold', 0, 3)], '**a\\\nb**'],
  ['bold up to a line break', 'a\nb', [over('bold', 0, 2)], '**a**\\\nb'],
  ['bold from a line break', 'a\nb', [over('bold', 1, 2)], 'a\\\n**b**'],
  ['bold over paragraphs', 'a\n\nb', [over('bold', 0, 4)], '**a**\n\n**b**'],
  [
    'a space after a family, all bold',
    `${family} b`,
    [over('bold', 0, 12)],
    `**${family}&#x20;**&#x62;`,
  ],
  ['bold within a word', 'abc', [over('bold', 1, 1)], 'a**b**c'],
  ['bold in Japanese', '日本語', [over('bold', 1, 1)], '日**本**語'],
  ['bold Japanese brackets', '日「本」語', [over('bold', 1, 3)], '&#x65E5;**「本」**&#x8A9E;'],
  ['a bold emoji beside letters', 'a👍b', [over('bold', 1, 2)], '&#x61;**👍**&#x62;'],
]; // prettier-ignore

describe('an entity becomes Markdown', () => {
  test.each(formatted)('%s', (_, text, entities, markdown) => {
    expect(chatTextToMarkdown({ text, entities })).toBe(markdown);
    expectShown({ text, entities });
  });
});

const inQuotation: readonly (readonly [text: string, bold: readonly string[], markdown: string])[] =
  [
    ['a\n-- Ada', [], '> a\\\n> \\-- Ada'],
    ['a\n— Ada', [], '> a\\\n> &#x2014; Ada'],
    ['a\n\n— Ada', [], '> a\n>\n> &#x2014; Ada'],
    ['a\n{lang=pt}', [], '> a\\\n> \\{lang=pt}'],
    ['a\n{lang=nonsense}', [], '> a\\\n> \\{lang=nonsense}'],
    ['[!NOTE]\na', [], '> \\[!NOTE]\\\n> a'],
    ['[!PULL] a', [], '> \\[!PULL] a'],
    ['Ada: a\nEve: b', ['Ada:', 'Eve'], '> **Ada\\:** a\\\n> **Eve**\\: b'],
  ];

describe('a quotation is nothing but a quotation', () => {
  test.each(inQuotation)('%j', (text, bold, markdown) => {
    const entities = [
      over('blockquote', 0, text.length),
      ...bold.map((words) => over('bold', text.indexOf(words), words.length)),
    ];
    const written = chatTextToMarkdown({ text, entities });
    expect(written).toBe(markdown);
    const onPage = inHtmlTerms(seenInChat({ text, entities }));
    expect(seenOnPage(written)).toEqual(onPage);
  });
});

test.each(['', ' ', '\n\n', '\u0000'])('a text of nothing visible is nothing: %j', (text) => {
  expect(chatTextToMarkdown({ text, entities: [] })).toBe('');
});

test('code that would be taken for a conflict of git loses its language', () => {
  const text = '<<<<<<< a\n=======\n>>>>>>> b';
  const entities: MessageEntity[] = [{ type: 'pre', offset: 0, length: 27, language: 'ts' }];
  const markdown = chatTextToMarkdown({ text, entities });
  expect(markdown.trim()).toBe(`\`\`\`\n${text}\n\`\`\``);
  expect(conflictFaults(markdown, 'a.md')).toEqual([]);
});

test('blocks of code that together would be taken for a conflict of git are indented', () => {
  const text = '=======\n\nb\n>>>>>>> x';
  const markdown = chatTextToMarkdown({
    text,
    entities: [
      { type: 'pre', offset: 0, length: 7 },
      { type: 'pre', offset: 9, length: 11 },
    ],
  });
  expect(markdown.trimEnd()).toBe(' ```\n =======\n ```\n\n ```\n b\n >>>>>>> x\n ```');
  expect(conflictFaults(markdown, 'a.md')).toEqual([]);
});

test.each([
  ['url', 'https://e.org/[^1]', '[https://e.org/\\[^1\\]](https://e.org/\\[^1])'],
  ['url', 'https://e.org/{1}', '[https://e.org/\\{1}](https://e.org/\\{1})'],
  ['url', 'https://e.org/a\\[^1]', '[https://e.org/a\\\\\\[^1\\]](https://e.org/a\\\\\\[^1])'],
  ['url', 'https://e.org/a_b$$c', '<https://e.org/a_b$$c>'],
  ['email', 'a_b+c@e.org', '<a_b+c@e.org>'],
  ['email', '[^1]', '[\\[^1\\]](mailto:\\[^1])'],
  ['email', '[[x]]', '[\\[\\[x\\]\\]](mailto:\\[\\[x]])'],
] as const)('an address is a link and no mark: %s %s', (type, text, markdown) => {
  const entities = [{ type, offset: 0, length: text.length }];
  expect(chatTextToMarkdown({ text, entities })).toBe(markdown);
});
