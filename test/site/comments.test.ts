import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mf2 } from 'microformats-parser';
import { beforeAll, expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { writeFiles } from '../load/temporary.ts';
import { built, differences } from './build.ts';

const note = (body: string, lines = 'date: 2026-01-02') => `---\n${lines}\n---\n\n${body}\n`;

/** Comments on an entry; `lines` are those of each comment. */
const comments = (entry: string, ...list: readonly string[]) =>
  `entry: ${entry}\ncomments:\n${list.map((lines) => `  - ${lines.replaceAll('\n', '\n    ')}\n`).join('')}`;

const comment = (id: string, text: string, lines = '') =>
  `id: ${id}\nname: Ann\ndate: 2026-01-03T23:30:00Z\ntext: ${JSON.stringify(text)}${lines}`;

/** Everything that is hidden says "canary". */
const files = {
  'site.yaml': 'title: S\nurl: https://sample.example\ntimeZone: Asia/Tokyo\n',
  'notes/shown.md': note('See [what Ann said](#comment--tg-1-1).'),
  'notes/linking.md': note('[Ann](shown.md#comment--tg-1-2), [all](shown.md#comments--all)'),
  'notes/draft.md': note('Draft.', 'date: 2026-01-02\ndraft: true'),
  'notes/later.md': note('Later.', 'date: 2099-01-02'),
  'notes/quiet.md': note('Quiet.', 'date: 2026-01-02\nsyndication: https://t.me/sample/7'),
  'notes/one.md': note('One.'),
  'comments/notes/shown.yaml': comments(
    '/notes/shown/',
    comment('tg-1-1', '**Nightingale** <script>sing()</script>', '\nurl: https://ann.example/'),
    comment('tg-1-2', 'An answer.', '\nreplyTo: tg-1-1\nupdated: 2026-01-04T00:00:00Z'),
    comment('canary-1', 'Canary.', '\nstatus: waiting').replace('Ann', 'Canary'),
    comment('canary-2', 'Canary.', '\nstatus: removed').replace('Ann', 'Canary'),
    comment('tg-1-3', 'An orphan.', '\nreplyTo: canary-2').replace('Ann', '<i>Zoë</i> & co.'),
  ),
  'comments/notes/draft.yaml': comments('/notes/draft/', comment('canary-3', 'Canary.')),
  'comments/notes/later.yaml': comments('/notes/later/', comment('canary-4', 'Canary.')),
  'comments/notes/one.yaml': comments('/notes/one/', comment('a', 'Words.')),
};

let folder = '';
let output = '';
let first = new Map<string, string>();
const page = (path: string) => readFile(join(output, path, 'index.html'), 'utf8');
const options = () => ({
  content: join(folder, 'content'),
  output,
  cache: join(folder, 'cache'),
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrollback-comments-'));
  output = join(folder, 'dist');
  await writeFiles(join(folder, 'content'), files);
  first = await built(options());
  return () => rm(folder, { recursive: true, force: true });
});

/** Files of the output in which a word stands. */
async function holding(word: string): Promise<string[]> {
  const all = await filesBelow(output);
  const bytes = await Promise.all(all.map((file) => readFile(join(output, file), 'latin1')));
  return all.filter((file, at) => (file + bytes[at]).toLowerCase().includes(word));
}

/** The section of comments, an element a line. */
async function section(path: string): Promise<string> {
  const html = /<section class="comments".*?<\/section>/s.exec(await page(path))?.[0] ?? '';
  return html.replace(/(?<!^)(?=<(?:h2|ol|li|p|div)\b|<\/(?:ol|section)>)/g, '\n');
}

it('a comment that is hidden, or whose entry is, appears in no file', async () => {
  expect(await holding('canary')).toEqual([]);
});

it('a comment that is shown stands on the page of its entry alone, as words', async () => {
  expect(await holding('nightingale')).toEqual(['notes/shown/index.html']);
  expect(await section('notes/shown')).toMatchInlineSnapshot(`
    "<section class="comments" aria-labelledby="comments--all" lang="en" dir="ltr">
    <h2 id="comments--all">3 comments</h2>
    <ol class="comment-list">
    <li class="comment u-comment h-cite" id="comment--tg-1-1">
    <p class="comment-head"><a class="comment-author p-author h-card" href="https://ann.example/" rel="nofollow ugc noopener"><bdi>Ann</bdi></a> <a class="comment-date u-url" href="/notes/shown/#comment--tg-1-1"><time class="dt-published" datetime="2026-01-04T08:30:00+09:00"><bdi>4 January 2026, 08:30</bdi></time></a></p>
    <div class="comment-text e-content" dir="auto" lang="en">
    <p><strong>Nightingale</strong> &lt;script&gt;sing()&lt;/script&gt;</p></div>
    <ol class="comment-list">
    <li class="comment u-comment h-cite" id="comment--tg-1-2">
    <p class="comment-head"><bdi class="comment-author p-author h-card">Ann</bdi> <a class="comment-date u-url" href="/notes/shown/#comment--tg-1-2"><time class="dt-published" datetime="2026-01-04T08:30:00+09:00"><bdi>4 January 2026, 08:30</bdi></time></a> <span class="comment-changed">changed <time class="dt-updated" datetime="2026-01-04T09:00:00+09:00"><bdi>4 January 2026, 09:00</bdi></time></span></p>
    <div class="comment-text e-content" dir="auto" lang="en">
    <p>An answer.</p></div></li>
    </ol></li>
    <li class="comment u-comment h-cite" id="comment--tg-1-3">
    <p class="comment-head"><bdi class="comment-author p-author h-card">&lt;i&gt;Zoë&lt;/i&gt; &amp; co.</bdi> <a class="comment-date u-url" href="/notes/shown/#comment--tg-1-3"><time class="dt-published" datetime="2026-01-04T08:30:00+09:00"><bdi>4 January 2026, 08:30</bdi></time></a></p>
    <div class="comment-text e-content" dir="auto" lang="en">
    <p>An orphan.</p></div></li>
    </ol>
    </section>"
  `);
});

it('a single comment is counted as one', async () => {
  expect(await section('notes/one')).toContain('>1 comment</h2>');
});

it('an entry without comments says so where there is a place for them', async () => {
  expect(await section('notes/quiet')).toMatchInlineSnapshot(`
    "<section class="comments" aria-labelledby="comments--all" lang="en" dir="ltr">
    <h2 id="comments--all">No comments</h2>
    <p class="comments-discuss"><a href="https://t.me/sample/7">Discuss on Telegram</a></p>
    </section>"
  `);
  expect(await section('notes/linking')).toBe('');
});

it('a machine reads comments as citations of the entry', async () => {
  const { items } = mf2(await page('notes/shown'), {
    baseUrl: 'https://sample.example/notes/shown/',
  });
  const entry = items.find(({ type }) => type?.includes('h-entry'));
  expect(entry?.properties['published']).toEqual(['2026-01-02']);
  const [ann, zoe] = entry?.properties['comment'] ?? [];
  expect(ann).toMatchObject({
    type: ['h-cite'],
    properties: {
      author: [{ properties: { name: ['Ann'], url: ['https://ann.example/'] } }],
      url: ['https://sample.example/notes/shown/#comment--tg-1-1'],
      published: ['2026-01-04T08:30:00+09:00'],
      content: [{ value: 'Nightingale <script>sing()</script>' }],
      comment: [{ properties: { content: [{ value: 'An answer.' }] } }],
    },
  });
  expect(zoe).toMatchObject({ properties: { author: [{ value: '<i>Zoë</i> & co.' }] } });
});

it('a comment that is allowed changes the page of its entry alone', async () => {
  const file = join(folder, 'content/comments/notes/shown.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('waiting', 'shown'));
  expect(differences(first, await built(options()))).toEqual(['~ notes/shown/index.html']);
  expect(await holding('canary')).toEqual(['notes/shown/index.html']);
});
