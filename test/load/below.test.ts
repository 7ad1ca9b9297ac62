import { expect, it } from 'vitest';
import { formatFault, sortFaults } from '#journal/fault/fault.ts';
import { entryText, load } from './content.ts';

const below = (nav = '') => `title: Sample\nurl: https://sample.example/blog/\n${nav}`;

it('a path that has what stands before all of them is told what to write in its place', async () => {
  const { faults } = await load({
    'site.yaml': below('nav:\n  - {label: B, path: /blog/notes/b/}\n'),
    'articles/a.md': entryText(
      'aliases: [/blog/old/, /blogs/old/]\ninReplyTo: https://sample.example/blog/notes/c/\n',
      '[B](/blog/notes/b/) <a href="/blog/">home</a> ![p](/blog/p.png) [C](https://sample.example/blog/notes/b/) [elsewhere](https://sample.example/other/) [/blogs/](/blogs/old/)',
    ),
    'notes/b.md': entryText(),
    'public/p.png': 'p',
  });
  expect(
    sortFaults(faults)
      .map((fault) => formatFault(fault))
      .join('\n'),
  ).toBe(
    `articles/a.md:4: the alias /blog/old/ is at https://sample.example/blog/blog/old/; expected a path that begins where the journal does; write /old/ if you mean https://sample.example/blog/old/
articles/a.md:5: a reply to https://sample.example/blog/notes/c/, which is not in this journal; expected the address of an entry; correct inReplyTo
articles/a.md:8: a link to /blog/, which does not exist; expected a page of this journal; write /: paths begin where the journal does, and /blog comes before each of them by itself
articles/a.md:8: a link to /blog/notes/b/, which does not exist; expected a page of this journal; write /notes/b/: paths begin where the journal does, and /blog comes before each of them by itself
articles/a.md:8: the file /blog/p.png is missing; expected the file public/blog/p.png; write /p.png: paths begin where the journal does, and /blog comes before each of them by itself
site.yaml:4: "nav" leads to /blog/notes/b/, which does not exist; expected a page of this journal; write /notes/b/: paths begin where the journal does, and /blog comes before each of them by itself`,
  );
});

it('a journal may have a folder of the same name as the path that it is below', async () => {
  const { faults, loaded } = await load({
    'site.yaml': `title: Sample\nurl: https://sample.example/notes\nnav:\n  - {label: Notes, path: /notes/}\n`,
    'articles/a.md': entryText('', '[B](/notes/b/) [all](/notes/)'),
    'notes/b.md': entryText(),
  });
  expect(faults).toEqual([]);
  const [article] = loaded?.journal.entries.filter(({ kind }) => kind === 'article') ?? [];
  expect(article && loaded?.htmlOf(article)).toContain('<a href="/notes/notes/b/">B</a>');
});
