import { expect, it } from 'vitest';
import { isPolling, passedOver } from '../../../src/build/dev/watching.ts';

it.each([
  [{}, undefined, false],
  [{ server: { watch: { usePolling: true } } }, undefined, true],
  [{ server: { watch: null } }, undefined, false],
  [{}, '1', true],
  [{}, 'true', true],
  [{ server: { watch: { usePolling: true } } }, 'False', false],
  [{}, '', false],
])(
  'with %j and CHOKIDAR_USEPOLLING %j, files are asked for again and again: %s',
  (vite, set, asked) => {
    expect(isPolling({ vite }, { CHOKIDAR_USEPOLLING: set })).toBe(asked);
  },
);

it.each([
  ['/journal/dist', true],
  ['/journal/dist/2026/a/index.html', true],
  ['C:\\journal\\dist\\a', true],
  ['/journal/distant', false],
  ['/journal', false],
])('the server’s watcher leaves %s alone: %s', (path, isLeft) => {
  expect(passedOver(['/journal/dist/', 'C:\\journal\\dist'])(path)).toBe(isLeft);
});
