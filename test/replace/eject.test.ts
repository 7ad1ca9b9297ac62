import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { componentNames, markIn, replaceable } from '../../src/replace/components.ts';
import { eject, wishedComponent } from '../../src/replace/eject.ts';
import { ejectedText } from '../../src/replace/ejected.ts';
import { temporaryFolder } from '../load/temporary.ts';

const source = resolve(import.meta.dirname, '../../src');

it('a copy says what it was made for, and imports what ours does', () => {
  const text = `---
import '../styles/site.css';
import { href } from '#journal/address/permalink.ts';
import type { A } from '../replace/props.ts';
import B from "./B.astro";
---
`;
  const place = { folder: '/p/components', source: '/p/src', isPackage: false };
  expect(ejectedText('EntryFooter', text, place)).toBe(`---
// scrollback: EntryFooter 1
import '../src/styles/site.css';
import { href } from '../src/journal/address/permalink.ts';
import type { A } from '../src/replace/props.ts';
import B from "../src/components/B.astro";
---
`);
  const compiled = text.replaceAll(".ts'", ".js'");
  expect(ejectedText('EntryFooter', compiled, { ...place, isPackage: true })).toBe(`---
// scrollback: EntryFooter 1
import 'scrollback-journal/src/styles/site.css';
import { href } from 'scrollback-journal/src/journal/address/permalink.js';
import type { A } from 'scrollback-journal/src/replace/props.js';
import B from "scrollback-journal/src/components/B.astro";
---
`);
});

it.each(componentNames)(
  '%s is one of ours, whose copy names none of its old neighbours',
  async (name) => {
    const text = await readFile(join(source, replaceable[name].file), 'utf8');
    const place = { folder: join(source, '../components'), source };
    const copy = ejectedText(name, text, { ...place, isPackage: true });
    expect(markIn(copy)).toEqual({ name, version: replaceable[name].version });
    expect(copy).not.toMatch(/['"](?:\.{1,2}|#journal)\//);
    const inClone = ejectedText(name, text, { ...place, isPackage: false });
    const named = [...inClone.matchAll(/(?<=['"])\.\.\/[^'"]+/g)].map(([path]) => path);
    expect(named.filter((path) => !existsSync(join(place.folder, path)))).toEqual([]);
    expect(named).not.toEqual([]);
  },
);

it('a copy is written once, and what is there stays', async () => {
  const project = await temporaryFolder();
  expect(eject('Byline', { project, source })).toBe(
    "Wrote components/Byline.astro. Name it in astro.config.mjs:\n\n  scrollback({ components: { Byline: './components/Byline.astro' } })",
  );
  const path = join(project, 'components/Byline.astro');
  const before = await readFile(path, 'utf8');
  expect(() => eject('Byline', { project, source })).toThrow(
    'components/Byline.astro is there already, and stays as it is.',
  );
  expect(await readFile(path, 'utf8')).toBe(before);
});

it('what is no component is told with the nearest', () => {
  expect(() => wishedComponent(['EntryFoter'])).toThrow(/did you mean "EntryFooter"\?$/);
  expect(() => wishedComponent(['Base', 'Head'])).toThrow('One component at a time');
  expect(wishedComponent(['Head'])).toBe('Head');
});
