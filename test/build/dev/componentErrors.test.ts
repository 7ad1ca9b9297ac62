import { expect, it } from 'vitest';
import { withComponent } from '../../../src/build/dev/componentErrors.ts';

const replacement = (name: string) => ({
  name,
  written: `./own/${name}.astro`,
  path: `/me/own/${name}.astro`,
});
const both = [replacement('EntryPage'), replacement('EntryFooter')];

it('an error in a component of one’s own says which one it is, the innermost first', () => {
  const stack = 'TypeError: x\n at /me/own/EntryFooter.astro:5:1\n at /me/own/EntryPage.astro:9:1';
  const told = { type: 'error', err: { message: 'x', stack } };
  expect(withComponent(told, both)).toEqual({
    type: 'error',
    err: {
      message: 'x',
      stack,
      hint: './own/EntryFooter.astro stands in the place of EntryFooter. Correct it, or take EntryFooter out of &quot;components&quot; in astro.config.mjs.',
    },
  });
});

it.each([
  [{ type: 'full-reload' }],
  [{ type: 'error', err: { stack: 'Error\n at /me/src/other.ts:1:1' } }],
  ['scrollback:shown'],
  [undefined],
])('all else is told as it is: %j', (told) => {
  expect(withComponent(told, both)).toBe(told);
});
