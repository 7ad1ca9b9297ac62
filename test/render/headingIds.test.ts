import { describe, expect, it } from 'vitest';
import { type HeadingRule, headingRuleNames } from '#journal/address/headingRules.ts';
import { unescapeHtml } from '../../src/render/html/html.ts';
import { renderDocument } from '../../src/render/render.ts';
import { sampleEntry } from '../journal/sample.ts';
import { load } from '../load/content.ts';
import { article, context } from './sample.ts';

/** The ids of all headings of a body, in their order; empty for one without. */
function idsOf(rule: HeadingRule, body: string): string[] {
  const { html } = renderDocument(article(`${body}\n`), { ...context, headingIds: rule });
  return [...html.matchAll(/<h[1-6](?: id="([^"]*)")?>/g)].map(([, id = '']) => unescapeHtml(id));
}

const h = (...headings: readonly string[]) => headings.map((one) => `## ${one}`).join('\n\n');

/** What each makes of headings: those of github-slugger and Hugo among them that stand in their own tests. */
const table: readonly (readonly [string, Readonly<Record<HeadingRule, readonly string[]>>])[] = [
  [
    h('Hello World'),
    {
      scrollback: ['hello-world'],
      github: ['hello-world'],
      hugo: ['hello-world'],
      'markdown-it': ['hello-world'],
    },
  ],
  [
    h('Über Größe'),
    {
      scrollback: ['über-größe'],
      github: ['über-größe'],
      hugo: ['über-größe'],
      'markdown-it': ['%C3%BCber-gr%C3%B6%C3%9Fe'],
    },
  ],
  [
    h('God is good: 神真美好'),
    {
      scrollback: ['god-is-good-神真美好'],
      github: ['god-is-good-神真美好'],
      hugo: ['god-is-good-神真美好'],
      'markdown-it': ['god-is-good%3A-%E7%A5%9E%E7%9C%9F%E7%BE%8E%E5%A5%BD'],
    },
  ],
  [
    h('😄 unicode emoji'),
    {
      scrollback: ['unicode-emoji'],
      github: ['-unicode-emoji'],
      hugo: ['-unicode-emoji'],
      'markdown-it': ['%F0%9F%98%84-unicode-emoji'],
    },
  ],
  [
    h('🎉', '🎉'),
    {
      scrollback: ['section', 'section-2'],
      github: ['', '-1'],
      hugo: ['heading', 'heading-1'],
      'markdown-it': ['%F0%9F%8E%89', '%F0%9F%8E%89-1'],
    },
  ],
  [
    h('', ''),
    {
      scrollback: ['section', 'section-2'],
      github: ['', '-1'],
      hugo: ['heading', 'heading-1'],
      'markdown-it': ['', '-1'],
    },
  ],
  [
    h('The `a_b()` of C++'),
    {
      scrollback: ['the-a_b-of-c'],
      github: ['the-a_b-of-c'],
      hugo: ['the-a_b-of-c'],
      'markdown-it': ['the-a_b()-of-c%2B%2B'],
    },
  ],
  [
    h('An *accent* and an _accent_'),
    {
      scrollback: ['an-accent-and-an-accent'],
      github: ['an-accent-and-an-accent'],
      hugo: ['an-accent-and-an-_accent_'],
      'markdown-it': ['an-accent-and-an-accent'],
    },
  ],
  [
    h('See [here](https://a.example/b)'),
    {
      scrollback: ['see-here'],
      github: ['see-here'],
      hugo: ['see-herehttpsaexampleb'],
      'markdown-it': ['see-here'],
    },
  ],
  [
    h('A ![picture](photo.jpg)'),
    {
      scrollback: ['a-picture'],
      github: ['a-'],
      hugo: ['a-picturephotojpg'],
      'markdown-it': ['a'],
    },
  ],
  [
    h('echo', 'echo', 'echo 1', 'echo-1', 'echo'),
    {
      scrollback: ['echo', 'echo-2', 'echo-1', 'echo-1-2', 'echo-3'],
      github: ['echo', 'echo-1', 'echo-1-1', 'echo-1-2', 'echo-2'],
      hugo: ['echo', 'echo-1', 'echo-1-1', 'echo-1-2', 'echo-2'],
      'markdown-it': ['echo', 'echo-1', 'echo-1-1', 'echo-1-2', 'echo-2'],
    },
  ],
  [
    h('foxtrot-1', 'foxtrot', 'foxtrot'),
    {
      scrollback: ['foxtrot-1', 'foxtrot', 'foxtrot-2'],
      github: ['foxtrot-1', 'foxtrot', 'foxtrot-2'],
      hugo: ['foxtrot-1', 'foxtrot', 'foxtrot-2'],
      'markdown-it': ['foxtrot-1', 'foxtrot', 'foxtrot-2'],
    },
  ],
  [
    h('Multiple--Hyphens - and   spaces'),
    {
      scrollback: ['multiple-hyphens-and-spaces'],
      github: ['multiple--hyphens---and---spaces'],
      hugo: ['multiple--hyphens---and---spaces'],
      'markdown-it': ['multiple--hyphens---and-spaces'],
    },
  ],
  [
    h('"Don\'t" -- & others?'),
    {
      scrollback: ['dont-others'],
      github: ['dont-----others'],
      hugo: ['dont-----others'],
      'markdown-it': ["%22don't%22----%26-others%3F"],
    },
  ],
  [
    h('Trailing hyphen-', 'Closed ##'),
    {
      scrollback: ['trailing-hyphen', 'closed'],
      github: ['trailing-hyphen-', 'closed'],
      hugo: ['trailing-hyphen-', 'closed'],
      'markdown-it': ['trailing-hyphen-', 'closed'],
    },
  ],
  [
    'First line\nsecond line\n===\n\n1. is no list\n---',
    {
      scrollback: ['first-line-second-line'],
      github: ['first-linesecond-line'],
      hugo: ['second-line'],
      'markdown-it': ['first-linesecond-line'],
    },
  ],
  [
    `First\\\nline\n===\n\n${h('Bread<br>Milk')}`,
    {
      scrollback: ['first-line', 'bread-milk'],
      github: ['firstline', 'breadmilk'],
      hugo: ['line', 'breadbrmilk'],
      'markdown-it': ['firstline', 'breadmilk'],
    },
  ],
  [
    h('1. Begin', '- x'),
    {
      scrollback: ['1-begin', 'x'],
      github: ['1-begin', '--x'],
      hugo: ['1-begin', '--x'],
      'markdown-it': ['1.-begin', '--x'],
    },
  ],
  [
    h('AT&amp;T <b>bold</b> \\*'),
    {
      scrollback: ['at-t-bold'],
      github: ['att-bold-'],
      hugo: ['atampt-bboldb-'],
      'markdown-it': ['at%26t-bold-*'],
    },
  ],
  [
    h('ΣΟΦΟΣ Iİ', 'Cafe\u0301'),
    {
      scrollback: ['σοφος-ii̇', 'café'],
      github: ['σοφος-ii̇', 'cafe\u0301'],
      hugo: ['σοφοσ-ii', 'cafe'],
      'markdown-it': [encodeURIComponent('σοφος-ii̇'), 'cafe%CC%81'],
    },
  ],
  [
    h('A {#own}', 'own', 'main'),
    {
      scrollback: ['own', 'own-2', 'main-2'],
      github: ['own', 'own-1', 'main-1'],
      hugo: ['own', 'own-1', 'main-1'],
      'markdown-it': ['own', 'own-1', 'main-1'],
    },
  ],
  [
    `> ${h('In a quotation')}\n\n- ${h('In a list')}`,
    {
      scrollback: ['in-a-quotation', 'in-a-list'],
      github: ['in-a-quotation', 'in-a-list'],
      hugo: ['in-a-quotation', 'in-a-list'],
      'markdown-it': ['in-a-quotation', 'in-a-list'],
    },
  ],
];

describe.each(headingRuleNames)('by the rule of %s', (rule) => {
  it.each(table.map(([body, ids]) => [body, ids[rule]] as const))('%j has %j', (body, ids) => {
    expect(idsOf(rule, body)).toEqual(ids);
  });
});

it('an article in MDX has the same ids', () => {
  const document = article('## A *b* `c`\n\n## A *b* `c`\n', 'articles/sample.mdx');
  const { facts } = renderDocument(document, { ...context, headingIds: 'github' });
  expect(facts.anchors).toEqual(['a-b-c', 'a-b-c-1']);
});

describe('links to headings are checked by the rule of the journal', () => {
  const body = '## Über uns!\n\n## C++\n\n## C++\n';
  it.each([
    ['scrollback', '[a](#über-uns) [b](#%C3%BCber-uns) [c](#c-2) [[#Über uns!]]', '#c-1'],
    ['github', '[a](#über-uns) [b](#%C3%BCber-uns) [c](#c-1) [[#Über uns!]]', '#c-2'],
    ['hugo', '[a](#über-uns) [b](#%C3%BCber-uns) [c](#c-1) [[#Über uns!]]', '#c-2'],
    ['markdown-it', '[a](#über-uns!) [b](#%C3%BCber-uns!) [c](#c%2B%2B-1) [[#Über uns!]]', '#c-2'],
  ])('of %s', async (rule, links, wrong) => {
    const { faults } = await load({
      'site.yaml': `title: S\nurl: https://s.example\nheadingIds: ${rule}\n`,
      'articles/a.md': `---\ntitle: A\ndate: 2026-01-02\n---\n\n${body}\n${links}\n`,
      'articles/b.md': `---\ntitle: B\ndate: 2026-01-02\n---\n\n[d](a.md${wrong}) [[A#Über uns!]]\n`,
    });
    expect(faults.map(({ file, kind }) => `${file} ${kind}`)).toEqual([
      'articles/b.md dead-anchor',
    ]);
  });
});

it.each([
  ['articles/sample.md', 'title: A', '## A\n\n### B', 'h2 h3'],
  ['articles/sample.md', 'title: A', '# A\n\n## B\n\n<h3>C</h3>\n\n###### D', 'h2 h3 h4 h6'],
  ['notes/sample.md', 'title: A', '> Words\n> =====', 'h2'],
  ['notes/sample.md', '', '# A\n\n## B', 'h2 h3'],
  ['notes/sample.md', '', '# A\n\n## B\n\n# C', 'h2 h3 h2'],
])('%s with "%s" leaves the first rank to the page: %j', (file, title, body, ranks) => {
  const entry = sampleEntry(file, `date: 2026-01-02\n${title}`, `${body}\n`);
  const { html } = renderDocument(entry, context);
  expect([...html.matchAll(/<(h[1-6])/g)].map(([, rank]) => rank).join(' ')).toBe(ranks);
});
