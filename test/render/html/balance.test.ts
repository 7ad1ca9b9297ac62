import fc from 'fast-check';
import { parse, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { describeFault } from '#journal/fault/fault.ts';
import { balanced, isContained } from '../../../src/render/html/balance.ts';
import { bodyInFeed, bodyInList } from '../../../src/render/output/rewrite.ts';
import { article, render } from '../sample.ts';

/** A page with something in the middle, as a browser reads it. */
function read(middle: string, scriptingEnabled: boolean): string {
  const page = `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><a href="#main">Skip</a><main id="main"><div class="stream"><article><h2><a href="/1/">1</a></h2><div class="e-content"><p>one <b>bold</b></p></div></article><article><div class="e-content">${middle}</div><footer>2</footer></article><article><div class="e-content"><p>three <a href="/3/">3</a></p><ul><li>x</li></ul><table><tbody><tr><td>y</td></tr></tbody></table></div></article></div></main><footer><form><input></form></footer></body></html>`;
  return serialize(parse(page, { scriptingEnabled }), { scriptingEnabled });
}

function frameAround(middle: string, scriptingEnabled: boolean): string {
  const page = read(middle, scriptingEnabled);
  const alone = '<article><div class="e-content">';
  const [before = '', ...rest] = page.split(alone);
  return `${before}${alone}…${rest.join(alone).slice(rest.join(alone).lastIndexOf('</div><footer>2'))}`;
}

const frame = frameAround('', true);

const names =
  'a b i u s em mark p div span article main section aside h1 ul ol li dl dt dd table caption colgroup col thead tbody tr td th select option optgroup form button input textarea title style script xmp plaintext noscript template svg math mi mtext annotation-xml foreignObject desc iframe object embed applet marquee nobr font center br hr img body html head frameset frame ruby rt rp details summary dialog video audio picture source noembed noframes image listing pre'.split(
    ' ',
  );
const attributes = [
  '',
  ' id="q"',
  ' href="https://b.example/"',
  ' class="x',
  " title='a",
  ' a=">"',
  '/',
];
const piece = fc.oneof(
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...attributes))
    .map(([name, more]) => `<${name}${more}>`),
  fc.constantFrom(...names).map((name) => `</${name}>`),
  fc.constantFrom(
    '<!--',
    '-->',
    '<!-->',
    '--!>',
    '<![CDATA[',
    ']]>',
    '<?php echo 1; ?>',
    '<!DOCTYPE html>',
    'words',
    '*emphasis*',
    '`code`',
    '\n',
    '\n\n',
    '\n\n> ',
    '\n\n- ',
    '\n\n## ',
    '[^1]',
    '[a](/2026/other/)',
    '&lt;',
    '"',
    "'",
    '>',
    '<',
  ),
);
const soup = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));

it.each(['</div></article>', '<b>', '<!--', '<textarea>', '<noscript></div></noscript>', '<form>'])(
  'a page shows what %j does to it',
  (html) => {
    const frames = [false, true].map((scripts) => frameAround(html, scripts));
    expect(frames.some((one) => one !== frame)).toBe(true);
  },
);

