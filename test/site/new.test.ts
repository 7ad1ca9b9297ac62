import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readEntry } from '#journal/content/entry.ts';
import { siteSchema } from '#journal/schema/siteSchema.ts';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { temporaryFolder } from '../load/temporary.ts';
import { runTogether } from '../runTogether.ts';

const command = fileURLToPath(new URL('../../src/new.ts', import.meta.url));
const siteText = 'title: S\nurl: https://s.example\ntimeZone: Asia/Tokyo\n';
const site = siteSchema.parse({ title: 'S', url: 'https://s.example', timeZone: 'Asia/Tokyo' });

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Half past nine in the morning of 31 May 2026 in Tokyo. */
const environmentOf = (content: string) => ({
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
  TZ: 'America/Los_Angeles',
  JOURNAL_CONTENT: content,
  SOURCE_DATE_EPOCH: String(Date.parse('2026-05-31T00:30:05Z') / 1000),
});

const endOf = (content: string, { code, out, error }: Ended): Ended => ({
  code,
  out: out.replaceAll(content, 'content'),
  error: error.replaceAll(content, 'content'),
});

/** `npm run new -- …`, in a process that it shares with those before it. */
async function run(content: string, args: readonly string[]): Promise<Ended> {
  const order = { path: command, parameters: args, environment: environmentOf(content) };
  return endOf(content, await runTogether(order));
}

/** In a process of its own. */
function runApart(
  content: string,
  args: readonly string[],
  more: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [command, ...args],
      { env: { ...environmentOf(content), ...more } },
      (_, out, error) => resolve(endOf(content, { code: child.exitCode ?? -1, out, error })),
    );
  });
}

const journal = (files: Readonly<Record<string, string>> = {}) =>
  temporaryFolder({ 'site.yaml': siteText, ...files });

