import { expect, it } from 'vitest';
import { requireUsablePath } from '../../src/files/usablePath.ts';

it.each([
  ['/home/ana/C#/journal', '#'],
  ['/home/ana/what?', '?'],
  ['/home/ana/the "b"', '"'],
])('a journal in %s is refused for the sign %s, before tools lose their way', (path, sign) => {
  expect(() => requireUsablePath(path)).toThrow(`${path} has the sign "${sign}"`);
});

it('other signs may stand in the path of a journal', () => {
  expect(() =>
    requireUsablePath("/home/ana/50 % é 日本 'a' [b] & $c+d@e,f;g!(h){i,j}%41:~^=`|<>"),
  ).not.toThrow();
});
