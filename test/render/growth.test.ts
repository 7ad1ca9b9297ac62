import { expect, it } from 'vitest';
import { readEntry } from '#journal/content/entry.ts';
import { formatFault } from '#journal/fault/fault.ts';
import { plainTextOf, proseOf } from '../../src/related/plainText.ts';
import { bodyInFeed, bodyInList } from '../../src/render/output/rewrite.ts';
import { renderDocument } from '../../src/render/render.ts';
import { piecesOf } from '../../src/search/pieces.ts';
import { plainText } from '../../src/search/plainText.ts';
import { sampleSite } from '../journal/sample.ts';
import { timesOf } from '../longRuns.ts';
import { context } from './sample.ts';

const site = sampleSite();

/** All that the site does with a text, as far as it goes. */
function whole(body: string): void {
  const source = `---\ntitle: T\ndate: 2026-01-02\n---\n\n${body}`;
  const { entry } = readEntry('articles/a.md', source, site);
  if (!entry) throw new Error('the text was refused');
  const { html, facts } = renderDocument(entry, context);
  expect(facts.faults.filter(({ what }) => what.includes('cannot be read'))).toEqual([]);
  for (const fault of facts.faults) formatFault(fault);
  bodyInList(html, entry, 'raw');
  bodyInList(html, entry, 'headings');
  bodyInFeed(html, 'https://sample.example/2026/a/');
  piecesOf(plainText(html));
  plainTextOf(html);
  proseOf(body);
}

/** The processor's time, which does not grow where other programs want it too. */
function millisecondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user } = process.cpuUsage(before);
  return user / 1000;
}

/** How much of the longest texts is written. */
const part = timesOf('thirdsOfTexts') / 3;

/** So many of what a text is made of where it is written whole. */
const most = (count: number) => Math.round(count * part);

const numbers = (count: number) => [...Array(count).keys()];
const marks = (count: number) => numbers(count).map((at) => `a[^${at}] `);
const notes = (count: number) => numbers(count).map((at) => `[^${at}]: n\n\n`);

// Each of them takes from 20 seconds to days where any step goes through all of it again for each of its parts.
it.each([
  ['thousands of footnotes', `${marks(most(4000)).join('')}\n\n${notes(most(4000)).join('')}`],
  [
    'footnotes that lead from one to the next',
    `a[^0]\n\n${numbers(most(4000))
      .map((at) => `[^${at}]: n[^${at + 1}]\n\n`)
      .join('')}[^${most(4000)}]: n\n`,
  ],
  ['marks that nothing defines', '[^a]\n'.repeat(20_000)],
  ['headings of the same words', '# a\n\n'.repeat(most(10_000))],
  ['spaces behind tl;dr', `tl;dr:${' '.repeat(300_000)}\nx\n`],
  ['backslashes and spaces in a tl;dr', `tl;dr: a${'\\'.repeat(90_000)}${' '.repeat(300_000)}b\nc`],
  ['quotes that nothing closes', '"a '.repeat(60_000)],
  ['apostrophes between marks', "*'a* ".repeat(most(15_000))],
  ['a word without an end', 'a'.repeat(300_000)],
  ['halves of addresses', 'a@'.repeat(100_000)],
  ['names in double brackets', '[[a b]] '.repeat(most(15_000))],
  ['marks in double brackets', '[[a[^1]]]\n'.repeat(most(9_000))],
  ['marks in links', `${'[a[^1]](b) '.repeat(most(9_000))}\n\n[^1]: n`],
  ['tags without an end', `<div\n${'<p "b" '.repeat(most(15_000))}`],
  ['quotes in tags without an end', `<div\n${"<p \"'<p' ".repeat(most(10_000))}`],
  ['tags in one block', `<div>\n${'<p>a</p>\n'.repeat(most(9_000))}</div>`],
  ['comments', '<!-- a --> '.repeat(most(30_000))],
  ['comments without an end', `<div>\n${'<!-- a '.repeat(most(30_000))}`],
  ['character references', '&amp;'.repeat(8_000)],
  ['spaces within a word', `a${' '.repeat(300_000)}b`],
  ['spaces within an address', `![a](<b${' '.repeat(300_000)}c.png>)`],
  [
    'lines of a fence',
    `\`\`\`js {${'1-9999,'.repeat(most(9_000))}1}\n${'a\n'.repeat(most(10_000))}\`\`\`\n`,
  ],
  ['a word in a fence', `\`\`\`js\n${'a'.repeat(200_000)}\n\`\`\`\n`],
  ['beginnings of addresses', '](a'.repeat(60_000)],
  ['addresses among words without spaces', '見るhttps://e.org/aを見て。\n'.repeat(most(12_000))],
  ['lines that go on without a space', '字*字*\n'.repeat(most(18_000)), 6_000],
  ['a line of characters without spaces', '漢字'.repeat(200_000)],
  [
    'short words that a text explains',
    `${'`a` '.repeat(5_000)}${numbers(900)
      .map((at) => `\n*[A${at}]: a`)
      .join('')}`,
  ],
  ['spoilers in a long line', `||a|| ${'word '.repeat(18)}`.repeat(most(7_000)), 6_000],
  ['pull quotes', `> [!PULL]\n> a b\n\n${'a b '.repeat(50)}\n\n`.repeat(most(3_000))],
  ['spaces before the id of a heading', `# a${' '.repeat(150_000)}{#b}c`],
  ['empty lines in a block of HTML', `<pre>a${'\n'.repeat(60_000)}b</pre>`],
  ['spaces in a task', `<li class="task-list-item">${' \t'.repeat(75_000)}n</li>`],
  ['commas of a srcset', `<img src="a.png" srcset="a${','.repeat(150_000)}b" alt="">`],
  ['halves of references in a drawing', `<svg><g fill="${'url(#'.repeat(30_000)}"/></svg>`],
  ['a srcset without pictures', `<img src="a.png" srcset="${', '.repeat(75_000)}" alt="">`],
  ['spaces in a fence', `\`\`\`js\n${' '.repeat(200_000)}a\n\`\`\`\n`],
])('%s take time in proportion', { timeout: 120_000 }, (_, body, milliseconds = 12_000) => {
  // In a third of a text, such a step takes a ninth of the time, and all others a third of it.
  const bound = part < 1 ? milliseconds / 6 : milliseconds;
  expect(millisecondsOf(() => whole(body))).toBeLessThan(bound);
});
