import { describe, expect, test } from 'vitest';
import * as languages from '#journal/words/talk/entries/languages.ts';
import { talkOf } from '#journal/words/talk/talk.ts';
import {
  momentInWords,
  readSchedule,
  scheduleExamples,
} from '../../../../bot/owner/entry/publishTime.ts';
import { speaking } from '../../../../bot/talk/talk.ts';

const zone = 'Europe/Lisbon';
// A Sunday noon, in winter time.
const now = Date.parse('2026-03-01T12:00:00Z');

/** What a time was read as, in UTC. */
function read(text: string, at = now): string {
  const result = readSchedule(text, at, zone);
  if (result.is !== 'moment') return result.is;
  return new Date(result.at).toISOString().replace('.000Z', 'Z');
}

describe('a time in words is', () => {
  test.each([
    ['tomorrow 9:00', '2026-03-02T09:00:00Z'],
    ['Tomorrow at 9', '2026-03-02T09:00:00Z'],
    ['tomorrow', '2026-03-02T09:00:00Z'],
    ['tomorrow, 9:30pm', '2026-03-02T21:30:00Z'],
    ['tomorrow noon', '2026-03-02T12:00:00Z'],
    ['tomorrow 12am', '2026-03-02T00:00:00Z'],
    ['today 18:30', '2026-03-01T18:30:00Z'],
    ['18:30', '2026-03-01T18:30:00Z'],
    ['9:00', '2026-03-02T09:00:00Z'],
    ['monday 8', '2026-03-02T08:00:00Z'],
    ['on Mon at 8', '2026-03-02T08:00:00Z'],
    ['sunday 13:00', '2026-03-01T13:00:00Z'],
    ['sunday 8', '2026-03-08T08:00:00Z'],
    ['in 2 hours', '2026-03-01T14:00:00Z'],
    ['in an hour', '2026-03-01T13:00:00Z'],
    ['in 90 minutes', '2026-03-01T13:30:00Z'],
    ['in 3 days', '2026-03-04T12:00:00Z'],
    // Summer time begins on 29 March: the clock says the same, the day is an hour shorter.
    ['in 30 days', '2026-03-31T11:00:00Z'],
    ['in a month', '2026-04-01T11:00:00Z'],
    ['21 nov 9:00', '2026-11-21T09:00:00Z'],
    ['Nov 21 9:00', '2026-11-21T09:00:00Z'],
    ['nov 21', '2026-11-21T09:00:00Z'],
    ['21st November 2027 9:00', '2027-11-21T09:00:00Z'],
    ['28 feb 9:00', '2027-02-28T09:00:00Z'],
    ['2026-11-30', '2026-11-30T00:00:00Z'],
    ['2026-11-30 9:00', '2026-11-30T09:00:00Z'],
    ['2026-07-30T09:00', '2026-07-30T08:00:00Z'],
    ['2026-11-30T09:00+05:00', '2026-11-30T04:00:00Z'],
    ['2026-11-30T09:00:00Z', '2026-11-30T09:00:00Z'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each(['today 8:00', '2026-02-28', '2020-01-01 9:00', '21 nov 2025', 'in 0 hours'])(
    'over, as %s',
    (text) => {
      expect(read(text)).toBe('past');
    },
  );

  test.each(['', 'soon', 'blursday 9', 'tomorrow 25:00', 'tomorrow 9:75', '31 feb', '13pm', '5 5'])(
    'none, as %j',
    (text) => {
      expect(read(text)).toBe('unknown');
    },
  );
});

describe('a clock that daylight saving', () => {
  test('skips is an hour later', () => {
    const result = readSchedule('29 mar 1:30', now, zone);
    expect(result).toMatchObject({ is: 'moment', clockChange: 'skipped' });
    expect(read('29 mar 1:30')).toBe('2026-03-29T01:30:00Z');
    expect(momentInWords(Date.parse('2026-03-29T01:30:00Z'), zone)).toBe(
      'Sunday 29 March 2026, 02:30 (+01:00)',
    );
  });

  test('repeats is the first of the two', () => {
    const result = readSchedule('25 oct 1:30', now, zone);
    expect(result).toMatchObject({ is: 'moment', clockChange: 'repeated' });
    expect(read('25 oct 1:30')).toBe('2026-10-25T00:30:00Z');
    expect(momentInWords(Date.parse('2026-10-25T00:30:00Z'), zone)).toBe(
      'Sunday 25 October 2026, 01:30 (+01:00)',
    );
  });

  test('leaves alone has nothing to tell', () => {
    expect(readSchedule('29 mar 9:00', now, zone)).toMatchObject({ clockChange: undefined });
  });
});

describe('in the language that is spoken, a time is', () => {
  const readIn = (language: string, text: string) =>
    speaking(talkOf({ language }), () => read(text));

  test.each([
    ['de', 'morgen 9:00', '2026-03-02T09:00:00Z'],
    ['de', 'Morgen um 9 Uhr', '2026-03-02T09:00:00Z'],
    ['de', 'übermorgen', '2026-03-03T09:00:00Z'],
    ['de', 'Montag 8', '2026-03-02T08:00:00Z'],
    ['de', 'Do. 8', '2026-03-05T08:00:00Z'],
    ['de', 'in 2 Stunden', '2026-03-01T14:00:00Z'],
    ['de', 'in 1 Woche', '2026-03-08T12:00:00Z'],
    ['de', '21. März um 9:00', '2026-03-21T09:00:00Z'],
    ['de', 'tomorrow at 9', '2026-03-02T09:00:00Z'],
    ['fr', 'demain à 9:00', '2026-03-02T09:00:00Z'],
    ['es', '21 de noviembre de 2027 9:00', '2027-11-21T09:00:00Z'],
    ['ru', 'завтра в 9:00', '2026-03-02T09:00:00Z'],
    ['uk', '21 листопада 9:00', '2026-11-21T09:00:00Z'],
    ['ar', 'خلال ساعتين', '2026-03-01T14:00:00Z'],
    ['ja', '明日 9:00', '2026-03-02T09:00:00Z'],
    // Names that begin another's, stand in a date for something else, or are a month's, too.
    ['tr', 'Pazar 8', '2026-03-08T08:00:00Z'],
    ['tr', 'Pazartesi 8', '2026-03-02T08:00:00Z'],
    ['ja', '日 8', '2026-03-08T08:00:00Z'],
    ['ko', '월 8', '2026-03-02T08:00:00Z'],
    ['fr', 'mar. 8', '2026-03-03T08:00:00Z'],
    ['fr', 'mar 8 9:00', '2026-03-08T09:00:00Z'],
    ['fr', '8 jui 9:00', 'unknown'],
    // The months of another calendar begin on other days.
    ['fa', '21 نوامبر 9:00', '2026-11-21T09:00:00Z'],
    ['fa', '21 آبان 9:00', 'unknown'],
  ])('%s: %s', (language, text, expected) => {
    expect(readIn(language, text)).toBe(expected);
  });

  test.each(['en', ...Object.keys(languages)])('what the examples for %s show', (language) => {
    const examples = speaking(talkOf({ language }), scheduleExamples).split(' · ');
    expect(examples.map((example) => readIn(language, example))).toEqual([
      '2026-03-02T09:00:00Z',
      '2026-03-01T18:30:00Z',
      '2026-03-02T08:00:00Z',
      '2026-03-01T14:00:00Z',
      '2026-03-04T12:00:00Z',
      // Their months are numbers.
      ...(['ja', 'ko', 'zh', 'zh-Hant'].includes(language) ? [] : ['2026-11-21T09:00:00Z']),
      '2026-11-30T00:00:00Z',
      '2026-11-30T08:00:00Z',
    ]);
  });
});
