import { describe, expect, test } from 'vitest';
import { eventually } from '../../world.ts';
import { draftedPhone, note, permalink, phone } from '../chatWorld.ts';

describe('/drafts', () => {
  test('comes in pages that are turned in place, newest first, each with its buttons', async () => {
    const owner = await phone();
    for (let number = 1; number <= 12; number++) {
      const day = String(number).padStart(2, '0');
      await owner.write(
        `notes/n${day}.md`,
        `---\ndate: 2026-01-${day}\ndraft: true\n---\n\nNote ${number}\n`,
      );
    }
    expect(await owner.ask('/drafts')).toMatch(
      /^1\. Note 12\n[\s\S]*5\. Note 8\n[\s\S]*Page 1 of 3, 12 drafts$/,
    );
    expect(owner.lastMessage().buttons).toEqual([
      ...[1, 2, 3, 4, 5].flatMap((at) => [`Publish ${at}`, `Show ${at}`, `Discard ${at}`]),
      '▶',
    ]);
    await owner.press('▶');
    await owner.press('▶');
    expect(owner.last()).toMatch(/^11\. Note 2\n[\s\S]*12\. Note 1\n/);
    expect(owner.lastMessage().buttons.at(-1)).toBe('◀');
    await owner.press('Show 12');
    expect(owner.last()).toContain('File: notes/n01.md');
    const list = owner.said().find(({ text }) => text.startsWith('11. '));
    if (!list) throw new Error('no list');
    await owner.me.presses(list.message, 'Discard 12');
    await owner.press('Publish 11', list.message);
    expect(await owner.file('notes/n01.md')).toBeUndefined();
    expect(owner.posts()).toEqual(['Note 2\n\nhttps://journal.example/notes/n02/']);
    const now = owner.said().find(({ id }) => id === list.id);
    expect(now?.text).toMatch(/^6\. Note 7\n[\s\S]*Page 2 of 2, 10 drafts$/);
  });
});

describe('/show', () => {
  test('gives the facts, the faults with their lines, the text as it will look, and a preview', async () => {
    const owner = await draftedPhone('Some words', { JOURNAL_PREVIEW: 'http://localhost:4321/' });
    await owner.say('/title A title', '/tag sea', '/series no-such');
    await owner.write(
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
    await owner.change(note, 'draft:', 'dratf:');
    expect(await owner.ask('/show')).toMatch(
      /cannot be read as an entry:\n✗ notes\/.*:3: unknown key "dratf"/,
    );
    await owner.write(note, '---\ndate: 2026-03-01\ndraft: true\ntitel: x\n---\n\nHello\n');
    await owner.press('Discard');
    await owner.replyTo(message, '/show');
    expect(owner.last()).toMatch(new RegExp(`^${note} is no longer there\\.`));
  });

  test('of a long text comes in messages that Telegram takes', async () => {
    const owner = await phone();
    const text = `${'Long **words** and more. '.repeat(900)}\n`;
    await owner.write('notes/long.md', `---\ndate: 2026-01-01\ndraft: true\n---\n\n${text}`);
    await owner.say('/show');
    expect(owner.said().length).toBeGreaterThan(2);
    expect(owner.last()).toMatch(/^… and \d+ messages more\.$/);
  });
});

test('/find looks through titles, texts and tags, drafts among them, without regard to case and composition', async () => {
  const owner = await draftedPhone('The café by the *sea*');
  await owner.say('/tag Über');
  await owner.write('articles/old.md', '---\ntitle: The Sea\ndate: 2025-01-01\n---\n\nOld.\n');
  expect(await owner.ask('/find CAFE\u0301 sea uber')).toBe(
    'No entry has “CAFÉ sea uber” in title, text or tags.',
  );
  expect(await owner.ask('/find CAFE\u0301 *sea* über')).toBe(
    `1. The café by the *sea*\n    2026-03-01 · Draft of a note\n    ${note}`,
  );
  expect(await owner.ask('/find sea')).toContain(
    '2025-01-01 · Published\n    https://journal.example/2025/old/',
  );
  await owner.press('Show 2');
  expect(owner.last()).toMatch(/^The Sea\nPublished/);
  expect(owner.lastMessage().buttons).toEqual([]);
});

test('/status tells what waits with its tries, the last build, the next date and the rights', async () => {
  const owner = await phone({ JOURNAL_PUBLISH: 'command:echo no disk >&2; exit 1' });
  await owner.write('notes/x.md', '---\ndate: 2026-03-29T02:30:00+01:00\n---\n\nComing\n');
  await owner.say('/article Page', '/done', '/publish');
  await eventually(() => owner.rows('SELECT 1 FROM deliveries WHERE attempts > 0')[0], 'a try');
  await owner.say('/status');
  const text = owner.last();
  expect(text).toContain('Next scheduled: Coming, Sunday 29 March 2026, 02:30 (+01:00)');
  expect(text).toMatch(/Outbox: 1 waiting; next try Sunday 1 March 2026, 12:0\d \(\+00:00\)/);
  expect(text).toMatch(/articles\/page\.md: .*does not answer.*\(tried once\)/);
  expect(text).toMatch(/Last build \(command\): Sunday 1 March 2026, 12:00 .*FAILED: .*no disk/);
  expect(text).toMatch(/Channel: Channel, entries there: 0; administrator: may post, edit, delete/);
  expect(text.length).toBeLessThan(4096);
});

test('a draft is called by its words, of which no two run together at the end of a line', async () => {
  const owner = await phone();
  expect(await owner.ask('Bread\nMilk\nTea', '/drafts')).toMatch(/^1\. Bread Milk Tea\n/);
  expect(await owner.ask('/find milk')).toMatch(/^1\. Bread Milk Tea\n/);
});

test('a draft is called by the first of its words that a reader sees', async () => {
  const owner = await phone();
  for (const [body, name] of [
    ['> [!TIP]\n> A tip.', 'A tip.'],
    ['> A word.\n>\n> -- Ana, *Work* {lang=pt}', 'A word.'],
    ['![A square](sq.png)\nCaption\n-- Photographer', 'Caption'],
    ['- one\\\n  two\n- three', 'one two'],
    ['# Only a heading', 'Only a heading'],
    ['# A heading\n\n![A square](sq.png)', 'A heading'],
    ['![A square](sq.png)\n-- Photographer', 'A square'],
    ['![ ](sq.png)', '(without words)'],
  ]) {
    await owner.write('notes/n.md', `---\ndate: 2026-01-01\ndraft: true\n---\n\n${body}\n`);
    expect(await owner.ask('/drafts'), body).toBe(`1. ${name}\n    notes/n.md`);
  }
});
