import { createRequire, registerHooks } from 'node:module';
import { describe, expect, it } from 'vitest';
import { PackageError } from '../../../src/journal/fault/ownFailure.ts';
import { mathematics } from '../../../src/render/collect/mathematics.ts';
import { bodyInFeed } from '../../../src/render/output/rewrite.ts';
import { faults, render } from '../sample.ts';

describe('mathematics becomes MathML', () => {
  it('within a line', () => {
    expect(render('So $$E=mc^2$$ holds.\n').html).toMatchInlineSnapshot(`
      "<p>So <math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn class="tml-sml-pad">2</mn></msup></mrow><annotation encoding="application/x-tex">E=mc^2</annotation></semantics></math> holds.</p>
      "
    `);
  });

  it.each([
    ['in lines of its own', '$$\n\\frac{a}{b}\n$$\n'],
    ['alone in a paragraph', '$$\\frac{a}{b}$$\n'],
    ['in a list', '- a\n\n  $$\n  \\frac{a}{b}\n  $$\n'],
  ])('as a block %s', (_, body) => {
    const { html } = render(body);
    expect(html).toContain('<div class="math"><math display="block"');
    expect(html).not.toContain('<p><div');
  });

  it('as a block that a keyboard reaches where it may be wider than a phone', () => {
    const wide = 'abcdefghijklmnopqrstuvwxyz'.split('').join('+');
    expect(render(`$$${wide}$$\n`).html).toContain('<math tabindex="0" display="block"');
    expect(
      render('$$h(t) = \\frac{H}{2}\\left(1 - \\cos\\frac{\\pi t}{6}\\right)$$\n').html,
    ).toContain('<math display="block"');
  });

  it('in a heading, a table and a note, each with its source', () => {
    const { html, facts } = render(
      '# $$a_1$$ b\n\n| $$c_1$$ |\n| --- |\n\nd[^1]\n\n[^1]: $$e_1$$\n',
    );
    expect(html.match(/<annotation encoding="application\/x-tex">\w_1</g)).toHaveLength(3);
    expect(facts.anchors).toEqual(['a_1-b']);
  });

  it('the same in MDX, where braces mean something else outside of it', () => {
    expect(render('a $$\\frac{a}{b}$$ {1 + 1}\n', 'articles/sample.mdx').facts.faults).toEqual([]);
  });
});

it.each(['It costs $5 and $10.', 'A $x$ b.', 'Escaped \\$\\$x\\$\\$.', '`$$x$$`'])(
  '%s is no mathematics',
  (source) => {
    expect(render(`${source}\n`).html).not.toContain('<math');
    expect(faults(`${source}\n`)).toEqual([]);
  },
);

it('TeX that cannot be read is told with its line and what is wrong with it', () => {
  expect(
    faults('a\n\n$$\n\\frac{a\n$$\n\nb $$\\foo$$ and $$\\href{javascript:x}{y}$$\n'),
  ).toMatchInlineSnapshot(`
    [
      "articles/sample.md:8: mathematics that cannot be read (Unexpected end of input in a macro argument, expected '}' at end of input: \\frac{a); expected TeX as Temml knows it; correct it, or write \\$\\$ if it is none",
      "articles/sample.md:12: mathematics that cannot be read (Unsupported function name: \\foo at position 1: \\foo); expected TeX as Temml knows it; correct it, or write \\$\\$ if it is none",
      "articles/sample.md:12: mathematics that cannot be read (Unsupported function name: \\href at position 1: \\href{javascript:x}{…); expected TeX as Temml knows it; correct it, or write \\$\\$ if it is none",
    ]
  `);
});

it.each([
  ['\\color{red}{x}', ' mathcolor="#ff0000"'],
  ['\\colorbox{yellow}{x}', ' mathbackground="'],
  ['\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}', 'tml-'],
  ['\\boxed{x} \\cancel{y} \\rule{1em}{2em} \\hspace{1em} \\text{if} \\tag{1}', '<mtext'],
  ['\\begin{CD} A @>a>> B \\\\ @VbVV @VcVV \\\\ C @>d>> D \\end{CD}', '<mtable'],
  ['\\label{main} x', '<mi>x</mi>'],
])('%s has neither inline styles nor ids', (tex, part) => {
  const { html = '' } = mathematics(tex, 'block');
  expect(html).toContain(part);
  expect(html).not.toMatch(/ (style|id|href|on\w+)=/);
});

it('feeds have its source, since readers drop MathML', () => {
  const feed = (body: string) => bodyInFeed(render(body).html, 'https://sample.example/').trim();
  expect(feed('a $$x<y$$ b\n')).toBe('<p>a <code>x&#x3C;y</code> b</p>');
  expect(feed('$$\nx\\\\\ny\n$$\n')).toBe('<pre><code>x\\\\\ny</code></pre>');
});

it('a formula has no mistake where what reads it is not installed', async () => {
  const { cache, resolve } = createRequire(import.meta.url);
  const path = resolve('temml');
  // Node looks for nothing that is there already.
  const loaded = cache[path];
  delete cache[path];
  const hooks = registerHooks({
    resolve: (name, context, next) => next(name === 'temml' ? 'not-there' : name, context),
  });
  try {
    // Another one than that which the other tests have, and that may have loaded it.
    const address: string = '../../../src/render/collect/mathematics.ts?anew';
    const anew = (await import(address)) as { readonly mathematics: typeof mathematics };
    expect(() => anew.mathematics('x', 'inline')).toThrow(PackageError);
  } finally {
    hooks.deregister();
    if (loaded) cache[path] = loaded;
  }
});
