import { expect, it } from 'vitest';
import { formatFault, sortFaults } from '#journal/fault/fault.ts';
import { entryText, load, site } from './content.ts';

it('links to where the journal was are its own: those that lead nowhere are told', async () => {
  const old = 'https://old.example/blog';
  const { loaded, faults } = await load({
    'site.yaml': `${site}formerly: ${old}\nauthor: ana\nnav:\n  - { label: B, path: ${old}/2026/b/ }\n  - { label: Gone, path: ${old}/nav/ }\nfooter:\n  - { label: Else, path: https://old.example/else/ }\n  - { label: Gone, path: https://sample.example/footer }\n`,
    'authors.yaml': `ana:\n  name: Ana\n  bio: "[Gone](${old}/bio/)"\n`,
    'articles/a.md': entryText(
      `inReplyTo: ${old}/none/\ntranslations: ${old}/2026/b/\n`,
      `[b](${old}/2026/b/) [gone](${old}/gone/) <a href="${old}/html/">html</a> ![p](${old}/p.png)\n\n[elsewhere](https://old.example/else/)`,
    ),
    'articles/b.md': entryText('lang: de\n').replace('title: A', 'title: B'),
    'foot.html': `<p><a href="${old}/foot/">f</a></p>\n`,
  });
  expect(sortFaults(faults).map((fault) => formatFault(fault).split(';')[0])).toEqual([
    'articles/a.md:4: a reply to https://old.example/blog/none/, which is not in this journal',
    'articles/a.md:8: a link to /gone/, which does not exist',
    'articles/a.md:8: a link to /html/, which does not exist',
    'articles/a.md:8: the file /p.png is missing',
    'authors.yaml:3: a link to /bio/, which does not exist',
    'foot.html:1: a link to /foot/, which does not exist',
    'site.yaml:7: "nav" leads to /nav/, which does not exist',
    'site.yaml:10: "footer" leads to /footer/, which does not exist',
  ]);
  expect(loaded?.journal.translations.size).toBe(2);
});

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
