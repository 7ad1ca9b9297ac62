import { expect, it } from 'vitest';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import { describeFault } from '#journal/fault/fault.ts';

const told = (files: Record<string, string>) => {
  const all = { 'site.yaml': 'title: T\nurl: https://s.example\n', ...files };
  const sources = Object.entries(all).map(([file, source]) => ({ file, source }));
  const { faults, unread } = assembleJournal(sources);
  expect(unread).toEqual([]);
  return faults.map((fault) => describeFault(fault));
};
const note = (body: string, more = '') => `---\ndate: 2026-01-02\n${more}---\n\n${body}\n`;
const lost = (sign: string) =>
  `the character U+FFFD (${sign}), which programs write in place of one that they could not read; expected the character that was lost; type it anew, or put the sign into code (\`\uFFFD\`) if it is meant`;
const misread = (sign: string) =>
  `"${sign}", which a character of UTF-8 looks like where it was read as Windows-1252; expected the character itself; type it anew, or put it into code if it is meant`;

it.each([
  [
    'in a text',
    note('caf\uFFFD\n\nx \uFFFD\uFFFD y \uFFFD'),
    [`5: ${lost('\uFFFD')}`, `7: ${lost('\uFFFD\uFFFD')}`],
  ],
  ['in front matter', note('x', 'tags: [caf\uFFFD]\n'), [`3: ${lost('\uFFFD')}`]],
  [
    'behind code',
    note('`\uFFFD` a\n```\n\uFFFD\n```\n[\uFFFD](/b.txt "c")'),
    [`9: ${lost('\uFFFD')}`],
  ],
  [
    'that was saved as UTF-8 afterwards',
    note('cafÃ© Itâ€™s\nÃ¼ber'),
    [`5: ${misread('Ã©')}`, `6: ${misread('Ã¼')}`],
  ],
])(
  'a character that was lost %s is told with its line, and stops nothing',
  (_, source, expected) => {
    expect(told({ 'notes/a.md': source }).filter((one) => !one.includes('b.txt'))).toEqual(
      expected.map((one) => `warning: notes/a.md:${one}`),
    );
  },
);

it('so it is in settings, and in a draft', () => {
  expect(
    told({
      'authors.yaml': 'ana:\n  name: An\uFFFD\n',
      'notes/a.md': note('\uFFFD', 'draft: true\n'),
    }),
  ).toEqual([
    `warning: authors.yaml:2: ${lost('\uFFFD')}`,
    `in a draft: notes/a.md:6: ${lost('\uFFFD')}`,
  ]);
});

it.each([
  'in `caf\uFFFD`, and `cafÃ©`',
  '```\n\uFFFD\n```',
  '&#xFFFD;',
  'SÃO, AMANHÃ. «IRMû, Â, Ä, È, 100 °C, l’été, “a”, 😀',
])('and none is told in %j', (body) => {
  expect(told({ 'notes/a.md': note(body) })).toEqual([]);
});
