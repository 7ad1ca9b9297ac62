import { describe, expect, it } from 'vitest';
import { excerptOf, firstWords } from '#journal/text/excerpt.ts';
import { render } from '../../render/sample.ts';

describe('the excerpt of a body', () => {
  it.each([
    ['plain words', 'A *b* `c` [d](/about/).\n\nMore.\n', 'A b c d.'],
    ['no footnote mark', 'A[^1].\n\n[^1]: b\n', 'A.'],
    ['no picture', '![b](photo.jpg)\n\nA.\n', 'A.'],
    ['no heading', '# B\n\nA.\n', 'A.'],
    ['no HTML', 'A <b>c</b>.\n', 'A c.'],
    ['what the first picture shows where nothing has words', '![a](p.jpg)\n![b](p.jpg)\n', 'a'],
    ['the same of one that leads to a film', '# C\n\n[![a](p.jpg)](https://youtu.be/x)\n', 'a'],
    ['the same within a quotation', '> ![a||b||](p.jpg)\n', 'a▒▒▒'],
    ['the same in HTML', '<img src="p.jpg" alt="a">\n', 'a'],
    ['the same in HTML within a line', '<a href="/about/"><img src="p.jpg" alt="a"></a>\n', 'a'],
    ['the same in HTML within an item', '- <img src="p.jpg" alt="a"><br>\n', 'a'],
    ['nothing of a hidden picture in HTML', '<b hidden><img src="p.jpg" alt="a"></b>\n', ''],
    ['nothing of a picture that only decorates', '![ ](p.jpg)\n', ''],
    ['nothing of a hidden picture', '||![a](p.jpg)||\n', ''],
    ['nothing of a picture in a note', '[^1]\n\n> [^1]: ![a](p.jpg)\n', ''],
    ['nothing where there is no text', '```\nb\n```\n', ''],
    ['no caption', '![b](photo.jpg)\n*c*\n\nA.\n', 'A.'],
    ['no code', '```\nb\n```\n\nA.\n', 'A.'],
    ['no quotation', '> B.\n\nA.\n', 'A.'],
    ['a quotation where nothing else is there', '# C\n\n> B.\n>\n> D.\n', 'B.'],
    ['the first item of a list where nothing else is there', '- A *b*.\n- C.\n', 'A b.'],
    ['mathematics as it is written', 'A $$x^2$$ b.\n', 'A x^2 b.'],
    ['the words of links by name', 'A [[other|b]] [[c]].\n', 'A b c.'],
    ['no space between ideographs', '日本\n語。\n', '日本語。'],
    ['lines apart that the writer broke', 'A\\\nB  \nC<br>D\n', 'A B C D'],
    ['ideographs apart where the writer broke', '日本\\\n語。\n', '日本 語。'],
    ['lines of an item apart', '- A\\\n  B\n- C\n', 'A B'],
    ['lines of a quotation apart', '> A\\\n> B\n', 'A B'],
    ['lines of a cell apart', '| A<br>B | C |\n| - | - |\n| D | E |\n', 'A B'],
    ['lines of a term apart', '- **A:** B\\\n  C\n', 'A: B C'],
    ['words apart that a picture parts', 'A![b](photo.jpg)C\n', 'A C'],
    ['the words of a callout', '> [!TIP]\n> B.\n', 'B.'],
    ['the title of a callout without words', '> [!WARNING] Mind *it*\n', 'Mind it'],
    ['no pull quote', '> [!PULL]\n> B.\n\n- A\n', 'A'],
    ['a pull quote without whose it is', '> [!PULL]\n> B.\n> -- C {lang=pt}\n', 'B.'],
    ['a folded callout', '> [!TIP]- A\n> B.\n', 'B.'],
    ['a pull quote where nothing else is there', '> [!PULL]\n> B.\n', 'B.'],
    ['no attribution', '> B.\n>\n> -- Name, *Work* {lang=pt}\n', 'B.'],
    ['no attribution of a quotation within', '> > B.\n> > -- Name\n', 'B.'],
    ['no language of a quotation', '- > B.\n  > {lang=pt}\n', 'B.'],
    ['a caption without its credit', '![b](photo.jpg)\nC\n-- Name\n', 'C'],
    ['the same of a picture that leads somewhere', '[![b](photo.jpg)](/about/)\nC\n-- Name\n', 'C'],
    ['no credit alone', '![b](photo.jpg)\n-- Name\n', 'b'],
    ['the first words of HTML where nothing else is there', '<p>A <b>b</b></p><p>C</p>\n', 'A b'],
    ['a line of HTML apart', '<blockquote>A<br>B</blockquote>\n', 'A B'],
    ['the first cell of a table in HTML', '<table><tr><td>A<td>B</table>\n', 'A'],
    ['a caption in HTML', '<figure><img src="x" alt=""><figcaption>A</figcaption></figure>\n', 'A'],
    ['words behind HTML', '<!-- b --> A *c*\n', 'A *c*'],
    ['nothing that HTML hides', '<p hidden>B</p><style>c{}</style>\n', ''],
    ['no words of a line that HTML hides', 'A <span hidden>B *b*</span>c.\n', 'A c.'],
    ['words behind such an element within one', 'A <b hidden>B<b>b</b>d</b> c.\n', 'A c.'],
    ['words beside an empty one', 'A <img hidden> b.\n', 'A b.'],
    ['words of an element that only says so', 'A <i title="hidden">b</i>.\n', 'A b.'],
    ['the next words where all are hidden', '<span hidden>B</span>\n\nA.\n', 'A.'],
    ['no hidden words of an item', '- A <span HIDDEN="">B</span>\n', 'A'],
    ['no HTML before plain words', '<p>B</p>\n\n- A\n', 'A'],
    ['ideographs apart where HTML breaks them', '日本<br>\n語。\n', '日本 語。'],
    ['the text below a tl;dr', 'tl;dr: B.\n\nA.\n', 'A.'],
  ])('has %s', (_, body, excerpt) => {
    expect(render(body).facts.excerpt).toBe(excerpt);
  });

  it('has the words of elements in MDX, apart where they are', () => {
    const of = (body: string) => render(body, 'articles/sample.mdx').facts.excerpt;
    expect(of('<table><tr><td>A</td><td>B</td></tr></table>\n')).toBe('A B');
    expect(of('<details>\n\nA *b*\n\n</details>\n')).toBe('A b');
    expect(of('A <span hidden>B</span> c <i hidden={false}>d</i>\n')).toBe('A c d');
    expect(of('<p hidden>B</p>\n\n- A\n')).toBe('A');
    expect(of('<Lead>A</Lead>\n\n> B\n')).toBe('B');
  });

  it.each([
    ['a short text', 'One. Two.', 20, 'One. Two.'],
    [
      'whole sentences',
      'One is here. Two is here. Three is here.',
      30,
      'One is here. Two is here.',
    ],
    [
      'a first sentence that is a little longer',
      'One two three four five. Six.',
      15,
      'One two three four five.',
    ],
    ['words of a long sentence', 'One two three four five six seven', 15, 'One two three…'],
    [
      'no abbreviation',
      'Ask Dr. Who, e.g. Monday. More follows here.',
      30,
      'Ask Dr. Who, e.g. Monday.',
    ],
    ['no initial', 'By J. R. Tolkien. More follows here.', 20, 'By J. R. Tolkien.'],
    [
      'no German abbreviation',
      'Tiere, z. B. Hunde, u. a. Katzen. Mehr davon hier.',
      40,
      'Tiere, z. B. Hunde, u. a. Katzen.',
    ],
    [
      'sentences of ideographs',
      '今日は雨。明日も雨。その後は分からない。',
      12,
      '今日は雨。明日も雨。',
    ],
    [
      'a sentence that ends in a quotation',
      'He said “Go.” Then he went away.',
      20,
      'He said “Go.”',
    ],
  ])('is cut to %s', (_, text, limit, excerpt) => {
    expect(excerptOf(text, 'en', limit)).toBe(excerpt);
  });
});

it.each([
  ['all of a short text', 'One  two\nthree', 'One two three'],
  [
    'as many as fit',
    'The quick brown fox jumps over the lazy dog and runs away again',
    'The quick brown fox jumps over the lazy dog and runs away…',
  ],
  [
    'without a mark at the end',
    `${'a'.repeat(50)}, and more words here`,
    `${'a'.repeat(50)}, and…`,
  ],
  ['of a text without spaces', '日本語'.repeat(30), expect.stringMatching(/^[日本語]{55,59}…$/)],
])('first words: %s', (_, text, words) => {
  expect(firstWords(text)).toEqual(words);
});
