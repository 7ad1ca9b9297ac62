import { expect, it } from 'vitest';
import { render } from '../../../render/sample.ts';

const conversation = (...turns: string[]) =>
  `<blockquote class="conversation">${turns.map((turn) => `<p>${turn}</p>`).join('')}</blockquote>`;
const ana = '<b class="speaker">Ana:</b>';

it.each([
  [
    'paragraphs',
    '> **Ana:** a\n>\n> **Ben**: *b*\n',
    `${conversation(`${ana} a`, '<b class="speaker">Ben</b>: <em>b</em>')}\n`,
  ],
  [
    'lines',
    '> **Ana:** a\n> **Ben:** b\n',
    `${conversation(`${ana} a`, '<b class="speaker">Ben:</b> b')}\n`,
  ],
  [
    'hard breaks, and lines between',
    '> **Ana:** a\\\n> c\\\n> **Ana:** b\n',
    `${conversation(`${ana} a<br>\nc`, `${ana} b`)}\n`,
  ],
  [
    'paragraphs without a name',
    '> **Ana:** a\n>\n> more\n> **Ana:** b\n',
    `${conversation(`${ana} a`, 'more', `${ana} b`)}\n`,
  ],
  [
    'an attribution and a language',
    '> **Ana:** a\n> **Ana:** b\n> -- a chat {lang=pt}\n',
    `<figure class="quotation">${conversation(`${ana} a`, `${ana} b`).replace('>', ' lang="pt" dir="ltr">')}<figcaption>— a chat</figcaption></figure>\n`,
  ],
  [
    'another script',
    '> **王**：a\n> **李：** b\n',
    `${conversation('<b class="speaker">王</b>：a', '<b class="speaker">李：</b> b')}\n`,
  ],
  [
    'beginnings with colons of their own',
    '> **Ana:** \\:a\n> **Ben:** &#xFF1A;b\n',
    `${conversation(`${ana} :a`, '<b class="speaker">Ben:</b> ：b')}\n`,
  ],
  [
    'names with backslashes and styles',
    '> **Ana\\\\:** a\n> **~~Ben:~~** b\n',
    `${conversation('<b class="speaker">Ana\\:</b> a', '<b class="speaker"><del>Ben:</del></b> b')}\n`,
  ],
])('a quotation whose turns are %s is a conversation', (_, body, html) => {
  expect(render(body).html).toBe(html);
});

it.each([
  ['one turn', '> **Ana:** a\n> b\n'],
  ['no name at first', '> a\n>\n> **Ana:** a\n>\n> **Ben:** b\n'],
  ['bold words and no colon', '> **Ana** a\n> **Ben** b\n'],
  ['escaped colons', '> **Ana\\:** a\n> **Ben**\\: b\n> **王&#xFF1A;** c\n> **王**&#xFF1A; c\n'],
  ['escaped colons within styles', '> **~~Ana\\:~~** a\n> **[Ben\\: ](https://ben.example/)** b\n'],
  ['colons of code', '> **`Ana:`** a\n> **`Ben:`** b\n'],
  ['escaped colons and spaces', '> **Ana\\:&#x20;**a\n> **Ben**&#xA0;\\: b\n'],
  ['escaped names', '> \\*\\*Ana:\\*\\* a\n> \\*\\*Ben:\\*\\* b\n'],
  ['names in the middle of lines', '> a **Ana:** a\n> b **Ben:** b\n'],
])('a quotation with %s is none', (_, body) => {
  expect(render(body).html).toMatch(/^<blockquote>\n<p>/);
});
