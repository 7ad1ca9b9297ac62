import { expect, it } from 'vitest';
import { entryText, load, told } from './content.ts';

it('what YAML files say in plain words is told where it has Markdown', async () => {
  const result = await load({
    'site.yaml':
      'title: "*S*"\nurl: https://s.example\ntagline: a ||b|| c\nnav:\n- label: ~~d~~\n  path: /\n- label: e\n  entries:\n  - label: <b>f</b>\n    path: /\n',
    'series/s.yaml': 'title: "**g**"\nplanned: [h, "[i](/)"]\n',
    'authors.yaml': 'ana:\n  name: Ana &amp; Bo\n',
    'blogroll.yaml': '- title: "[[j]]"\n  url: https://j.example\n',
    'articles/x.md': entryText('series: s\nauthors: ana\n'),
  });
  const as = (place: string, mark: string, where: string) =>
    `warning ${place}: ${mark} in ${where}, which shows as it is typed`;
  expect(told(result)).toEqual([
    as('authors.yaml:2', '&amp;', 'a name'),
    as('blogroll.yaml:1', '[[j]]', 'a title'),
    as('series/s.yaml:1', '**g**', 'the title'),
    as('series/s.yaml:2', '[i](/)', 'a title'),
    as('site.yaml:1', '*S*', 'the title'),
    as('site.yaml:3', '||b||', 'the tagline'),
    as('site.yaml:5', '~~d~~', 'a label'),
    as('site.yaml:9', '<b>', 'a label'),
  ]);
});
