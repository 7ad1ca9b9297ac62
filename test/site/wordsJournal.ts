import { english } from '../../src/journal/words/english.ts';
import { type Message, piecesOf } from '../../src/journal/words/message.ts';

/** Keys that the journal's words.yaml leaves out, so that they are said in English. */
export const lacking = ['archive', 'by', 'calloutTip', 'footnotes', 'spoiler', 'tagFeed'] as const;

const entry = (matter: string, body: string) => `---\n${matter}\n---\n\n${body}\n`;

/** A text with `⟦key⟧` for its words, and with its places and spans. */
function disguised(key: string, text: string): string {
  const pieces = piecesOf(text).map((piece) => {
    if (piece.is === 'place') return `{${piece.name}}`;
    return piece.is === 'span' ? `<${piece.name}>⟦${key}⟧</${piece.name}>` : `⟦${key}⟧`;
  });
  return pieces.join('');
}

function disguisedMessage(key: string, message: Message): string {
  if (typeof message === 'string') return JSON.stringify(disguised(key, message));
  return JSON.stringify({ other: disguised(key, message.other) });
}

/** A words.yaml in which every word of ours is `⟦key⟧`, but for those that it lacks. */
function disguisedWords(): string {
  const lines = Object.entries(english)
    .filter(([key]) => !lacking.some((one) => one === key))
    .map(([key, message]) => `${key}: ${disguisedMessage(key, message)}\n`);
  return lines.join('');
}

const constructs = `> [!NOTE]
> Точка.

> [!TIP]
> Точка.

> [!IMPORTANT]
> Точка.

> [!WARNING]
> Точка.

> [!CAUTION]
> Точка.

> [!PULL]
> Точка.

Скрито: ||точка||. Бележка.[^1] Пак тя.[^1] Има и [[Ненаписано]].

- [ ] точка
- [x] точка

[![Точка](point.svg)](https://youtu.be/abcdefghijk)

[](point.mp4)

Звук ![](point.mp3) и филм ![](point.mp4) насред реда.

[^1]: Точка.`;

const point =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';

const comment = (id: string, lines = '') =>
  `  - id: ${id}\n    name: Бе\n    date: 2026-05-22T10:00:00Z\n    text: "Точка ||точка||"\n${lines}`;

/** Each answers the one before it, deeper than a page shows. */
const answers = [2, 3, 4, 5, 6].map((at) =>
  comment(`x${at}`, `    replyTo: x${at - 1}\n    updated: 2026-05-23T10:00:00Z\n`),
);

/**
 * A journal in a language that we have no words for, written in letters that no word of ours has: whatever Latin letters
 * stand on its pages are ours. It has every kind of page, and all that pages say something about.
 */
export const wordsJournal: Readonly<Record<string, string>> = {
  'site.yaml':
    'title: Дневник\nurl: https://точка.example\nlanguage: bg\nauthor: а\nchannel: "@tochka_kanal"\nstream: {entries: 2}\nnav: [{label: Архив, path: /archive/}]\n',
  'words.yaml': disguisedWords(),
  'authors.yaml': 'а:\n  name: Ан\n  bio: Точка ||точка||.\nб:\n  name: Бе\n',
  'blogroll.yaml': '- title: Друг\n  url: https://друг.example/\n  feed: https://друг.example/f\n',
  'series/ред.yaml': 'title: Ред\ndescription: Точка ||точка||.\nplanned: [Край]\n',
  'pages/за.md': entry('title: За', 'Точка.'),
  'articles/всичко/index.md': entry(
    'title: Всичко\ndate: 2026-05-20T09:30:00Z\nupdated: 2026-05-21\ntldr: Точка.\ntags: [общо]\nauthors: [а, б]\nseries: ред\ncover: {src: point.svg, alt: Точка}\nsyndication: [https://t.me/tochka_kanal/5]\naliases: /старо/',
    constructs,
  ),
  'articles/всичко/point.svg': point,
  'articles/всичко/point.mp4': 'a film',
  'articles/всичко/point.mp3': 'a sound',
  'articles/второ.mdx': entry(
    'title: Второ\ndate: 2026-04-19\ntags: [общо]\nseries: ред\nauthors: [б]',
    `[Всичко](всичко/index.md)\n\n${constructs.slice(0, constructs.indexOf('[!['))}[^1]: Точка.`,
  ),
  'articles/трето.md': entry('title: Трето\ndate: 2026-03-19\ntags: [общо]\nseries: ред', 'Точка.'),
  'articles/друго.md': entry(
    'title: Інше\ndate: 2025-03-18\nlang: uk\ntranslations: /2026/всичко/\ntldr: Крапка.',
    `${constructs.slice(0, constructs.indexOf('[!['))}[^1]: Крапка.`,
  ),
  'notes/отговор.md': entry(
    'date: 2025-03-17\ninReplyTo: https://друг.example/а\nsyndication: [https://t.me/tochka_kanal/4]',
    'Точка.',
  ),
  ...Object.fromEntries(
    ['2024', '2023', '2022', '2021'].map((year, at) => [
      `notes/бележка-${year}.md`,
      entry(
        `date: ${year}-01-01\nauthors: [б]`,
        at % 2 === 0 ? 'Котката спи върху покрива на старата гара край морето.' : 'Вали.',
      ),
    ]),
  ),
  'comments/старо.yaml': `entry: /старо/\ncomments:\n${comment('x1')}${answers.join('')}`,
};

/** The same without anything to show. */
export const emptyJournal: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Дневник\nurl: https://точка.example\nlanguage: bg\n',
  'words.yaml': disguisedWords(),
  'blogroll.yaml': '[]\n',
};
