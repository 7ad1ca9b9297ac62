import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smartText } from '../../../src/render/inline/punctuation.ts';
import { renderDocument } from '../../../src/render/render.ts';
import { sampleEntry } from '../../journal/sample.ts';
import { article, context, render } from '../sample.ts';

describe('plain text is set in the manner of its language', () => {
  it.each([
    ['en', `"a" and 'b'`, '“a” and ‘b’'],
    ['en', `"a 'b' c"`, '“a ‘b’ c”'],
    ['en', `"'a' b"`, '“‘a’ b”'],
    ['en', `"a 'b'"`, '“a ‘b’”'],
    ['en', `"a "b" c"`, '“a ‘b’ c”'],
    ['en', `("a")`, '(“a”)'],
    [
      'en',
      `don't, dogs' tails, '90s, 'tis, rock 'n' roll`,
      'don’t, dogs’ tails, ’90s, ’tis, rock ’n’ roll',
    ],
    ['en', `"I was--" he began`, '“I was--” he began'],
    ['en', 'a -- b', 'a — b'],
    ['en-GB', 'a -- b', 'a – b'],
    ['en', 'a---b, a --- b', 'a—b, a — b'],
    ['en', 'pages 10--20', 'pages 10–20'],
    ['en', 'wait... [...]', 'wait… […]'],
    ['en', `6'2" and 12" and 5'`, `6'2" and 12" and 5'`],
    ['en', 'a "b', 'a “b'],
    ['de', `"a 'b' c" -- d---e`, '„a ‚b‘ c“ – d – e'],
    ['de-CH', `"a 'b' c"`, '«a ‹b› c»'],
    ['de-AT', '"a"', '„a“'],
    ['fr', `"l'art" d'"Ulysse"`, '«\u202Fl’art\u202F» d’«\u202FUlysse\u202F»'],
    ['fr', '« a » : b ! c ?', '«\u202Fa\u202F»\u00A0: b\u202F! c\u202F?'],
    ['fr-CH', '"a"', '«a»'],
    ['pt', `"a" -- b`, '“a” — b'],
    ['pt-PT', `"a 'b'"`, '«a “b”»'],
    ['es', `"a 'b'" ¿"c"?`, '«a “b”» ¿«c»?'],
    ['it', `"l'arte" -- b`, '«l’arte» – b'],
    ['nl', `"a" 's avonds`, '“a” ’s avonds'],
    ['pl', `"a 'b'" -- c`, '„a «b»” – c'],
    ['cs', `"a 'b'"`, '„a ‚b‘“'],
    ['ru', `"a 'b'" -- c`, '«a „b“» — c'],
    ['uk', `"м'ята"`, '«м’ята»'],
    ['sv', `"a 'b'" -- c`, '”a ’b’” – c'],
    ['da', '"a"', '“a”'],
    ['fi', '"a"', '”a”'],
    ['ja', `"a" -- b...`, `"a" -- b...`],
    ['zh-Hant', `"a"`, `"a"`],
    ['tlh', `"a"`, '“a”'],
  ])('%s: %s', (language, text, expected) => {
    expect(smartText(text, language)).toBe(expected);
  });

  it.each([
    'run it with --flag and --other-flag',
    'a--b, x-->y, i--, block--modifier',
    'a ---- b',
    'f(...list), [...list] and ./... and a/.../b',
    'class="x" id="y"',
    `https://example.org/a--b?c='d'...e`,
    'www.example.org/x---y',
    "see (https://example.org/it's)",
  ])('%s stays as it is', (text) => {
    expect(smartText(text, 'en')).toBe(text);
  });
});

const shown = (body: string) => render(body).html.trim();

