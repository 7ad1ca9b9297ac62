import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readOptions } from '../../src/replace/replacements.ts';
import { componentReplacing } from '../../src/replace/resolving.ts';
import { temporaryFolder } from '../load/temporary.ts';

const files = {
  'components/Foot.astro': '---\n// scrollback: EntryFooter 1\n---\n<p>x</p>\n',
  'components/old/Base.astro': '---\r\n  //scrollback: Base 3\r\n---\r\n',
  'components/bare.astro': '<p>x</p>\n',
  'components/Other.astro': '---\n// scrollback: EntryList 1\n---\n',
  'components/Foot.ts': 'export default 1;\n',
};

it.each([undefined, {}, { components: {} }])('%j replaces nothing', async (options) => {
  expect(readOptions(options, await temporaryFolder(files))).toEqual({
    replacements: [],
    warnings: [],
  });
});

it.each([
  './components/Foot.astro',
  'components/Foot.astro',
  '.\\components\\Foot.astro',
  'components/../components//Foot.astro',
])('%s is a component of the project', async (written) => {
  const root = await temporaryFolder(files);
  const { replacements, warnings } = readOptions({ components: { EntryFooter: written } }, root);
  expect(replacements).toEqual([
    { name: 'EntryFooter', written, path: join(root, 'components/Foot.astro') },
  ]);
  expect(warnings).toEqual([]);
});

it('a component that does not say what it was made for is taken with a word', async () => {
  const root = await temporaryFolder(files);
  const { replacements, warnings } = readOptions(
    { components: { Byline: './components/bare.astro' } },
    root,
  );
  expect(replacements).toHaveLength(1);
  expect(warnings).toEqual([
    './components/bare.astro does not say for which props of Byline it was made: an upgrade that changes them could not tell; write "// scrollback: Byline 1" between its "---"',
  ]);
});

it.each<[string, unknown, string]>([
  [
    'an unknown option',
    { component: {} },
    'unknown option "component" of scrollback(); expected components; did you mean "components"?',
  ],
  [
    'an unknown name',
    { components: { EntryFoter: './components/Foot.astro' } },
    'no component is called "EntryFoter"; expected one of AuthorCard, ',
  ],
  [
    'a name of all objects',
    { components: { toString: './components/Foot.astro' } },
    'no component is called "toString"',
  ],
  [
    'a list',
    { components: ['EntryFooter'] },
    '"components" is no object; expected names and paths',
  ],
  ['a word', 'EntryFooter', 'scrollback() takes an object'],
  [
    'no path',
    { components: { Base: true } },
    'components.Base is true; expected the path of an Astro component, such as "./components/Base.astro"; correct it',
  ],
  [
    'another kind of file',
    { components: { Base: './components/Foot.ts' } },
    'components.Base is "./components/Foot.ts"; expected the path of an Astro component',
  ],
  [
    'no file',
    { components: { EntryFooter: './components/Fot.astro' } },
    'components.EntryFooter is "./components/Fot.astro", and there is no such file; expected a component; did you mean "components/Foot.astro"?',
  ],
  [
    'a folder',
    { components: { Base: './components.astro' } },
    'and there is no such file; expected a component; "npm run eject -- Base" makes one to begin from',
  ],
  [
    'a path out of the project',
    { components: { Base: '../Base.astro' } },
    'components.Base is "../Base.astro", which is outside of the project; expected a file below the folder of the configuration; move it there',
  ],
  [
    'another one with backslashes',
    { components: { Base: '..\\Base.astro' } },
    'which is outside of the project',
  ],
  [
    'an absolute path',
    { components: { Base: '/etc/Base.astro' } },
    'which is outside of the project',
  ],
  [
    'props that have changed',
    { components: { Base: './components/old/Base.astro' } },
    './components/old/Base.astro was made for version 3 of Base, whose props have changed since; expected "// scrollback: Base 1" in it; CHANGELOG tells what changed',
  ],
  [
    'another component',
    { components: { EntryFooter: './components/Other.astro' } },
    './components/Other.astro stands in for EntryFooter, and says that it was made for EntryList; expected "// scrollback: EntryFooter 1" in it',
  ],
])('%s is told', async (_, options, words) => {
  const root = await temporaryFolder({ ...files, 'components.astro/x': 'x' });
  expect(() => readOptions(options, root)).toThrow(`astro.config: ${words}`.slice(0, 14));
  expect(() => readOptions(options, root)).toThrow(words);
});

it('all that is wrong is told at once', () => {
  expect(() => readOptions({ a: 1, components: { b: '', Base: '' } }, '/')).toThrow(
    /^astro\.config: .*"a".*\nastro\.config: .*"b".*\nastro\.config: components\.Base/,
  );
});

it('the import of one of ours leads to theirs, but from theirs', async () => {
  const replacement = {
    name: 'EntryFooter',
    written: 'x',
    path: '/p/components/Foot.astro',
  } as const;
  const { resolveId } = componentReplacing([replacement], '/s/src') as unknown as {
    resolveId(id: string, importer: string): Promise<string | undefined>;
  };
  const resolve = (id: string, importer: string) =>
    resolveId.call(
      { resolve: async () => ({ id: join('/s/src/components', id) }) } as never,
      id,
      importer,
    );
  expect(await resolve('./EntryFooter.astro', '/s/src/components/WholeEntry.astro')).toBe(
    replacement.path,
  );
  expect(await resolve('./EntryFooter.astro', '/p/components/Foot.astro')).toBeUndefined();
  expect(await resolve('./Byline.astro', '/s/src/components/WholeEntry.astro')).toBeUndefined();
  expect(await resolve('./EntryFooter.astro?astro&type=style', '/x.astro')).toBeUndefined();
});
