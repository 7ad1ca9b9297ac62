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

/**
 * What each makes of headings, in the order of their names: those of github-slugger and Hugo among them that stand in their
 * own tests. One that is not in its row makes what the one before it makes.
 */
const table: readonly (readonly [body: string, ids: string, ...others: string[]])[] = [
  [h('Hello World'), 'hello-world'],
  [h('Über Größe'), 'über-größe', 'über-größe', 'über-größe', '%C3%BCber-gr%C3%B6%C3%9Fe'],
  [
    h('God is good: 神真美好'),
    'god-is-good-神真美好',
    'god-is-good-神真美好',
    'god-is-good-神真美好',
    'god-is-good%3A-%E7%A5%9E%E7%9C%9F%E7%BE%8E%E5%A5%BD',
  ],
  [
    h('😄 unicode emoji'),
    'unicode-emoji',
    '-unicode-emoji',
    '-unicode-emoji',
    '%F0%9F%98%84-unicode-emoji',
  ],
  [h('🎉', '🎉'), 'section section-2', ' -1', 'heading heading-1', '%F0%9F%8E%89 %F0%9F%8E%89-1'],
  [h('', ''), 'section section-2', ' -1', 'heading heading-1', ' -1'],
  [h('The `a_b()` of C++'), 'the-a_b-of-c', 'the-a_b-of-c', 'the-a_b-of-c', 'the-a_b()-of-c%2B%2B'],
  [
    h('An *accent* and an _accent_'),
    'an-accent-and-an-accent',
    'an-accent-and-an-accent',
    'an-accent-and-an-_accent_',
    'an-accent-and-an-accent',
  ],
  [
    h('See [here](https://a.example/b)'),
    'see-here',
    'see-here',
    'see-herehttpsaexampleb',
    'see-here',
  ],
  [h('A ![picture](photo.jpg)'), 'a-picture', 'a-', 'a-picturephotojpg', 'a'],
  [
    h('echo', 'echo', 'echo 1', 'echo-1', 'echo'),
    'echo echo-2 echo-1 echo-1-2 echo-3',
    'echo echo-1 echo-1-1 echo-1-2 echo-2',
  ],
  [h('foxtrot-1', 'foxtrot', 'foxtrot'), 'foxtrot-1 foxtrot foxtrot-2'],
  [
    h('Multiple--Hyphens - and   spaces'),
    'multiple-hyphens-and-spaces',
    'multiple--hyphens---and---spaces',
    'multiple--hyphens---and---spaces',
    'multiple--hyphens---and-spaces',
  ],
  [
    h('"Don\'t" -- & others?'),
    'dont-others',
    'dont-----others',
    'dont-----others',
    "%22don't%22----%26-others%3F",
  ],
  [h('Trailing hyphen-', 'Closed ##'), 'trailing-hyphen closed', 'trailing-hyphen- closed'],
  [
    'First line\nsecond line\n===\n\n1. is no list\n---',
    'first-line-second-line',
    'first-linesecond-line',
    'second-line',
    'first-linesecond-line',
  ],
  [
    `First\\\nline\n===\n\n${h('Bread<br>Milk')}`,
    'first-line bread-milk',
    'firstline breadmilk',
    'line breadbrmilk',
    'firstline breadmilk',
  ],
  [h('1. Begin', '- x'), '1-begin x', '1-begin --x', '1-begin --x', '1.-begin --x'],
  [h('AT&amp;T <b>bold</b> \\*'), 'at-t-bold', 'att-bold-', 'atampt-bboldb-', 'at%26t-bold-*'],
  [
    h('ΣΟΦΟΣ Iİ', 'Cafe\u0301'),
    'σοφος-ii̇ café',
    'σοφος-ii̇ cafe\u0301',
    'σοφοσ-ii cafe',
    '%CF%83%CE%BF%CF%86%CE%BF%CF%82-ii%CC%87 cafe%CC%81',
  ],
  [h('A {#own}', 'own', 'main'), 'own own-2 main-2', 'own own-1 main-1'],
  [`> ${h('In a quotation')}\n\n- ${h('In a list')}`, 'in-a-quotation in-a-list'],
];

describe.each(headingRuleNames)('by the rule of %s', (rule) => {
  const idsIn = (ids: readonly string[]) => ids[headingRuleNames.indexOf(rule)] ?? ids.at(-1);

  it.each(table.map(([body, ...ids]) => [body, idsIn(ids)]))('%j has %j', (body, ids) => {
    expect(idsOf(rule, body).join(' ')).toBe(ids);
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