describe('in a body', () => {
  it.each([
    ['quotes pair across formatting', '"a *b* c"', '<p>“a <em>b</em> c”</p>'],
    ['quotes begin within formatting', '*"a* b"', '<p><em>“a</em> b”</p>'],
    ['quotes enclose formatting alone', '"**a**"', '<p>“<strong>a</strong>”</p>'],
    ['quotes enclose code', '"`a`"', '<p>“<code>a</code>”</p>'],
    ['quotes enclose a link', '"[a](/about/)"', '<p>“<a href="/about/">a</a>”</p>'],
    ['an apostrophe follows formatting', "*Ulysses*'s", '<p><em>Ulysses</em>’s</p>'],
    ['a quotation goes over lines', '> "a\n> b"', '<blockquote>\n<p>“a\nb”</p>\n</blockquote>'],
    ['nothing pairs between blocks', '- "a\n- b" c', '<ul>\n<li>“a</li>\n<li>b” c</li>\n</ul>'],
    ['characters before it do not matter', '日本 🇩🇪 "a"', '<p>日本 🇩🇪 “a”</p>'],
    ['quotes come behind a mark', '"a"[^1] "b"\n\n[^1]: "c"', undefined],
  ])('%s', (_, body, html) => {
    if (html === undefined) expect(shown(body)).not.toMatch(/>[^<]*"[^<]*</);
    else expect(shown(body)).toBe(html);
  });

  it.each([
    ['code', 'a `"b" -- c...`', '<p>a <code>"b" -- c...</code></p>'],
    ['escaped quotes', '\\"a\\" and 7\\"', '<p>"a" and 7"</p>'],
    ['escaped dashes', 'a \\-- b', '<p>a -- b</p>'],
    ['a character reference', '&quot;a&quot; &#39;b&#39;', `<p>"a" 'b'</p>`],
    ['escaped points', 'a\\...', '<p>a...</p>'],
    ['attributes', '<b title="a -- b">c</b>', '<p><b title="a -- b">c</b></p>'],
    ['code in HTML', '<kbd>"</kbd> a', '<p><kbd>"</kbd> a</p>'],
    [
      'an address',
      '<https://example.org/a---b>',
      '<p><a href="https://example.org/a---b" data-bare="">https://example.org/a---b</a></p>',
    ],
    [
      'a bare address',
      "https://example.org/it's",
      `<p><a href="https://example.org/it&#x27;s" data-bare="">https://example.org/it's</a></p>`,
    ],
    ['a title', '[a](/about/ "b \'c\'")', `<p><a href="/about/" title="b &#x27;c&#x27;">a</a></p>`],
  ])('%s stays as it is', (_, body, html) => {
    expect(shown(body)).toBe(html);
  });

  it('the escaped one of two is left alone, wherever they stand', () => {
    expect(shown('> &amp; "a"\n> \\"b\\" "c"')).toContain('<p>&amp; “a”\n"b" “c”</p>');
  });

  it('headings, cells, captions and excerpts are set, and ids do not change', () => {
    const { html, facts } = render('# It\'s "A"\n\n| "b" |\n| --- |\n| "c" |\n\n"d"\n');
    expect(html).toContain('<h2 id="its-a">It’s “A”</h2>');
    expect(html).toContain('<th>“b”</th>');
    expect(html).toContain('<td>“c”</td>');
    expect(facts.anchors).toEqual(['its-a']);
    expect(facts.excerpt).toBe('“d”');
  });

  it('an entry in another language has its marks', () => {
    const entry = sampleEntry(
      'articles/a.md',
      'title: A\ndate: 2026-01-02\nlang: de\ntldr: "\\"b\\""',
      '"a"\n',
    );
    const { html, facts } = renderDocument(entry, context);
    expect(html).toBe('<p>„a“</p>\n');
    expect(facts.inline.tldr).toBe('„b“');
  });

  it('a note stays as it was typed, and so does all where site.yaml says so', () => {
    const note = sampleEntry('notes/a.md', 'date: 2026-01-02', '"a" -- b...\n');
    expect(renderDocument(note, context).html).toBe('<p>"a" -- b...</p>\n');
    const plain = renderDocument(article('"a"\n'), { ...context, smartPunctuation: false });
    expect(plain.html).toBe('<p>"a"</p>\n');
  });
});

it('whatever is set, nothing but quotes, dashes, points and spaces differs from what was typed', () => {
  const piece = fc.constantFrom(
    '"',
    "'",
    '--',
    '---',
    '...',
    ' ',
    ' ',
    'a',
    'Wort',
    '7',
    '(',
    ')',
    '*',
    '**',
    '`',
    '\\"',
    "\\'",
    '\\--',
    '&quot;',
    '&amp;',
    '[x](/about/)',
    '[^1]',
    '<b>',
    '</b>',
    '<code>',
    '</code>',
    '\n',
    '\n\n',
    '\n> ',
    '\n- ',
    '$$x$$',
    '[[y]]',
    "https://example.org/it's",
    '«',
    '»',
    '!',
    '日本',
    '👍🏽',
    '=',
    '\\',
    '|',
  );
  const typed = (html: string) =>
    html
      .replace(/["'“”„«»‘’‚‹›]|&#x27;/g, '"')
      .replace(/[–—]/g, '-')
      .replaceAll('…', '...')
      .replace(/-+/g, '-')
      .replace(/[\s\u00A0\u202F]+/g, '')
      .replace(/title="notwrittenyet"/g, '');
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 14 }),
      fc.constantFrom('en', 'de', 'fr', 'ru', 'sv', 'pl'),
      (pieces, language) => {
        const entry = article(`${pieces.join('')}\n\n[^1]: note\n`);
        const shownIn = (smartPunctuation: boolean) =>
          typed(renderDocument(entry, { ...context, language, smartPunctuation }).html);
        expect(shownIn(true)).toBe(shownIn(false));
      },
    ),
    { numRuns: 600 },
  );
});
