import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentsFile, isCommentsFile } from '#journal/content/comments.ts';
import { faultsOfFiles, type SampleFiles } from '../sample.ts';

const note = (lines = '') => `---\ndate: 2026-01-02\n${lines}\n---\n\nText.\n`;
const comment = (id: string, lines = '') =>
  `  - id: ${id}\n    name: Ann\n    date: 2026-01-03T10:00:00+01:00\n    text: Words.\n${lines
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}\n`))
    .join('')}`;
const file = (...comments: readonly string[]) =>
  `entry: /notes/a/\ncomments:\n${comments.join('')}`;
const journalWith = (comments: string, more: SampleFiles = {}): SampleFiles => ({
  'notes/a.md': note(),
  'comments/notes/a.yaml': comments,
  ...more,
});

describe('the comments of an entry lie in a file of its own', () => {
  it.each([
    ['/2026/hello/', 'comments/2026/hello.yaml'],
    ['/notes/größe/', 'comments/notes/größe.yaml'],
    ['/日本語/', 'comments/日本語.yaml'],
    ['/2009/old.html', 'comments/==2f2009=2fold=2ehtml.yaml'],
    ['/2026/Hello/', 'comments/==2f2026=2f=48ello=2f.yaml'],
    ['/2026/release-1.2/', 'comments/==2f2026=2frelease-1=2e2=2f.yaml'],
    ['/_hidden/', 'comments/==2f=5fhidden=2f.yaml'],
    ['/../../site/', 'comments/==2f=2e=2e=2f=2e=2e=2fsite=2f.yaml'],
    ['tag:b.example,2009:1', 'comments/=tag=3ab=2eexample=2c2009=3a1.yaml'],
    ['🎉', 'comments/==f0=9f=8e=89.yaml'],
    [`/${'x'.repeat(250)}/`, `comments/==2f${'x'.repeat(197)}/${'x'.repeat(53)}=2f.yaml`],
  ])('%s', (id, expected) => {
    expect(commentsFile(id)).toBe(expected);
    expect(isCommentsFile(expected)).toBe(true);
  });

  it('which no other id has, and which every file system takes', () => {
    const id = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('a', 'A', 'é', 'e\u0301', '-', '_', '.', '..', '/', 'ß', ':'))
        .map((parts) => `/${parts.join('')}/`),
    );
    fc.assert(
      fc.property(id, id, (one, other) => {
        const [first, second] = [commentsFile(one), commentsFile(other)];
        // To a file system without cases, and to one that composes letters.
        if (one !== other)
          expect(first.toLowerCase()).not.toBe(second.toLowerCase().normalize('NFC'));
        expect(first).toBe(first.normalize('NFC'));
        expect(`/${first}`).not.toMatch(/\/[._]|\/\/|[\\:*?"<>|\0]/);
        for (const name of first.split('/')) expect(Buffer.byteLength(name)).toBeLessThan(256);
      }),
      { numRuns: 500 },
    );
  });
});

describe('comments that are right are no fault', () => {
  it.each<[string, SampleFiles]>([
    ['none at all', journalWith('entry: /notes/a/\ncomments: []\n')],
    ['one', journalWith(file(comment('tg-1-2')))],
    [
      'every key',
      journalWith(
        file(
          comment('a', 'url: https://ann.example/\nupdated: 2026-01-03T11:00:00Z\nstatus: waiting'),
          comment('b', 'replyTo: a\nstatus: removed'),
        ),
      ),
    ],
    [
      'an answer that stands above what it answers',
      journalWith(file(comment('b', 'replyTo: a'), comment('a'))),
    ],
    ['on a draft', { ...journalWith(file(comment('a'))), 'notes/a.md': note('draft: true') }],
    [
      'on a scheduled entry',
      { ...journalWith(file(comment('a'))), 'notes/a.md': note().replace('2026', '2099') },
    ],
    [
      'on an entry with an id of its own',
      {
        'notes/b.md': note('id: "tag:b.example,2009:1"'),
        [commentsFile('tag:b.example,2009:1')]: 'entry: "tag:b.example,2009:1"\ncomments: []\n',
      },
    ],
  ])('%s', (_, files) => expect(faultsOfFiles(files)).toEqual([]));
});

it.each<[string, SampleFiles, ...string[]]>([
  [
    'an unknown key',
    journalWith(file(comment('a', 'staus: shown'))),
    'comments/notes/a.yaml:7: unknown key "comments.0.staus"; expected one of id, name, url, date, updated, text, replyTo, status; did you mean "status"?',
  ],
  [
    'a key of another kind of file',
    journalWith(`title: A\n${file(comment('a'))}`),
    'comments/notes/a.yaml:1: unknown key "title"; expected one of entry, comments; remove it',
  ],
  [
    'no id, name, date and text',
    journalWith(file('  - status: shown\n')),
    'comments/notes/a.yaml:3: no "comments.0.date"; expected a date-time with offset such as 2026-11-21T09:30:00+01:00; add below "comments.0" the line "date: …"',
    'comments/notes/a.yaml:3: no "comments.0.id"; expected an id such as tg-1234-56; add below "comments.0" the line "id: …"',
    'comments/notes/a.yaml:3: no "comments.0.name"; expected text; add below "comments.0" the line "name: …"',
    'comments/notes/a.yaml:3: no "comments.0.text"; expected text; add below "comments.0" the line "text: …"',
  ],
  [
    'an id that fits into no address',
    journalWith(file(comment('A b'))),
    'comments/notes/a.yaml:3: "comments.0.id" is "A b"; expected an id of a-z and digits with single hyphens between them, such as tg-1234-56; correct "comments.0.id"',
  ],
  [
    'a bare date',
    journalWith(file(comment('a')).replace(/T\S+/, '')),
    'comments/notes/a.yaml:5: "comments.0.date" is "2026-01-03"; expected a date-time with offset such as 2026-11-21T09:30:00+01:00; correct "comments.0.date"',
  ],
  [
    'a day that no calendar has',
    journalWith(file(comment('a')).replace('01-03', '02-30')),
    'comments/notes/a.yaml:5: "comments.0.date" is "2026-02-30T10:00:00+01:00"; expected a date-time with offset such as 2026-11-21T09:30:00+01:00; correct "comments.0.date"',
  ],
  [
    'an address without https',
    journalWith(file(comment('a', 'url: "javascript:alert(1)"'))),
    'comments/notes/a.yaml:7: "comments.0.url" is "javascript:alert(1)"; expected an address that begins with https:// (or http://); correct "comments.0.url"',
  ],
  [
    'a name of two lines',
    journalWith(file(comment('a')).replace('Ann', '"A\\nB"')),
    'comments/notes/a.yaml:4: "comments.0.name" is "A\\nB"; expected one line without control characters; correct "comments.0.name"',
  ],
  [
    'control characters',
    journalWith(file(comment('a')).replace('Words.', '"a\\bc"')),
    'comments/notes/a.yaml:6: "comments.0.text" is "a\\bc"; expected text without control characters other than line breaks and tabs; correct "comments.0.text"',
  ],
  [
    'an unknown status',
    journalWith(file(comment('a', 'status: show'))),
    'comments/notes/a.yaml:7: "comments.0.status" is "show"; expected shown, waiting or removed; correct "comments.0.status"',
  ],
  [
    'an id twice',
    journalWith(file(comment('a'), comment('b'), comment('a'))),
    'comments/notes/a.yaml:11: the comment id "a", which line 3 has already; expected an id of its own; remove one of the two, or change its id',
  ],
  [
    'an answer to nothing',
    journalWith(file(comment('tg-1-2'), comment('b', 'replyTo: tg-1-3'))),
    'comments/notes/a.yaml:11: an answer to the comment "tg-1-3", which is not in this file; expected the id of another comment of this file; did you mean "tg-1-2"?',
  ],
  [
    'an answer to itself',
    journalWith(file(comment('a', 'replyTo: a'))),
    'comments/notes/a.yaml:7: comments that answer each other in a ring (a -> a); expected answers that lead to a comment without "replyTo"; correct "replyTo" of one of them',
  ],
  [
    'a ring',
    journalWith(
      file(comment('d', 'replyTo: a'), comment('a', 'replyTo: b'), comment('b', 'replyTo: a')),
    ),
    'comments/notes/a.yaml:12: comments that answer each other in a ring (a -> b -> a); expected answers that lead to a comment without "replyTo"; correct "replyTo" of one of them',
  ],
  [
    'an entry that is not there',
    journalWith(file(comment('a')).replace('/notes/a/', '/notes/b/')),
    'comments/notes/a.yaml:1: comments on "/notes/b/", which is the id of no entry; expected the id of an entry; did you mean "/notes/a/"?',
  ],
  [
    'a path of an entry instead of its id',
    { 'notes/a.md': note('id: first'), 'comments/notes/a.yaml': file(comment('a')) },
    'comments/notes/a.yaml:1: comments on "/notes/a/", which is the id of no entry; expected the id of an entry; write "entry: first", the id of notes/a.md',
  ],
  [
    'a path of an entry whose id has a meaning in YAML',
    { 'notes/a.md': note('id: "a: #1"'), 'comments/notes/a.yaml': file(comment('a')) },
    'comments/notes/a.yaml:1: comments on "/notes/a/", which is the id of no entry; expected the id of an entry; write "entry: \'a: #1\'", the id of notes/a.md',
  ],
  [
    'another file than the entry’s own',
    journalWith('entry: /notes/a/\ncomments: []\n', { 'comments/a.yml': file(comment('a')) }),
    'comments/a.yml:1: comments on "/notes/a/" in another file than its own; expected comments/notes/a.yaml; rename the file; if there is one of that name already, move the comments into it',
  ],
  [
    'a Markdown file',
    { 'comments/a.md': 'Words.\n' },
    'comments/a.md:1: a Markdown file in no room of the journal; expected articles/, notes/ or pages/; move it, or let its name begin with . to hide it',
  ],
  [
    'an entry that may be one that cannot be read',
    { 'notes/a.md': note('updated: soon'), 'comments/notes/a.yaml': file(comment('a')) },
    'notes/a.md:3: "updated" is "soon"; expected a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00; correct "updated"',
  ],
  [
    'no YAML',
    journalWith('entry: [\n'),
    'comments/notes/a.yaml:1: YAML that cannot be read (Flow sequence in block collection must be sufficiently indented and end with a ]); expected one `key: value` a line, with text that begins with * or & or has `: ` or ` #` in it in quotes; mend that line',
  ],
])('%s is told with its line', (_, files, ...expected) => {
  expect(faultsOfFiles(files)).toEqual(expected);
});
