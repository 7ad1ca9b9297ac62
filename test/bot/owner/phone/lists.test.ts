import { describe, expect, test } from 'vitest';
import { eventually } from '../../world.ts';
import { phone } from '../chatWorld.ts';
import { draftedPhone, note, permalink } from './draftedPhone.ts';

describe('/drafts', () => {
  test('comes in pages that are turned in place, newest first, each with its buttons', async () => {
    const owner = await phone();
    for (let number = 1; number <= 12; number++) {
      const day = String(number).padStart(2, '0');
      await owner.bot.write(
        `notes/n${day}.md`,
        `---\ndate: 2026-01-${day}\ndraft: true\n---\n\nNote ${number}\n`,
      );
    }
    await owner.say('/drafts');
    expect(owner.last()).toMatch(/^1\. Note 12\n[\s\S]*5\. Note 8\n[\s\S]*Page 1 of 3, 12 drafts$/);
    expect(owner.lastMessage().buttons).toHaveLength(16);
    await owner.press('▶');
    await owner.press('▶');
    expect(owner.last()).toMatch(/^11\. Note 2\n[\s\S]*12\. Note 1\n/);
    expect(owner.lastMessage().buttons.at(-1)).toBe('◀');
    await owner.press('Show 12');
    expect(owner.last()).toContain('File: notes/n01.md');
    const list = owner.bot.said().find(({ text }) => text.startsWith('11. '));
    if (!list) throw new Error('no list');
    await owner.bot.owner.presses(list.message, 'Discard 12');
    await owner.bot.owner.presses(list.message, 'Publish 11');
    await owner.bot.idle();
    expect(await owner.file('notes/n01.md')).toBeUndefined();
    expect(owner.posts()).toEqual(['Note 2\n\nhttps://journal.example/notes/n02/']);
    const now = owner.bot.said().find(({ id }) => id === list.id);
    expect(now?.text).toMatch(/^6\. Note 7\n[\s\S]*Page 2 of 2, 10 drafts$/);
  });
});

describe('/show', () => {
  test('gives the facts, the faults with their lines, the text as it will look, and a preview', async () => {
    const owner = await draftedPhone('Some words', { JOURNAL_PREVIEW: 'http://localhost:4321/' });
    await owner.say('/title A title');
    await owner.say('/tag sea');
    await owner.say('/series no-such');
    await owner.bot.write(
      note,
      `${(await owner.file(note))?.replace('draft: true', 'draft: true\nseries: nowhere')}\n> **Bold** words\n`,
    );
    await owner.say('/show');
    const { text, entities, buttons } = owner.lastMessage();
    expect(text.split('\n')).toEqual([
      'A title',
      'Draft of a note, 4 words',
      `File: ${note}`,
      'Date: Sunday 1 March 2026, 12:00 (+00:00)',
      'Tags: sea',
      'Series: nowhere',
      'Slug: 2026-03-01-120000',
      `Address: ${permalink}`,
      'Preview: http://localhost:4321/notes/2026-03-01-120000/',
      expect.stringMatching(new RegExp(`^✗ ${note}:4: unknown series "nowhere"; expected `)),
      '',
      'Some words',
      '',
      'Bold words',
    ]);
    expect(entities.map(({ type }) => type)).toEqual(['url', 'blockquote', 'bold']);
    expect(buttons).toEqual(['Publish', 'Show', 'Discard']);
  });

  test('of what cannot be read as an entry tells its faults; of what is gone that it is', async () => {
    const owner = await draftedPhone();
    const { message } = owner.lastMessage();
    await owner.bot.write(note, (await owner.file(note))?.replace('draft:', 'dratf:') ?? '');
    await owner.say('/show');
    expect(owner.last()).toMatch(/cannot be read as an entry:\n✗ notes\/.*:3: unknown key "dratf"/);
    await owner.bot.write(note, '---\ndate: 2026-03-01\ndraft: true\ntitel: x\n---\n\nHello\n');
    await owner.press('Discard');
    await owner.replyTo(message, '/show');
    expect(owner.last()).toMatch(new RegExp(`^${note} is no longer there\\.`));
  });

  test('of a long text comes in messages that Telegram takes', async () => {
    const owner = await phone();
    const text = `${'Long **words** and more. '.repeat(900)}\n`;
    await owner.bot.write('notes/long.md', `---\ndate: 2026-01-01\ndraft: true\n---\n\n${text}`);
    await owner.say('/show');
    expect(owner.bot.said().length).toBeGreaterThan(2);
    expect(owner.last()).toMatch(/^… and \d+ messages more\.$/);
  });
});

test('/find looks through titles, texts and tags, drafts among them, without regard to case and composition', async () => {
  const owner = await draftedPhone('The café by the *sea*');
  await owner.say('/tag Über');
  await owner.bot.write('articles/old.md', '---\ntitle: The Sea\ndate: 2025-01-01\n---\n\nOld.\n');
  await owner.say('/find CAFE\u0301 sea uber');
  expect(owner.last()).toBe('No entry has “CAFÉ sea uber” in title, text or tags.');
  await owner.say('/find CAFE\u0301 *sea* über');
  expect(owner.last()).toBe(
    `1. The café by the *sea*\n    2026-03-01 · Draft of a note\n    ${note}`,
  );
  await owner.say('/find sea');
  expect(owner.last()).toContain('2025-01-01 · Published\n    https://journal.example/2025/old/');
  await owner.press('Show 2');
  expect(owner.last()).toMatch(/^The Sea\nPublished/);
  expect(owner.lastMessage().buttons).toEqual([]);
});

test('/status tells what waits with its tries, the last build, the next date and the rights', async () => {
  const owner = await phone({ JOURNAL_PUBLISH: 'command:echo no disk >&2; exit 1' });
  const { bot } = owner;
  await bot.write('notes/x.md', '---\ndate: 2026-03-29T02:30:00+01:00\n---\n\nComing\n');
  await owner.say('/article Page');
  await owner.say('/done');
  await owner.say('/publish');
  await eventually(() => bot.rows('SELECT 1 FROM deliveries WHERE attempts > 0')[0], 'a try');
  await owner.say('/status');
  const text = owner.last();
  expect(text).toContain('Next scheduled: Coming, Sunday 29 March 2026, 02:30 (+01:00)');
  expect(text).toMatch(/Outbox: 1 waiting; next try Sunday 1 March 2026, 12:0\d \(\+00:00\)/);
  expect(text).toMatch(/articles\/page\.md: .*does not answer.*\(tried once\)/);
  expect(text).toMatch(/Last build \(command\): Sunday 1 March 2026, 12:00 .*FAILED: .*no disk/);
  expect(text).toMatch(/Channel: Channel, entries there: 0; administrator: may post, edit, delete/);
  expect(text.length).toBeLessThan(4096);
});
