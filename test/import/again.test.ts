import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { imported } from './imported.ts';

const post = (words: string) => `---\ntitle: Bread\n---\n${words}\n`;
const blog = {
  '_posts/2010-05-05-bread.md': post('Crust.'),
  '_posts/2010-05-06-salt.md': post('Salt.'),
};

it('a second import of the same changes nothing, not even what its owner has changed or taken away', async () => {
  const { root } = await imported(blog);
  await writeFile(join(root, 'articles/2010/bread.md'), 'mine');
  await rm(join(root, 'articles/2010/salt.md'));
  const before = await readFile(join(root, '.imported.jsonl'), 'utf8');
  const { files, report } = await imported(blog, { root });
  expect(report.lines.map(({ outcome }) => outcome)).toEqual(['there', 'there']);
  expect(files['articles/2010/bread.md']).toBe('mine');
  expect(files['articles/2010/salt.md']).toBeUndefined();
  expect(files['.imported.jsonl']).toBe(before);
});

it('what the export says anew is told, and the file stays as it is', async () => {
  const { root } = await imported(blog);
  const { files, line } = await imported(
    { ...blog, '_posts/2010-05-05-bread.md': post('Crumb.') },
    { root },
  );
  expect(line('_posts/2010-05-05-bread.md').outcome).toBe('kept');
  expect(files['articles/2010/bread.md']).toContain('Crust.');
});

it('an import that was interrupted goes on, though its list ends in half a line', async () => {
  const { root, files: whole } = await imported(blog);
  const records = whole['.imported.jsonl'] ?? '';
  const [first = '', second = ''] = records.split('\n');
  await rm(join(root, 'articles/2010/salt.md'));
  await writeFile(join(root, '.imported.jsonl'), `${first}\n${second.slice(0, 20)}`);
  const { files, report } = await imported(blog, { root });
  expect(files['articles/2010/salt.md']).toBe(whole['articles/2010/salt.md']);
  expect(report.lines.map(({ outcome }) => outcome)).toEqual(['there', 'written']);
});

const journal = {
  'site.yaml': 'title: T\nurl: https://old.example\n',
  'notes/a.md': '---\ndate: 2010-05-05\n---\nCrust.\n',
};

it.each([
  ['a blog', blog],
  ['a journal of Scrollback', journal],
])(
  'what a killed import left half written goes with the next one, and nothing else: of %s',
  async (_, from) => {
    const { root } = await imported(from);
    const id = '7db2eaba-f801-430e-a7de-025c86e4c2f7';
    const left = [`.${id}.new`, `articles/2010/.${id}.new`, 'articles/2010/index.md.4711.new'];
    const kept = [
      '.mine.new',
      `notes/.${id.slice(0, 8)}.new`,
      'a.new',
      `.${id.replace('7', '8')}.new`,
    ];
    for (const name of [...left, ...kept]) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await writeFile(join(root, name), 'half');
    }
    const long = new Date('2020-01-01T00:00:00Z');
    for (const name of [...left, ...kept.slice(0, 3)]) await utimes(join(root, name), long, long);
    const { files: dry } = await imported(from, { root, dryRun: true });
    expect(Object.keys(dry)).toEqual(expect.arrayContaining(left));
    const { files } = await imported(from, { root });
    expect(
      Object.keys(files)
        .filter((name) => name.endsWith('.new'))
        .sort(),
    ).toEqual(kept.sort());
  },
);

it('entries that come later lead to those that came before, wherever these are by now', async () => {
  const linked = {
    '_config.yml': 'title: T\n',
    '_posts/2010-05-05-bread.md': post('To [salt](/2010/05/06/salt.html).'),
    '_posts/2010-05-06-salt.md': post('Salt.'),
    '_posts/2010-05-07-rye.md': post(
      'To [bread](/2010/05/05/bread.html), [salt]({% post_url 2010-05-06-salt %}).',
    ),
  };
  const { files: whole } = await imported(linked);
  const { '_posts/2010-05-07-rye.md': _, ...before } = linked;
  const { root } = await imported(before);
  const { files } = await imported(linked, { root });
  const { '.imported.jsonl': list = '', ...content } = files;
  const { '.imported.jsonl': wholeList = '', ...expected } = whole;
  expect(content).toEqual(expected);
  expect(list.replaceAll('{"done":true}\n', '')).toBe(wholeList.replace('{"done":true}\n', ''));
});

it('a dry run tells the same and writes nothing', async () => {
  const { files, report } = await imported(blog, { dryRun: true });
  expect(files).toEqual({});
  expect(
    report.lines
      .filter(({ what }) => what === 'article')
      .map(({ outcome, file }) => [outcome, file]),
  ).toEqual([
    ['written', 'articles/2010/bread.md'],
    ['written', 'articles/2010/salt.md'],
  ]);
});

it('what is in the content folder stays, and names and paths that it has get numbers', async () => {
  const there = {
    'content/site.yaml': 'title: Mine\nurl: https://mine.example\ntimeZone: Asia/Tokyo\n',
    'content/articles/2010/bread.md': '---\ntitle: Mine\ndate: 2010-01-01\n---\nMine.\n',
  };
  const { files } = await imported(blog, {}, there);
  expect(files['articles/2010/bread.md']).toContain('Mine.');
  expect(files['articles/2010/bread-2.md']).toContain('Crust.');
  expect(files['site.yaml']).toBe(there['content/site.yaml']);
});

it('what is no export is told with what was looked for and what is there', async () => {
  await expect(imported({ 'a.psd': '', 'b/c.psd': '' })).rejects.toThrow(
    /was not recognised\. Looked for:\n[\s\S]* {2}jekyll: a folder with _posts or _drafts\n[\s\S]*Found: a\.psd, b\/\. Name another/,
  );
});
