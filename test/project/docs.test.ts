import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { allowedUses } from '../../src/journal/schema/allow.ts';
import { faceUses } from '../../src/journal/schema/faces.ts';
import { componentNames } from '../../src/replace/components.ts';

/** What stands in the first column of the table of docs/pages/yours.md that begins with these words. */
async function firstColumn(head: string): Promise<string[]> {
  const [, table = ''] = (await text('docs/pages/yours.md')).split(head);
  const [rows = ''] = table.split('\n\n');
  return [...rows.matchAll(/^\|(.*?)\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []),
  );
}

const text = (file: string) => readFile(new URL(`../../${file}`, import.meta.url), 'utf8');

it('docs/pages/yours.md names every token of the look, and no other', async () => {
  const tokens = [...(await text('src/styles/tokens.css')).matchAll(/^ {2}(--[\w-]+):/gm)];
  const told = await firstColumn('| Token | Is |');
  expect(told.sort()).toEqual(tokens.map(([, name]) => name).sort());
});

it('docs/pages/yours.md names every component, every use of other hosts, and every face', async () => {
  expect((await firstColumn('| Component | Shows |')).sort()).toEqual(componentNames);
  expect((await firstColumn('| Key of `theme.faces` |')).sort()).toEqual([...faceUses].sort());
  expect((await firstColumn('| Key of `allow` |')).sort()).toEqual([...allowedUses].sort());
});
