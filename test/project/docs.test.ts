import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const text = (file: string) => readFile(new URL(`../../${file}`, import.meta.url), 'utf8');

it('docs/pages/yours.md names every token of the look, and no other', async () => {
  const tokens = [...(await text('src/styles/tokens.css')).matchAll(/^ {2}(--[\w-]+):/gm)];
  const [, table = ''] = (await text('docs/pages/yours.md')).split('| Token | Is |');
  const [rows = ''] = table.split('\n\n');
  const told = [...rows.matchAll(/^\|.*?\|/gm)].flatMap(
    ([cell]) => cell.match(/--[a-z][\w-]*/g) ?? [],
  );
  expect(told.sort()).toEqual(tokens.map(([, name]) => name).sort());
});