describe('whatever HTML an entry holds, it ends where the entry ends', () => {
  it.each([
    ['on its page', (html: string) => html],
    ['in a list', (html: string) => bodyInList(html, article(''), 'raw')],
    ['in a feed', (html: string) => bodyInFeed(html, 'https://sample.example/2026/sample/')],
  ])('%s', { timeout: 60_000 }, (_, show) => {
    fc.assert(
      fc.property(soup, (text) => {
        const shown = show(render(`Begin\n\n${text}\n\nEnd\n\n[^1]: Note <b>\n`).html);
        for (const scripts of [false, true]) expect(frameAround(shown, scripts)).toBe(frame);
      }),
      { numRuns: 150 },
    );
  });

  it('in a line as well', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(soup, (text) => {
        const html = balanced(text, 'line');
        expect(html === undefined || isContained(`<i>${html}</i>`, 'line')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

it.each([
  ['<b>a\n\nb\n', '<p><b>a</b></p><b>\n<p>b</p>\n</b>'],
  ['a </div></article></main> b\n', '<p>a  b</p>\n'],
])('%j is balanced', (body, html) => {
  expect(render(body).html).toBe(html);
});

it('a text whose HTML is in order keeps its bytes', () => {
  const body = '<DIV Class=x>\n\n*a* <br/> <img src="/favicon.svg" alt=A>\n\n</DIV >\n';
  expect(render(body)).toMatchObject({
    html: '<DIV Class=x>\n<p><em>a</em> <br/> <img src="/favicon.svg" alt=A></p>\n</DIV >\n',
    facts: { faults: [] },
  });
});

it('HTML that does not close as it opened is told with its line, and stops the build where text would be lost', () => {
  const told = (body: string) =>
    render(body).facts.faults.map((fault) =>
      describeFault(fault).replace('articles/sample.md', ''),
    );
  expect(
    told('a <b>b\n\n</div> <a name="x"/>\n\n<![CDATA[ x ]]>\n\n<?php echo 1 ?>\n'),
  ).toMatchInlineSnapshot(`
    [
      "warning: :8: </div>, which closes nothing in this text; expected <div> before it; remove it, or write \\</div> if it is to be read",
      "warning: :10: <![CDATA[, which browsers take for a comment up to the next >; expected HTML or Markdown; remove it, or write it as code",
      "warning: :12: <?php, which browsers take for a comment up to the next >; expected HTML or Markdown; remove it, or write it as code",
      "warning: :6: <b>, which is never closed; expected </b> behind it; close it where it ends, or write \\<b> if it is to be read",
      "warning: :8: <a>, which is never closed; expected </a> behind it; close it where it ends, or write \\<a> if it is to be read",
    ]
  `);
  expect(told('a\n\n<textarea>\n\nb\n')).toMatchInlineSnapshot(`
    [
      ":8: <textarea>, which is never closed: readers would not see the text behind it; expected </textarea> behind it; close it where it ends, or write \\<textarea> if it is to be read",
    ]
  `);
  expect(told('a\n\n<div class="x>\nb\n\nc\n')).toMatchInlineSnapshot(`
    [
      ":8: <div class="x>, which never ends: readers would not see the text behind it; expected > at its end, and its quotes in pairs; end it, or write \\< if it is to be read",
    ]
  `);
  expect(told('a\n\n<!-- b\n\nc\n')).toMatchInlineSnapshot(`
    [
      ":8: <!-- b, which never ends: readers would not see the text behind it; expected -->; end it, or write \\< if it is to be read",
    ]
  `);
  expect(told('- a\n\n  <div>\n\nb\n\n</div>\n')).toMatchInlineSnapshot(`
    [
      "warning: :8: HTML that begins in a block of Markdown and ends behind it, or cannot stand there; expected each element within one block, or around whole ones; see what the page shows, and close each element where it was opened",
    ]
  `);
});

it.each([
  '<p>a\n<p>b\n',
  '<ul>\n<li>a\n<li>b\n</ul>\n',
  '<table><tr><td>a<td>b</table>\n',
  'a<br>b<wbr/><hr />\n',
  '<svg><path d="M0 0"/><g/></svg>\n',
  '<b>a <i>b</b> c</i>\n',
  '<!-- a > b -- c -->\n',
  '`<b>` and \\<b>\n\n    <div>\n',
])('%j is in order', (body) => {
  expect(render(body).facts.faults).toEqual([]);
});

it.each(['noscript', 'template'])('a <%s>, which hides its text, is told', (name) => {
  const [fault, ...others] = render(`<${name}>a</${name}>\n`).facts.faults;
  expect(fault).toMatchObject({ what: `a <${name}>, of which browsers show nothing`, line: 6 });
  expect([fault?.warning, others]).toEqual([true, []]);
});

it.each([
  ['<![CDATA[', '&lt;![CDATA['],
  ['<?php x', '&lt;?php x'],
  ['<!DOC', '&lt;!DOC'],
])(
  'what browsers take for a comment that never ends is a fault, and the text is shown: %s',
  (start, shown) => {
    const { html, facts } = render(`${start}\n\nb\n`);
    expect(html).toContain(shown);
    expect(html).toContain('b');
    expect(facts.faults.map(({ kind, line }) => [kind, line])).toEqual([['hiding-html', 6]]);
  },
);

it.each(['<col>', '<tr><td>', '<caption>', '<frame>', '<body>', '<svg><nobr>'])(
  'text behind %s and behind what is never closed is there',
  (start) => {
    expect(render(`${start}\n<b>\n\nword\n`).html).toContain('word');
  },
);

it('what hides text behind a drawing that HTML has ended is a fault', () => {
  const { faults } = render('<svg><div><template>\n\nb\n').facts;
  expect(faults.map(({ kind }) => kind)).toContain('hiding-html');
});
