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
