import { describe, expect, it } from 'vitest';
import { plainWords } from '#journal/text/markdown.ts';
import { commentHtml } from '../../../../src/render/output/comment.ts';
import { bodyInFeed } from '../../../../src/render/output/rewrite.ts';
import { plainText } from '../../../../src/search/plainText.ts';
import { renderMdx } from '../../../render/mdx.ts';
import { render } from '../../../render/sample.ts';

const hidden = (html: string) =>
  `<label class="spoiler"><input type="checkbox" aria-label="Spoiler" /><span hidden>${html}</span></label>`;
const shown = (body: string) => render(`${body}\n`).html.trim();
const permalink = 'https://sample.example/2026/sample/';

describe('a spoiler is hidden on the page until somebody asks', () => {
  it.each([
    ['among words', 'The end: ||they leave||.', `<p>The end: ${hidden('they leave')}.</p>`],
    ['alone', '||a||', `<p>${hidden('a')}</p>`],
    [
      'with marks in it',
      '||a **b** `c`||',
      `<p>${hidden('a <strong>b</strong> <code>c</code>')}</p>`,
    ],
    ['within marks', '**a ||b||**', `<p><strong>a ${hidden('b')}</strong></p>`],
    [
      'behind an address with an escape in it',
      'a ||www\\.x.example/a\\\\|| b',
      `<p>a ${hidden('<a href="http://www.x.example/a%5C" data-bare="">www.x.example/a\\</a>')} b</p>`,
    ],
    [
      'beside the mark of an emphasis',
      '__a||1. b||__',
      `<p><strong>a${hidden('1. b')}</strong></p>`,
    ],
    ['over two lines', '||a\nb||', `<p>${hidden('a\nb')}</p>`],
    ['twice in a line', '||a|| b ||c||', `<p>${hidden('a')} b ${hidden('c')}</p>`],
    [
      'within another, which hides it already',
      '||a ||b||, **||c||** d||!',
      `<p>${hidden('a b, <strong>c</strong> d')}!</p>`,
    ],
    ['beside a mark without another', '||a ||b|| c', `<p>${hidden('a ||b')} c</p>`],
    [
      'beside letters',
      'pre||fix|| 他说||秘密||吧',
      `<p>pre${hidden('fix')} 他说${hidden('秘密')}吧</p>`,
    ],
    [
      'with a bare address',
      '||https://x.yz/a||',
      `<p>${hidden('<a href="https://x.yz/a" data-bare="">https://x.yz/a</a>')}</p>`,
    ],
    [
      'behind a bare address',
      'www.x.yz||a||',
      `<p><a href="http://www.x.yz" data-bare="">www.x.yz</a>${hidden('a')}</p>`,
    ],
    ['with a link', '||[a](/about/)||', `<p>${hidden('<a href="/about/">a</a>')}</p>`],
    ['in a link, whole', '[a ||b||](/about/) c', `<p>${hidden('<a href="/about/">a b</a>')} c</p>`],
    ['with a name', '||[[About]]||', `<p>${hidden('<a href="/about/">About</a>')}</p>`],
    [
      'in a heading, whose id tells nothing',
      '# The ||end|| here',
      `<h2 id="the-here">The ${hidden('end')} here</h2>`,
    ],
    ['in a list', '- ||a||', `<ul>\n<li>${hidden('a')}</li>\n</ul>`],
    ['in a quotation', '> a ||b||', `<blockquote>\n<p>a ${hidden('b')}</p>\n</blockquote>`],
    [
      'as a picture',
      '||![A](photo.jpg)||',
      `<p>${hidden('<img data-journal-image="articles/photo.jpg" alt="A" />')}</p>`,
    ],
  ])('%s', (_, body, html) => {
    expect(shown(body)).toBe(html);
  });

  it('in a cell, where a bar is written with a backslash', () => {
    expect(shown('| a |\n|---|\n| \\|\\|b\\|\\| |')).toContain(`<td>${hidden('b')}</td>`);
  });

  it.each([
    ['b ||c||', `b ${hidden('c')}`],
    ['b\n-- ||C||', `b <small class="credit">${hidden('C')}</small>`],
  ])('in a caption: %j', (lines, html) => {
    const caption = `<figcaption>${html}</figcaption>`;
    const picture = '<img data-journal-image="articles/photo.jpg" alt="A" />';
    expect(shown(`![A](photo.jpg)\n${lines}`)).toBe(`<figure>${picture}${caption}</figure>`);
    const figure = `<figure>${hidden(picture)}${caption}</figure>`;
    expect(shown(`||![A](photo.jpg)||\n${lines}`)).toBe(figure);
    expect(renderMdx(`||![A](photo.jpg)||\n${lines}`)).toBe(figure);
  });

  it.each([
    ['||a||', `<p>${hidden('a')}</p>`],
    ['||a||\n||b||', `<p>${hidden('a')}\n${hidden('b')}</p>`],
    [
      '> ||a|| ||*b*||',
      `<blockquote>\n<p>${hidden('a')} ${hidden('<em>b</em>')}</p>\n</blockquote>`,
    ],
    ['- ||a||', `<ul>\n<li>${hidden('a')}</li>\n</ul>`],
    ['# ||a||', `<h2 id="section">${hidden('a')}</h2>`],
  ])('alone in its line, in MDX as in Markdown: %j', (body, html) => {
    expect(renderMdx(body)).toBe(html);
    expect(shown(body)).toBe(html);
  });

  it('in the front matter, and keeps the lines of faults', () => {
    const { facts } = render('||a||\n\nb ||c||\n\n[d](nope.md)\n');
    expect(facts.faults.map(({ line }) => line)).toEqual([10]);
  });
});

