import { expect, it } from 'vitest';
import { imported } from '../imported.ts';

const info = (id: string) =>
  JSON.stringify({
    version: 2,
    type: 'net.daringfireball.markdown',
    'net.shinyfrog.bear': { creationDate: '2016-01-02T03:04:05+0100', uniqueIdentifier: id },
  });

it.each([
  ['~under~, ~~gone~~ and a~b~', '<u>under</u>, ~~gone~~ and a~b~'],
  ['==one==, ::two:: and std::a::b', '<mark>one</mark>, <mark>two</mark> and std::a::b'],
  ['![](assets/a%20b.png)<!-- {"width":300} -->', '![](a-b.png)'],
  ['[image:2F4A-11/a b.png] [file:2F4A/p.pdf]', '![](a-b.png) [p.pdf](p.pdf)'],
  ['[assets/a b.png] [assets/none.png]', '![](a-b.png) [assets/none.png]'],
  ['[[Other]] [[Other/Part two]]', '[Other](other.md) [Other > Part two](other.md#part-two)'],
  ['[it](bear://x-callback-url/open-note?id=B-2)', '[it](other.md)'],
])('what Bear writes as %j is of Markdown', async (body, expected) => {
  const { files } = await imported({
    'Trains.textbundle/text.txt': `# Trains\n\n${body}\n`,
    'Trains.textbundle/info.json': info('A-1'),
    'Trains.textbundle/assets/a b.png': 'png',
    'Trains.textbundle/assets/p.pdf': 'pdf',
    'Other.textbundle/text.markdown': '# Other\n\n## Part two\n',
    'Other.textbundle/info.json': info('B-2'),
  });
  const text = files['articles/2016/trains/index.md'] ?? files['articles/2016/trains.md'];
  expect(text?.replaceAll('../other.md', 'other.md')).toBe(
    `---\ntitle: Trains\ndate: 2016-01-02T03:04:05+01:00\n---\n\n${expected}\n`,
  );
});

it('tags of Bear stand on lines of their own, or within the text, which keeps them', async () => {
  const { files } = await imported({
    'A.textbundle/text.md':
      '# A\n#a/b# #c\n\nOn #way/home, to #night trains#; not C#, `#d`, https://e.org/#f or #1.\n',
    'A.textbundle/info.json': info('A-1'),
  });
  expect(files['articles/2016/a.md']).toBe(
    `---\ntitle: A\ndate: 2016-01-02T03:04:05+01:00\ntags:\n  - a/b\n  - c\n  - way/home\n  - night trains\n---\n\nOn #way/home, to #night trains#; not C#, \`#d\`, https://e.org/#f or #1.\n`,
  );
});
