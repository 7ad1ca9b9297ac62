import { expect, test } from 'vitest';
import { createLog, type LogLevel } from '../../../bot/base/log.ts';

/** What a line looks like at a level that is chosen. */
function logged(level: LogLevel | undefined, details: Record<string, unknown>): string {
  let line = '';
  createLog(
    (text) => (line += text),
    ['1:secret'],
    () => 0,
    level,
  ).error('it failed', details);
  return line;
}

test('a line is one JSON object, with time, level, message and details', () => {
  expect(JSON.parse(logged(undefined, { update: 5, reason: 'no disk' }))).toEqual({
    time: '1970-01-01T00:00:00.000Z',
    level: 'error',
    message: 'it failed',
    update: 5,
    reason: 'no disk',
  });
});

test('lines of somebody’s text, which may follow a reason, are shown at debug alone', () => {
  const reason = 'What was pushed elsewhere does not fit\na.md\nhere:\n  words of mine';
  expect(logged(undefined, { reason })).not.toContain('words of mine');
  expect(logged(undefined, { reason })).toContain('does not fit"');
  expect(logged('debug', { reason })).toContain('words of mine');
  expect(logged(undefined, { reason: 'x'.repeat(5_000) }).length).toBeLessThan(500);
});

test.each([undefined, 'debug'] as const)('the token is in no line (%s)', (level) => {
  const line = logged(level, { reason: 'bot1:secret/getMe', other: ['1:secret'] });
  expect(line).not.toContain('secret');
  expect(line).toContain('<token>');
});
