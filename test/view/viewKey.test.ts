import { afterEach, expect, it } from 'vitest';
import {
  keepViews,
  keyedInTurns,
  partOfSeveral,
  viewKey,
  viewPath,
} from '../../src/view/viewKey.ts';

afterEach(() => keepViews(false));

it.each([
  ['is the page made from, where all pages are made', true, 1],
  ['is made again for a page, where few are', false, 2],
])('the view that a key was made of %s', (_, isKept, times) => {
  keepViews(isKept);
  let made = 0;
  const path = viewPath({}, () => ({ made: ++made }));
  expect(path.cacheKey).toBe(viewKey({ made: 1 }));
  expect(path.props.view).toEqual({ made: times });
  expect(path.props.view).toBe(path.props.view);
  expect(made).toBe(times);
});

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

it('what several pages show counts in the key of each, and is written whole by whoever else writes it', () => {
  const keyOf = (title: string) => viewKey({ of: 1, entry: partOfSeveral({ title, path: '/a/' }) });
  expect(keyOf('A')).toBe(keyOf('A'));
  expect(keyOf('A')).not.toBe(keyOf('B'));
  const part = partOfSeveral({ title: 'A', path: '/a/', date: partOfSeveral({ at: '2026' }) });
  const text = '{"title":"A","path":"/a/","date":{"at":"2026"}}';
  expect(JSON.stringify(part)).toBe(text);
  viewKey({ part });
  expect(JSON.stringify([part, { ...part }])).toBe(`[${text},${text}]`);
});
