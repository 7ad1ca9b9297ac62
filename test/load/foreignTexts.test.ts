import { expect, it } from 'vitest';
import { entryText, load, told } from './content.ts';

it('texts of other programs among the entries are told, unless an entry gives them to its readers', async () => {
  const text = '---\ntitle: Old\n---\n<p>Old.</p>\n';
  const result = await load({
    'articles/2015/old.html': text,
    'articles/OLD.HTM': text,
    'articles/given.html': text,
    'articles/a.md': entryText('', '[it](given.html)'),
    'notes/b.rst': text,
    'pages/c.adoc': text,
    'notes/plain.txt': text,
    'notes/_old/d.html': text,
    'notes/.e.html': text,
    'elsewhere/f.html': text,
  });
  const rest =
    'a text that is not Markdown, which is passed over: no entry links it; expected an entry in Markdown (.md), which may hold HTML';
  expect(told(result)).toEqual([
    `warning articles/2015/old.html:1: ${rest}`,
    `warning articles/OLD.HTM:1: ${rest}`,
    `warning notes/b.rst:1: ${rest}`,
    `warning pages/c.adoc:1: ${rest}`,
  ]);
  expect(result.loaded?.journal.entries.map(({ file }) => file)).toEqual(['articles/a.md']);
});

it.each<[string, string]>([
  ['words.yml', 'a file that nearly is words.yaml, and is passed over'],
  ['Words.yaml', 'a file that nearly is words.yaml, and is passed over'],
  ['word.yaml', 'a file that nearly is words.yaml, and is passed over'],
  ['site.yml', 'a file beside site.yaml, which is passed over'],
  ['people.YML', 'a file that nearly is people.yaml, and is passed over'],
  ['styles.css', 'a file that nearly is style.css, and is passed over'],
  ['header.html', 'a file that nearly is head.html, and is passed over'],
  ['footer.html', 'a file that nearly is foot.html, and is passed over'],
  ['wrods.yaml', 'a file that nearly is words.yaml, and is passed over'],
])('settings in %s are not passed over without a word', async (file, words) => {
  expect(told(await load({ [file]: 'a: b\n' }))).toEqual([
    expect.stringContaining(`warning ${file}:1: ${words}`),
  ]);
});

it.each([
  'work.yaml',
  'form.html',
  'notes.css',
  'google1234567890.html',
  'public/words.yml',
  'a/style.yml',
  'serif.woff2',
  'README.md',
  'CNAME',
])('%s is no settings file', async (file) => {
  expect(told(await load({ [file]: 'a: b\n' }))).toEqual([]);
});
