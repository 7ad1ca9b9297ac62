import { expect, it } from 'vitest';
import { toldLine } from '../../../demo/app/logLine.ts';

it.each([
  ['{"time":"…","level":"info","message":"delivered"}', undefined],
  [
    '{"level":"warn","message":"the menu could not be set","reason":"404"}',
    'The bot: the menu could not be set: 404',
  ],
  ['{"level":"error","message":"no disk"}', 'The bot: no disk'],
  ['05:16:30 [vite] connected.', undefined],
  [
    '\u001b[31m05:16:30 [ERROR] [vite] broken\u001b[39m',
    'The site: 05:16:30 [ERROR] [vite] broken',
  ],
  ['null', undefined],
])('of the line %j, people hear %j', (line, told) => {
  expect(toldLine(line)).toBe(told);
});