it.each([
  'a || b',
  'a || b || c',
  '||a ||',
  '|| a||',
  '(a||b) && (c||d)',
  '||||a||||',
  '|||a|||',
  '`||a||`',
  '```\n||a||\n```',
  '    ||a||',
  '\\|\\|a\\|\\|',
  '\\||a||',
  '&#124;&#124;a&#124;&#124;',
  '||a',
  '||a\n\nb||',
])('%j has no spoiler', (body) => {
  expect(shown(body)).not.toContain('spoiler');
  expect(plainWords(body)).not.toContain('▒');
});

it('in tables an empty cell and an escaped "or" are no spoilers', () => {
  expect(shown('| a || b |\n|---|---|---|\n| c \\|\\| d || e |')).not.toContain('spoiler');
});

describe('the words of a spoiler are nowhere else', () => {
  const body =
    '# The ||first||\n\nIt ends ||**badly**||, and ||![secret](photo.jpg)||.[^1]\n\n[^1]: N ||note||\n';
  const { html, facts } = render(body);
  const secret = /first|badly|secret|note\b/;

  it('not in the excerpt', () => {
    expect(facts.excerpt).toBe('It ends ▒▒▒, and ▒▒▒.');
    expect(render('||a|| b\n', 'articles/sample.mdx').facts.excerpt).toBe('▒▒▒ b');
    expect(render('||a||\n', 'articles/sample.mdx').facts.excerpt).toBe('▒▒▒');
  });

  it.each([
    '![A](photo.jpg)\nIt is ||Bob||\n-- Ana',
    '> [!NOTE] It is ||Bob||',
    '> It is ||Bob||\n>\n> -- ||Eve||',
    '- It is ||Bob||',
    '| It is \\|\\|Bob\\|\\| |\n|---|',
    '> [!PULL]\n> It is ||Bob||',
  ])('not in the excerpt of %j', (body) => {
    expect(render(`${body}\n`).facts.excerpt).toBe('It is ▒▒▒');
    expect(render(`${body}\n`, 'articles/sample.mdx').facts.excerpt).toBe('It is ▒▒▒');
  });

  it('not in a feed', () => {
    const feed = bodyInFeed(html, permalink);
    expect(feed).toContain('It ends <span>▒▒▒</span>, and <span>▒▒▒</span>.');
    expect(feed.replace(/(?:id|href|aria-label|class)="[^"]*"/g, '')).not.toMatch(secret);
  });

  it('not in what is searched', () => {
    expect(plainText(html)).toContain('It ends ▒▒▒, and ▒▒▒.');
    expect(plainText(html)).not.toMatch(/first|badly|secret/);
  });

  it('not in a description', () => {
    expect(plainWords('It was ||*him*||, [||her||](/x/) and ||them||')).toBe(
      'It was ▒▒▒, ▒▒▒ and ▒▒▒',
    );
  });

  it('a note that only a spoiler refers to keeps its mark in feeds', () => {
    const marked = bodyInFeed(render('||a[^1]||\n\n[^1]: N\n').html, permalink);
    expect(marked).toContain('<span>▒▒▒<sup><a');
  });
});

it('a comment hides what its writer hid', () => {
  expect(commentHtml('It was ||*Bob*||.')).toBe(`<p>It was ${hidden('<em>Bob</em>')}.</p>`);
});

it('a body with thousands of spoilers has them all', () => {
  const [words, body] = ['a '.repeat(1_000), '||a|| b\n\n'.repeat(1_000)];
  expect(render(body).html.split(hidden('a'))).toHaveLength(1_001);
  expect(plainWords(body)).toBe(words.replaceAll('a', '▒▒▒ b').trim());
});
