import { expect, it } from 'vitest';
import { keyedInTurns, viewPath } from '../../src/view/viewKey.ts';

it('what happens meanwhile is heard before all keys of a route are made', async () => {
  let made = 0;
  const paths = Array.from({ length: 500 }, (_, at) =>
    viewPath({}, () => {
      made++;
      return { at };
    }),
  );
  let madeThen = 0;
  setImmediate(() => {
    madeThen = made;
    setImmediate(() => {
      madeThen = made;
    });
  });
  expect(await keyedInTurns(paths)).toBe(paths);
  expect(made).toBe(paths.length);
  expect(madeThen).toBeGreaterThan(0);
  expect(madeThen).toBeLessThan(paths.length);
});
