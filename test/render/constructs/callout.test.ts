import { describe, expect, it } from 'vitest';
import { faults, render } from '../sample.ts';

const callout = (kind: string, title: string, inside: string) =>
  `<div class="callout callout-${kind}" role="note"><p class="callout-title"><strong>${title}</strong></p>${inside}</div>\n`;

describe('a callout', () => {
  it.each([
    ['> [!NOTE]\n> a\n> b\n', callout('note', 'Note', '<p>a\nb</p>')],
    ['> [!tip]\n>\n> a\n', callout('tip', 'Tip', '<p>a</p>')],
    ['> [!IMPORTANT]\n> - a\n', callout('important', 'Important', '<ul>\n<li>a</li>\n</ul>')],
    [
      '> [!WARNING] Mind the *step*\n> a\n',
      callout('warning', 'Mind the <em>step</em>', '<p>a</p>'),
    ],
    ['> [!CAUTION] `x`\n', callout('caution', '<code>x</code>', '')],
    [
      '> [!NOTE]\n> > [!TIP]\n> > a\n>\n> > b\n> > -- B\n',
      callout(
        'note',
        'Note',
        '<div class="callout callout-tip" role="note"><p class="callout-title"><strong>Tip</strong></p><p>a</p></div><figure class="quotation"><blockquote><p>b</p></blockquote><figcaption>— B</figcaption></figure>',
      ),
    ],
    [
      '> [!NOTE]\n> ![A](photo.jpg)\n> B\n',
      callout(
        'note',
        'Note',
        '<figure><img data-journal-image="articles/photo.jpg" alt="A" /><figcaption>B</figcaption></figure>',
      ),
    ],
    ['- a\n\n  > [!NOTE] b\n', `<ul>\n<li>\n<p>a</p>\n${callout('note', 'b', '')}</li>\n</ul>\n`],
    ['> [!tip]- Folded\n> a\n', callout('tip', 'Folded', '<p>a</p>')],
    ['> [!note|right]+\n> a\n', callout('note', 'Note', '<p>a</p>')],
    ['> [!NOTE]\\\n> a\n', callout('note', 'Note', '<p>a</p>')],
    ['> \\[!NOTE]\n> a\n', '<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n'],
    ['> [!NOTE]a\n', '<blockquote>\n<p>[!NOTE]a</p>\n</blockquote>\n'],
    ['> a [!NOTE]\n', '<blockquote>\n<p>a [!NOTE]</p>\n</blockquote>\n'],
  ])('%j', (body, html) => {
    expect(render(body).html).toBe(html);
    expect(faults(body)).toEqual([]);
  });

  it('holds footnotes, their marks in its title too, and links and headings', () => {
    const { html, facts } = render(
      '> [!NOTE] A[^1]\n> ## B\n>\n> [c](/about/) ![D](photo.jpg)\n>\n> [^1]: one\n',
    );
    expect(facts.faults).toEqual([]);
    expect(facts.anchors).toEqual(['b']);
    expect(facts.links).toEqual([{ path: '/about/', fragment: '', line: 9 }]);
    expect(html).toContain('<strong>A<sup><a href="#2026.sample.fn-1"');
    expect(html).toContain('<li id="2026.sample.fn-1">\n<p>one ');
  });

  it('of an unknown kind is a fault', () => {
    expect(faults('a\n\n> [!NOTTE]\n> b\n\n> [!sic] c\n')).toMatchInlineSnapshot(`
      [
        "articles/sample.md:8: an unknown callout [!NOTTE]; expected one of [!NOTE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION], [!PULL]; did you mean "NOTE"?",
        "articles/sample.md:11: an unknown callout [!sic]; expected one of [!NOTE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION], [!PULL]; write \\[!sic] if it is none",
      ]
    `);
  });
});

it.each([
  ['> [!PULL]\n> a\n> -- B, *C* {lang=pt}\n', ' lang="pt" dir="ltr"'],
  ['> [!PULL]\n> a\n>\n> -- B, *C*\n', ''],
  ['> [!PULL] a\n>\n> -- B, *C*\n> {lang=pt}\n', ' lang="pt" dir="ltr"'],
])('a pull quote says whose it is: %j', (body, language) => {
  expect(render(body).html).toBe(
    `<aside class="pull-quote" role="note" aria-label="Pull quote"${language}><p>a</p><p><small>— B, <cite>C</cite></small></p></aside>\n`,
  );
});

it('a pull quote says that it is one', () => {
  const html =
    '<aside class="pull-quote" role="note" aria-label="Pull quote"><p>Words of the <em>text</em>.</p></aside>\n';
  expect(render('> [!PULL]\n> Words of the *text*.\n').html).toBe(html);
  expect(render('> [!pull] Words of the *text*.\n').html).toBe(html);
});
