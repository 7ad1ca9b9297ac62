import { expect, it } from 'vitest';
import { isEmptyPage, pageError } from '../../../src/build/pages/pageError.ts';
import { temporaryFolder } from '../../load/temporary.ts';

const components = {
  replaced: [{ name: 'EntryFooter', written: '.\\components\\My foot.astro' }],
  folders: [],
};

/** An error that was thrown within these components, the innermost first. */
function thrownIn(...names: readonly string[]): Error {
  const error = new TypeError('no foot');
  const frames = names.map(
    (name) => `    at AstroComponentInstance.${name} [as factory] (file:///x.mjs:1:1)`,
  );
  error.stack = ['TypeError: no foot', '    at file:///y.mjs:1:1', ...frames].join('\n');
  return error;
}

const rest =
  'failed on the page /a b/: no foot; expected a component that shows what it is handed (src/replace/props.ts has its props); correct it, or take';

it.each([
  [
    ['My foot', 'WholeEntry'],
    `.\\components\\My foot.astro, which stands in the place of EntryFooter, ${rest} EntryFooter out of "components" in astro.config.mjs`,
  ],
  [
    ['Help', 'My foot'],
    `Help.astro, which a component of yours imports, ${rest} that one out of "components" in astro.config.mjs`,
  ],
])('of %j, the innermost that is one’s own is told', async (names, words) => {
  const folders = [await temporaryFolder({ 'Help.astro': '' })];
  const error = pageError(thrownIn(...names), '/a b/', { ...components, folders });
  expect(error).toMatchObject({
    constructor: Error,
    message: words,
    cause: { message: 'no foot' },
  });
});

it('what is thrown elsewhere is told as it is', () => {
  const error = thrownIn('WholeEntry');
  expect(pageError(error, '/', components)).toBe(error);
  expect(pageError('words', '/', components)).toBe('words');
});

it.each([
  ['', true],
  ['<!DOCTYPE html>', true],
  [Buffer.from('<!doctype html>\n'), true],
  [undefined, false],
  ['<!DOCTYPE html><p>words', false],
  ['words', false],
])('of %j it is told whether it is an empty page', (content, isEmpty) => {
  expect(isEmptyPage(content)).toBe(isEmpty);
});
