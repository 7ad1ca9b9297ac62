import { expect, it } from 'vitest';
import { splitTldr } from '#journal/text/inline/tldr.ts';

it.each([
  ['a colon', 'tl;dr: Short.\n\nText\n', 'Short.', '\n\nText\n'],
  ['a bracket', 'tl;dr> Short.\n\nText\n', 'Short.', '\n\nText\n'],
  ['capitals', 'TL;DR: Short.\n\nText\n', 'Short.', '\n\nText\n'],
  ['empty lines above', '\n\n tl;dr : Short.\n\nText\n', 'Short.', '\n\n\n\nText\n'],
  ['several lines', 'tl;dr: One\ntwo *three*\n\nText\n', 'One two *three*', '\n\n\nText\n'],
  ['\\r\\n', 'tl;dr: One\r\ntwo\r\n\r\nText\r\n', 'One two', '\n\n\r\nText\r\n'],
  ['lines broken by \\', 'tl;dr: One\\\ntwo\n\nText\n', 'One\\\ntwo', '\n\n\nText\n'],
  ['lines broken by spaces', 'tl;dr: One  \ntwo\n', 'One\\\ntwo', '\n\n'],
  ['a backslash at the end', 'tl;dr: One\\\\\ntwo\n', 'One\\\\ two', '\n\n'],
  ['lines of ideographs', 'tl;dr: 第一\n第二\n', '第一第二', '\n\n'],
  ['nothing below', 'tl;dr: Short.', 'Short.', ''],
])('a first paragraph with %s is a summary', (_, body, tldr, rest) => {
  expect(splitTldr(body)).toEqual({ tldr, body: rest });
});

it.each([
  ['none', 'Text\n'],
  ['one further down', 'Text\n\ntl;dr: Short.\n'],
  ['one without words', 'tl;dr:\n\nText\n'],
  ['one without a colon', 'tl;dr Short.\n'],
  ['no text', ''],
])('a body with %s stays whole', (_, body) => {
  expect(splitTldr(body)).toEqual({ tldr: undefined, body });
});
