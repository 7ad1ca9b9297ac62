import { describe, expect, it, test } from 'vitest';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import { conflictFaults } from '#journal/file/conflictMarkers.ts';
import { editFrontMatter } from '#journal/file/frontMatter.ts';
import { parseYaml } from '#journal/file/yaml.ts';

const conflict = '<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> 1a2b3c4 (Words)\n';
const withBase = '<<<<<<< HEAD\nmine\n||||||| 0f0f0f0\nbase\n=======\ntheirs\n>>>>>>> theirs\n';
const note = (body: string) => `---\ndate: 2026-01-02\n---\n\n${body}`;
const site = { file: 'site.yaml', source: 'title: A\nurl: https://a.example\n' };
const linesOf = (text: string) => conflictFaults(text, 'a.md').map(({ line }) => line);

describe('a conflict is a fault, on its first line', () => {
  it.each<[string, string, number[]]>([
    ['in the text', `Words\n\n${conflict}`, [3]],
    ['with the common base', `${withBase}Words\n`, [1]],
    ['with \\r\\n', `Words\n${conflict}`.replaceAll('\n', '\r\n'), [2]],
    ['at the end of a file without a line break', conflict.trimEnd(), [1]],
    ['without names', '<<<<<<<\na\n=======\nb\n>>>>>>>\n', [1]],
    ['two of them', `${conflict}\n${withBase}`, [1, 7]],
    ['where one side has nothing', '<<<<<<< HEAD\n=======\nb\n>>>>>>> x\n', [1]],
    ['with a heading in it', '<<<<<<< HEAD\nTitle\n=======\n=======\nb\n>>>>>>> x\n', [1]],
    ['in code of a language', `\`\`\`ts\n${conflict}\`\`\`\n`, [2]],
    ['that begins in code and ends behind it', '```\n<<<<<<< H\na\n=======\n```\n>>>>>>> x\n', [2]],
    ['around the beginning of code', '<<<<<<< H\n```\n=======\n~~~\n>>>>>>> x\n', [1]],
    ['over two blocks of code', '```\n<<<<<<< H\n```\n\n```\n=======\n>>>>>>> x\n```\n', [2]],
    ['of which the beginning was taken out', 'mine\n=======\nb\n>>>>>>> 1a2b3c4 (Words)\n', [2]],
    ['of which the end was taken out', `<<<<<<< HEAD\nmine\n=======\nb\n\n${conflict}`, [1, 6]],
    ['behind code that is closed', `\`\`\`\na\n\`\`\`\n${conflict}`, [4]],
  ])('%s', (_, source, lines) => {
    expect(linesOf(source)).toEqual(lines);
  });
});

describe('no conflict are', () => {
  it.each([
    ['a heading', 'Title\n=======\n'],
    ['a quotation in quotations', '>>>>>>> deep\n'],
    ['lines in another order', '>>>>>>> x\n=======\n<<<<<<< HEAD\n'],
    ['a set without its middle', '<<<<<<< HEAD\n>>>>>>> x\n'],
    ['a heading, and a quotation before it', '>>>>>>> deep\n\nTitle\n=======\n'],
    ['the rest of one in code that is about them', '```\nb\n=======\nc\n>>>>>>> x\n```\n'],
    ['longer rows', '<<<<<<<< HEAD\n========\n>>>>>>>> x\n'],
    ['indented lines', conflict.replace(/^/gm, ' ')],
    ['lines of code that is about them', `Look:\n\n\`\`\`\n${conflict}\`\`\`\n`],
    ['a diff that is about them', `~~~diff\n${withBase}~~~\n`],
    ['a longer fence', `\`\`\`\`text title="a"\n\`\`\`\n${conflict}\`\`\`\n\`\`\`\`\n`],
  ])('%s', (_, source) => {
    expect(linesOf(source)).toEqual([]);
  });
});

describe('of a file in conflict that alone is told, and nothing of it is read', () => {
  const files = {
    'an article': ['articles/a.md', `---\ntitle: A\n${conflict}---\n\nText\n`, 3],
    'a note': ['notes/a.md', note(conflict), 5],
    MDX: ['articles/a.mdx', `---\ntitle: A\ndate: 2026-01-02\n---\n${conflict}`, 5],
    'a page': ['pages/about.md', `---\ntitle: A\n---\n${conflict}`, 4],
    comments: ['comments/notes/a.yaml', `entry: /notes/a/\n${conflict}comments: []\n`, 2],
    'a series': ['series/s.yaml', `${conflict}title: S\n`, 1],
    authors: ['authors.yaml', conflict, 1],
    people: ['people.yaml', conflict, 1],
    'the blogroll': ['blogroll.yaml', conflict, 1],
  } as const;
  it.each(Object.entries(files))('%s', (_, [file, source, line]) => {
    const { journal, faults, unread } = assembleJournal([site, { file, source }]);
    expect(faults.map((fault) => [fault.file, fault.line])).toEqual([[file, line]]);
    expect(faults[0]?.what).toContain('git could not join');
    expect(journal?.entries).toEqual([]);
    expect(unread).toEqual(/^(articles|notes)/.test(file) ? [file] : []);
  });

  test('site.yaml', () => {
    const { value, faults } = parseYaml(`title: A\n${conflict}`, 'site.yaml');
    expect([value, faults.map(({ line }) => line)]).toEqual([undefined, [2]]);
  });
});

test('a file in conflict is not edited', () => {
  expect(() => editFrontMatter(note(conflict), { draft: true })).toThrow(/git could not join/);
});
