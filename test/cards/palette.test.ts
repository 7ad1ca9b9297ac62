import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readPalette } from '../../src/cards/palette.ts';

it('the colours of the style sheet are read', () => {
  const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
  const colours = Object.values(readPalette(css)).flatMap(({ light, dark }) => [light, dark]);
  expect(colours.filter((colour) => !/^#[0-9a-f]{6}$/i.test(colour))).toEqual([]);
  expect(new Set(colours).size).toBe(10);
});

it('a colour that is not there is named', () => {
  expect(() => readPalette('--accent-light: #00684a; --accent-dark: #84d0a2;')).toThrow(
    'tokens.css has no --paper: light-dark(#…, #…)',
  );
});
