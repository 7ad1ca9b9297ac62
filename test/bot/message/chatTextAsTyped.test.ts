import type { MessageEntity } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { chatTextToMarkdown } from '../../../bot/message/chatText.ts';
import { seenInChat } from './chatTextModel.ts';
import { seenOnPage } from './seenOnPage.ts';
import { comparable, inHtmlTerms, seenOnSite } from './seenOnSite.ts';

const over = (
  type: MessageEntity.CommonMessageEntity['type'] | 'pre',
  offset: number,
  length: number,
): MessageEntity => ({ type, offset, length });

const hostile: readonly string[] = [
  '---\ntitle: x\n---',
  '---\n\ntext',
  '+++\ntitle = "x"\n+++',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- -->',
  '<?php ?>',
  '<a@b.c>',
  '<https://example.org>',
  '</p>\n<p>',
  'a: "b" #c',
  'tl;dr> x',
  'TL;DR : x\ny',
  '[!NOTE]\nx',
  'a\n{lang=pt}',
  'a\n-- Ada',
  'term\n: what it is',
  '[[x]] [[x|y]]',
  'lone \ud800 \udc00 halves',
  'Title\n===',
  'Title\n---',
  'a | b\n--|--\nc | d',
  '[foo]: url',
  '[foo]\n\n[foo]: url',
  '[a](b)',
  '![ ](x)',
  '![a][b]',
  '# a',
  '#',
  '###### a ######',
  '- a\n- b',
  '-',
  '* a',
  '+ a',
  '1. a',
  '1.',
  '10) a',
  '- [ ] a',
  '> a',
  '>',
  '[^1]',
  'a[^1]\n\n[^1]: note',
  '~~x~~',
  '~x~',
  '**x** __x__ *x* _x_',
  '***',
  '* * *',
  '___',
  '```\ncode\n```',
  '~~~\ncode\n~~~',
  '`code`',
  '    indented',
  '\tindented',
  'a\n    b',
  'a  \nb',
  'a\\\nb',
  '\\',
  '\\*',
  '\\ \nb',
  'C:\\new\\_x_',
  '&amp;',
  '&#35;',
  '&lt;b&gt;',
  'a\u0000b\u0007c\u001bd\u007fe',
  'a\r\nb\rc',
  'abc \u202Edef\u202C \u200Fghi',
  'a\u200Bb\u200Dc\uFEFFd',
  '\u00a0a\u00a0',
  '$x$ $$y$$',
  '{{ x }} {x} {% x %} {/* x */}',
  'import x from "y"\n\nexport const a = 1',
  'https://example.org/a_b_c www.example.org a@b.cd',
  ':::note\nx\n:::',
  'tl;dr: x',
  'a\n\n\n\n\nb',
  'a\n \n\t\nb',
  `${'word '.repeat(900)}end`,
  `${'*'.repeat(400)}${'['.repeat(400)}${'>'.repeat(400)}`,
]; // prettier-ignore

describe('a text without entities shows on the site as it was typed', () => {
  test.each(hostile)('%j', (text) => {
    const wanted = seenInChat({ text, entities: [] });
    const written = chatTextToMarkdown({ text, entities: [] });
    expect(comparable(seenOnSite(written), wanted)).toEqual(wanted);
    const onPage = inHtmlTerms(wanted);
    expect(comparable(seenOnPage(written), onPage)).toEqual(onPage);
  });
});

test.each(['_', '[', '>', '`', '$', '<a ', '*', ': ', '— ', 'a\n', '{lang=x}', 'www.'])(
  '4,096 units of %j show as they were typed, with as many entities as Telegram has',
  (piece) => {
    const text = piece.repeat(4096).slice(0, 4096);
    const entities = Array.from({ length: 100 }, (_, index) => over('bold', index * 40, 20));
    const wanted = inHtmlTerms(seenInChat({ text, entities }));
    const seen = comparable(seenOnPage(chatTextToMarkdown({ text, entities })), wanted);
    expect(JSON.stringify(seen)).toBe(JSON.stringify(wanted));
  },
);
