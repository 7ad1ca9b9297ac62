import { expect, it } from 'vitest';
import { loadFolder } from '../load/content.ts';
import { imported } from './imported.ts';

it('a link to what nobody sees stands as its words, and names it, so that it leads there once it is published', async () => {
  const words = `One [the *best* secret](/secret/), [a secret](/secret/#x), [a secret][s] and <https://old.example/secret/>.

| a [cell](/secret/) | b |
| --- | --- |

<p><a href="/secret/">raw</a></p>

[later](/2027/05/05/later.html) [s]

[s]: /secret/
`;
  const { files, root, line } = await imported({
    '_config.yml': 'url: https://old.example\npermalink: /:year/:month/:day/:title.html\n',
    '_drafts/secret.md': '---\ntitle: S\npermalink: /secret/\n---\nTo [another](/other/).\n',
    '_drafts/other.md': '---\ntitle: O\npermalink: /other/\n---\nX.\n',
    '_posts/2027-05-05-later.md': '---\ntitle: L\n---\nTo [an old one](/2009/05/05/a.html).\n',
    '_posts/2009-05-05-a.md': `---\ntitle: A\n---\n${words}`,
  });
  const secret = Object.keys(files).find((file) => file.endsWith('secret.md')) ?? '';
  const name = secret.replace(/\.md$/, '');
  expect(files['articles/2009/a.md']).toContain(`
One the *best* secret, [[${name}|a secret]], [[${name}|a secret]] and \`https://old.example/secret/\`.

| a cell | b |
| --- | --- |

<p><a>raw</a></p>

[[articles/2027/later|later]] [[${name}|s]]
`);
  expect(files['articles/2009/a.md']).not.toContain('](');
  expect(files[secret]).toContain('[another](other.md)');
  expect(files['articles/2027/later.md']).toContain('[an old one](../2009/a.md)');
  expect(line('_posts/2009-05-05-a.md').notes).toContainEqual(
    expect.objectContaining({ what: 'link to what is not published', count: 7 }),
  );
  expect((await loadFolder(root)).faults.map(({ what }) => what)).toEqual([]);
});

it('what is scheduled leads by a link to what appears before it, and by name to what appears later', async () => {
  const { files, root } = await imported({
    '_config.yml': 'url: https://old.example\npermalink: /:title/\n',
    '_posts/2027-05-05-first.md': '---\ntitle: F\n---\nTo [the last](/last/).\n',
    '_posts/2027-06-06-last.md': '---\ntitle: L\n---\nTo [the first](/first/).\n',
  });
  expect(files['articles/2027/first.md']).toContain('To [[articles/2027/last|the last]].\n');
  expect(files['articles/2027/last.md']).toContain('To [the first](first.md).\n');
  const between = Date.parse('2027-05-20');
  expect((await loadFolder(root, 'published', between)).faults).toEqual([]);
});