const article = (title: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2026-01-02${more}\n---\n`;

describe('npm run new', () => {
  it('writes an article as a draft of this moment and says what to do next', async () => {
    const content = await journal();
    expect(
      await run(content, ['The first rain', '--tag', 'weather', '--tag', 'North Sea']),
    ).toEqual({
      code: 0,
      error: '',
      out: 'Wrote content/articles/the-first-rain.md; "npm run dev" shows it as a draft.\nTo publish it, set its date and remove the line "draft: true".\n',
    });
    expect(await readFile(join(content, 'articles/the-first-rain.md'), 'utf8')).toBe(
      '---\ntitle: The first rain\ndate: 2026-05-31T09:30:05+09:00\ntags:\n  - weather\n  - North Sea\ndraft: true\n---\n\n',
    );
  });

  it('writes a note under the name of its moment', async () => {
    const content = await journal();
    expect(await run(content, ['--note', '--- Is *this* kept: yes'])).toMatchObject({ code: 0 });
    expect(await run(content, ['--note'])).toMatchObject({ code: 0 });
    expect(await filesBelow(join(content, 'notes'))).toEqual([
      '2026-05-31-093005-2.md',
      '2026-05-31-093005.md',
    ]);
    expect(await readFile(join(content, 'notes/2026-05-31-093005.md'), 'utf8')).toBe(
      '---\ndate: 2026-05-31T09:30:05+09:00\ndraft: true\n---\n\n--- Is *this* kept: yes\n',
    );
  });

  it.each([
    ['It’s: “a test” # not a comment', 'its-a-test-not-a-comment'],
    ['- *star* & {brace} \'single\' "double" \\ back', 'star-brace-single-double-back'],
    ['007', '007'],
    ['true', 'true'],
    ['日本語の題', '日本語の題'],
    ['🎉🎉', '2026-05-31'],
    ['Über Straße', 'über-straße'],
  ])('keeps the title %s whole', async (title, slug) => {
    const content = await journal();
    expect(await run(content, [title])).toMatchObject({ code: 0, error: '' });
    const file = `articles/${slug}.md`;
    const { entry } = readEntry(file, await readFile(join(content, file), 'utf8'), site);
    expect(entry).toMatchObject({
      title,
      slug,
      draft: true,
      date: { day: '2026-05-31', time: '09:30' },
    });
  });

  it('makes a folder with room for pictures, in a series', async () => {
    const content = await journal({ 'series/tide.yaml': 'title: Tide\n' });
    await run(content, ['Ebb', '--folder', '--series', 'tide']);
    const text = await readFile(join(content, 'articles/ebb/index.md'), 'utf8');
    expect(text).toContain('\nseries: tide\n');
  });

  it.each([
    ['a file', { 'articles/ebb.md': article('Another') }],
    ['a folder', { 'articles/ebb/photo.jpg': '' }],
    ['MDX', { 'articles/ebb.mdx': article('Another') }],
    ['the path', { 'articles/old/tide.md': article('Another', '\nslug: ebb') }],
    ['an alias', { 'articles/tide.md': article('Another', '\naliases: /2026/ebb/') }],
  ])('takes another name where %s has it already', async (_, files) => {
    const content = await journal(files);
    expect(await run(content, ['Ebb'])).toMatchObject({ code: 0 });
    const after = await filesBelow(content);
    expect(after).toEqual(['articles/ebb-2.md', ...Object.keys(files), 'site.yaml'].sort());
    for (const [file, text] of Object.entries(files))
      expect(await readFile(join(content, file), 'utf8')).toBe(text);
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
    [
      'a title that an article has',
      { 'articles/2024/ebb.md': article('Ebb') },
      ['ebb'],
      'Nothing was written.\ncontent/articles/2024/ebb.md:2: an article with the title "Ebb" is there already; expected a title of its own; go on writing that one, or give another title\n',
    ],
    [
      'an unknown series and a tag that is another one’s page',
      { 'series/tide.yaml': 'title: Tide\n', 'articles/a.md': article('A', '\ntags: C++') },
      ['Ebb', '--series', 'tied', '--tag', 'c plus-plus'],
      'Nothing was written.\ncontent/articles/ebb.md:5: the tag "c plus-plus", whose page /tags/c-plus-plus/ is that of the tag "C++"; expected one spelling; write "C++"\ncontent/articles/ebb.md:6: unknown series "tied"; expected one of tide; did you mean "tide"?\n',
    ],
    [
      'no site.yaml',
      { 'site.yaml': '' },
      ['Ebb'],
      'Nothing was written.\ncontent/site.yaml:1: no "title"; expected text; add the line "title: …"\ncontent/site.yaml:1: no "url"; expected an address that begins with https:// (or http://); add the line "url: …"\n',
    ],
  ])('refuses %s', async (_, files, args, message) => {
    const content = await journal(files);
    const before = await filesBelow(content);
    expect(await run(content, args)).toEqual({ code: 1, out: '', error: message });
    expect(await filesBelow(content)).toEqual(before);
  });

  it('says that site.yaml is missing', async () => {
    const { code, error } = await run(await temporaryFolder(), ['Ebb']);
    expect(code).toBe(1);
    expect(error).toContain(
      'content/site.yaml:1: no such file; expected the journal’s title and url',
    );
  });

  it('tells everything that is wrong with the command at once', async () => {
    const { code, out, error } = await run(await journal(), [
      '--serie',
      'a',
      '--folder=b',
      '--tag',
    ]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error.split('\n\n')[0]).toBe(
      [
        'unknown option --serie; expected one of --note, --series, --tag, --folder, --edit, --help; did you mean "--series"?',
        '--folder=b; expected --folder alone',
        '--tag without a value; expected --tag VALUE',
      ].join('\n'),
    );
    expect(await run(await journal(), [])).toMatchObject({
      code: 1,
      error: expect.stringContaining('no title; expected npm run new -- "Title"'),
    });
  });

  it('explains itself', async () => {
    const { code, out } = await run(await journal(), ['--help']);
    expect(code).toBe(0);
    expect(out).toContain('npm run new -- "Title"');
  });

  it('opens the editor with its arguments, and passes its failure on', async () => {
    const content = await journal();
    const program = await temporaryFolder({
      'edit.mjs':
        'import { appendFileSync } from "node:fs";\nappendFileSync(process.argv[3], process.argv[2] + "\\n");\n',
    });
    const editor = `"${process.execPath}" "${join(program, 'edit.mjs')}"`;
    const opened = await runApart(content, ['$(true) "Ebb"', '--edit'], {
      VISUAL: `${editor} typed`,
      EDITOR: 'no',
    });
    expect(opened).toMatchObject({ code: 0, error: '' });
    expect(await readFile(join(content, 'articles/true-ebb.md'), 'utf8')).toMatch(
      /---\n\ntyped\n$/,
    );

    const failed = await runApart(content, ['Flood', '--edit'], {
      EDITOR: `"${process.execPath}" --eval "process.exit(3)" --`,
    });
    expect(failed.code).toBe(1);
    expect(failed.error).toContain('ended with 3. The file is there: content/articles/flood.md.');

    const none = await runApart(content, ['Slack water', '--edit']);
    expect(none).toMatchObject({ code: 0 });
    expect(none.out).toContain('open content/articles/slack-water.md yourself');
  });

  it('two at the same moment get names of their own', async () => {
    const content = await journal();
    const ended = await Promise.all(
      ['One', 'Two', 'Three'].map((text) => runApart(content, ['--note', text])),
    );
    const written = await filesBelow(join(content, 'notes'));
    expect(ended.filter(({ code }) => code === 0)).toHaveLength(written.length);
    const texts = await Promise.all(
      written.map((file) => readFile(join(content, 'notes', file), 'utf8')),
    );
    expect(new Set(texts).size).toBe(written.length);
  });
});
