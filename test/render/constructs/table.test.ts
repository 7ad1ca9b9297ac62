import { expect, it } from 'vitest';
import { faults, render } from '../sample.ts';

it('a table scrolls in a group that has its name, aligned by classes', () => {
  const { html, facts } = render(
    '| A "b" | *C*[^1] | d |\n|---|--:|:-:|\n| [x](/about/) | 2 | 3 |\n| 4 |\n\n[^1]: one\n',
  );
  expect(facts.faults).toEqual([]);
  expect(html.replace(/<sup>.*?<\/sup>/, '').split('\n')[0]).toBe(
    '<div class="table" role="group" tabindex="0" aria-label="A “b”, C, d"><table>' +
      '<thead><tr><th>A “b”</th><th class="align-right"><em>C</em></th><th class="align-center">d</th></tr></thead>' +
      '<tbody><tr><td><a href="/about/">x</a></td><td class="align-right">2</td><td class="align-center">3</td></tr>' +
      '<tr><td>4</td><td class="align-right"></td><td class="align-center"></td></tr></tbody></table></div>',
  );
});

it('a table is not called by the HTML in its head', () => {
  expect(render('| <b>A</b> | b<br>c |\n|---|---|\n').html).toContain('aria-label="A, b c"');
});

it('a table without words in its head is still called one', () => {
  expect(render('| |\n|---|\n').html).toBe(
    '<div class="table" role="group" tabindex="0"><table><thead><tr><th></th></tr></thead></table></div>\n',
  );
});

it('an address that takes the next cell along is told', () => {
  expect(
    faults(
      '| a | b |\n|---|---|\n| https://b.example/ | c |\n|https://b.example/|c|\n|www.b.example|c|\n',
    ),
  ).toEqual([
    'articles/sample.md:9: https://b.example/|c|, an address that goes on over the end of its cell; expected a space behind an address in a table; put a space before the |',
  ]);
});

it('a cell beyond the columns of its table is told, and one that is empty is not', () => {
  const table = '| a | b |\n|---|---|\n| 1 | 2 | |\n| 3 | ||hidden|| |\n| 4 | \\|\\|5\\|\\| |\n';
  expect(faults(table)).toEqual([
    'articles/sample.md:9: "hidden", which stands beyond the columns of its table, where nobody sees it; expected at most 2 cells, as the head of the table has; give the head another one, or write a | within a cell as \\|',
  ]);
  expect(render(table).html).toContain('<span hidden>5</span>');
});
