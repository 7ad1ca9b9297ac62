import { expect, it } from 'vitest';
import { sidenoteRules } from '../../src/view/sidenotes.ts';
import { render } from './sample.ts';

const notes = (body: string, file?: string) =>
  render(`${body}\n\n[^a]: One.\n[^b]: Two.\n`, file).facts.notes.map(({ mark, folded }) => [
    mark.replace('2026.sample.fnref-', ''),
    folded,
  ]);

it.each(['articles/sample.md', 'articles/sample.mdx'])(
  'a note is folded where all its marks are in details, in %s',
  (file) => {
    const details = (body: string) => `<details>\n<summary>s</summary>\n\n${body}\n\n</details>`;
    expect(notes(`x[^a]\n\n${details('y[^b]')}`, file)).toEqual([
      ['a', undefined],
      ['b', true],
    ]);
    expect(notes(`${details('y[^a] z[^b]')}\n\nx[^a]`, file)).toEqual([
      ['a-2', undefined],
      ['b', true],
    ]);
    expect(notes(`${details(details('y[^a]'))}\n\n${details('z')}\n\nx[^b]`, file)).toEqual([
      ['a', true],
      ['b', undefined],
    ]);
  },
);

it('only folded notes are hidden, and those behind them begin below the last that is shown', () => {
  const rules = sidenoteRules([
    [
      { mark: 'm0', note: 'n0' },
      { mark: 'm1', note: 'n1', folded: true },
      { mark: 'm2', note: 'n2' },
    ],
    [{ mark: 'm3', note: 'n3' }],
  ]);
  expect(rules).toContain(
    '[id="n2"]{top:max(anchor(--n1 bottom,anchor(--n0 bottom,0px)),anchor(--m2 top,0px));anchor-name:--n2}',
  );
  expect(rules.match(/display:none/g)).toHaveLength(1);
  expect(rules).toContain(':root:has(details:not([open]) [id="m1"]) [id="n1"]{display:none}');
  expect(rules.match(/counter-set:list-item \d/g)).toEqual([
    'counter-set:list-item 2',
    'counter-set:list-item 3',
  ]);
  expect(sidenoteRules([[{ mark: 'm0', note: 'n0' }]])).not.toContain('@media');
});
