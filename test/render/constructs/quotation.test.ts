import { describe, expect, it } from 'vitest';
import { chatTextToMarkdown } from '../../../bot/message/chatText.ts';
import { contentOf } from '../../../bot/message/contribution.ts';
import { faults, render } from '../sample.ts';

describe('a quotation', () => {
  it.each([
    [
      'a last line',
      '> The best\n> lack all.\n> -- Yeats\n',
      '<figure class="quotation"><blockquote><p>The best\nlack all.</p></blockquote><figcaption>— Yeats</figcaption></figure>\n',
    ],
    [
      'a last line behind a hard break',
      '> a\\\n> — Yeats\n',
      '<figure class="quotation"><blockquote><p>a</p></blockquote><figcaption>— Yeats</figcaption></figure>\n',
    ],
    [
      'a last paragraph of more than one line',
      '> *a*\n>\n> - b\n>\n> — [Yeats](/about/),\n> *The Second Coming*\n',
      '<figure class="quotation"><blockquote><p><em>a</em></p><ul>\n<li>b</li>\n</ul></blockquote><figcaption>— <a href="/about/">Yeats</a>,\n<cite>The Second Coming</cite></figcaption></figure>\n',
    ],
    [
      'a language behind the attribution',
      '> Olá\n> -- *Os Lusíadas* {lang=pt}\n',
      '<figure class="quotation"><blockquote lang="pt" dir="ltr"><p>Olá</p></blockquote><figcaption>— <cite>Os Lusíadas</cite></figcaption></figure>\n',
    ],
    [
      'a language behind a link',
      '> Olá\n> -- [Camões](/about/) {lang=pt}\n',
      '<figure class="quotation"><blockquote lang="pt" dir="ltr"><p>Olá</p></blockquote><figcaption>— <a href="/about/">Camões</a></figcaption></figure>\n',
    ],
    [
      'a language below the attribution',
      '> שלום\n> -- A\n> {lang=he}\n',
      '<figure class="quotation"><blockquote lang="he" dir="rtl"><p>שלום</p></blockquote><figcaption>— A</figcaption></figure>\n',
    ],
    [
      'a language above the attribution',
      '> Olá\n> {lang=pt}\n>\n> -- A\n',
      '<figure class="quotation"><blockquote lang="pt" dir="ltr"><p>Olá</p></blockquote><figcaption>— A</figcaption></figure>\n',
    ],
    [
      'a language alone',
      '> Olá\n>\n> {lang=pt}\n',
      '<blockquote lang="pt" dir="ltr"><p>Olá</p></blockquote>\n',
    ],
    [
      'another quotation in it',
      '> a\n>\n> > b\n> > -- B\n>\n> -- A\n',
      '<figure class="quotation"><blockquote><p>a</p><figure class="quotation"><blockquote><p>b</p></blockquote><figcaption>— B</figcaption></figure></blockquote><figcaption>— A</figcaption></figure>\n',
    ],
    [
      'a place in a list',
      '- > a\n  > -- A\n',
      '<ul>\n<li>\n<figure class="quotation"><blockquote><p>a</p></blockquote><figcaption>— A</figcaption></figure>\n</li>\n</ul>\n',
    ],
    [
      'a name in double brackets beside its last line',
      '> [[Not yet]]\n> -- A\n',
      '<figure class="quotation"><blockquote><p><a class="wanted" role="link" aria-disabled="true" title="not written yet">Not yet</a></p></blockquote><figcaption>— A</figcaption></figure>\n',
    ],
  ])('with %s', (_, body, html) => {
    expect(render(body).html).toBe(html);
    expect(faults(body)).toEqual([]);
  });

  it('may have footnotes in the text and in the attribution', () => {
    const { html, facts } = render('> a[^1]\n> -- A[^2]\n\n[^1]: x\n\n[^2]: y\n');
    expect(facts.faults).toEqual([]);
    expect(html).toMatch(/fnref-1".*<\/blockquote><figcaption>— A<sup>.*fnref-2".*<\/figcaption>/);
  });

  it.each([
    ['an escaped dash', '> a\n> \\-- A\n', 'a\n-- A'],
    ['a dash by its number', '> a\n> &#8212; A\n', 'a\n— A'],
    ['a line break by its number', '> a&#10;— A\n', 'a\n— A'],
    ['a dialogue', '> — Olá\n> — Oi\n', '— Olá\n— Oi'],
    ['nothing but that line', '> — A\n', '— A'],
    ['a dash without a space', '> a\n> —A\n', 'a\n—A'],
    ['a language in the middle', '> a {lang=pt} b\n', 'a {lang=pt} b'],
    ['an escaped language', '> a\n> \\{lang=pt}\n', 'a\n{lang=pt}'],
    ['nothing but a language', '> {lang=pt}\n', '{lang=pt}'],
  ])('with %s stays as it is', (_, body, text) => {
    expect(render(body).html).toBe(`<blockquote>\n<p>${text}</p>\n</blockquote>\n`);
  });

  it('with a language that is none is a fault', () => {
    expect(faults('a\n\n> b\n>\n> -- A {lang=pt_}\n')).toMatchInlineSnapshot(`
      [
        "articles/sample.md:10: a quotation with {lang=pt_}; expected a language tag such as en or pt-BR; correct the tag, or remove it",
      ]
    `);
  });

  it('with an undefined footnote in its last line is a fault of that line', () => {
    expect(faults('> a\n> -- A [^x]\n')).toMatchInlineSnapshot(`
      [
        "articles/sample.md:7: the footnote [^x] is not defined; expected a line "[^x]: …"; write the note, remove the mark, or write \\[^x] if it is not one",
      ]
    `);
  });
});

describe('a quotation from chat', () => {
  it('that was forwarded has its source as attribution', () => {
    const forwarded = contentOf({
      message_id: 1,
      date: 0,
      chat: { id: 1, type: 'private', first_name: 'A' },
      text: 'Hello\nthere',
      forward_origin: { type: 'hidden_user', sender_user_name: 'A_b', date: 0 },
    } as Parameters<typeof contentOf>[0]);
    expect(render(`${forwarded}\n`).html).toBe(
      '<figure class="quotation"><blockquote><p>Hello<br>\nthere</p></blockquote><figcaption>— A_b</figcaption></figure>\n',
    );
  });

  it.each(['a\n-- b', '[!NOTE]\na', '[!NOTTE] a', 'a\n: b', 'a\n\n: b', '![a](photo.jpg)\nb'])(
    '%j stays text',
    (text) => {
      const entities = [{ type: 'blockquote' as const, offset: 0, length: text.length }];
      const { html, facts } = render(`${chatTextToMarkdown({ text, entities })}\n`);
      expect(facts.faults).toEqual([]);
      expect(html).toMatch(/^<blockquote>\n<p>[\s\S]*<\/p>\n<\/blockquote>\n$/);
      const shown = html
        .replace(/<\/p>\n<p>/g, '\n\n')
        .replace(/<[^b][^>]*>\n?|<\/?b[^r][^>]*>\n?|<br>/g, '');
      expect(shown).toBe(text);
    },
  );
});
