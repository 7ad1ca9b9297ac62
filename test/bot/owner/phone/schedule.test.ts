import { describe, expect, test } from 'vitest';
import { eventually } from '../../world.ts';
import { draftedPhone, note, permalink, syndicated } from '../chatWorld.ts';

describe('/schedule', () => {
  test('sets the date, clears the flag, tells the moment, and posts then and not before', async () => {
    const owner = await draftedPhone('Later');
    expect(await owner.ask('/schedule in 2 hours')).toBe(
      `Scheduled for Sunday 1 March 2026, 14:00 (+00:00), Europe/Lisbon.\nThe site shows it with the first "npm run build" after that.\n${note}; /unschedule makes it a draft again, /undo takes this back.`,
    );
    expect(await owner.file(note)).toBe('---\ndate: 2026-03-01T14:00:00+00:00\n---\n\nLater\n');
    await owner.wait(119 * 60_000);
    expect(owner.posts()).toEqual([]);
    owner.clock.advance(2 * 60_000);
    await eventually(() => owner.posts()[0], 'the post');
    expect(owner.posts()).toEqual([`Later\n\n${permalink}`]);
  });

  test.each([
    [
      '29 mar 1:30',
      '2026-03-29T02:30:00+01:00',
      'go forward',
      'Sunday 29 March 2026, 02:30 (+01:00)',
    ],
    [
      '25 oct 1:30',
      '2026-10-25T01:30:00+01:00',
      'go back',
      'Sunday 25 October 2026, 01:30 (+01:00)',
    ],
  ])(
    '%s, when the clocks change, fires once, also over restarts',
    async (words, date, change, told) => {
      const owner = await draftedPhone('Night');
      expect(await owner.ask(`/schedule ${words}`)).toContain(told);
      expect(owner.last()).toContain(change);
      expect(await owner.file(note)).toContain(`date: ${date}\n`);
      const { clock } = owner;
      clock.advance(Date.parse(date) - clock.now() - 30_000);
      await owner.restart();
      expect(owner.posts()).toEqual([]);
      clock.advance(31_000);
      await eventually(() => owner.posts()[0], 'the post');
      for (let hour = 0; hour < 3; hour++) {
        await owner.restart();
        clock.advance(3_600_000);
        await owner.idle();
      }
      expect(owner.posts()).toEqual([`Night\n\n${permalink}`]);
    },
  );

  test.each([
    ['today 8:00', /^Sunday 1 March 2026, 08:00 \(\+00:00\) is over\..*\/publish now/],
    ['whenever', /^I do not know when “whenever” is\. Expected: tomorrow 9:00/],
  ])('%s changes nothing, with a hint', async (words, told) => {
    const owner = await draftedPhone();
    const before = await owner.file(note);
    expect(await owner.ask(`/schedule ${words}`)).toMatch(told);
    expect(await owner.file(note)).toBe(before);
  });

  test('asks when, takes a day alone as a date, and /unschedule takes it back', async () => {
    const owner = await draftedPhone();
    await owner.say('/schedule', '2026-11-30');
    expect(await owner.file(note)).toContain('---\ndate: 2026-11-30\n---');
    expect(await owner.ask('/unschedule')).toContain('is a draft again, and no longer scheduled.');
    expect(await owner.file(note)).toContain('draft: true');
    expect(await owner.ask('/publish')).toBe(
      `Published in ${note}. The site shows it after the next "npm run build": ${permalink}`,
    );
  });

  test.each(['/schedule tomorrow', '/unschedule'])(
    '%s leaves a published entry, and its post, as they are',
    async (command) => {
      const owner = await draftedPhone();
      await owner.say('/publish');
      const published = await owner.file(note);
      expect(await owner.ask(command)).toContain('is published. /unpublish it first');
      expect(await owner.file(note)).toBe(published);
    },
  );
});

test('what is added to a published entry has no button to publish or discard it', async () => {
  const owner = await draftedPhone();
  await owner.say('/publish');
  await owner.replyTo(owner.lastMessage().message, 'More.');
  expect(owner.last()).toMatch(/^Added to /);
  expect(owner.lastMessage().buttons).toEqual(['Show']);
});

describe('/unpublish', () => {
  test('makes it a draft again, takes the post down and tells of the 48 hours', async () => {
    const owner = await draftedPhone();
    await owner.say('/publish');
    await syndicated(owner);
    expect(await owner.ask('/unpublish')).toContain(
      'is a draft again. Its post in the channel is taken down',
    );
    expect(owner.last()).toContain('48 hours');
    await eventually(() => owner.posts().length === 0, 'the removal');
    expect(await owner.ask('/unpublish')).toBe(`${note} is a draft already.`);
  });
});
