import { beforeEach, describe, expect, test } from 'vitest';
import { type Phone, phone, photos } from '../chatWorld.ts';

let owner: Phone;

beforeEach(async () => {
  owner = await phone();
});

describe('a message', () => {
  test('is a draft with its date, and is acknowledged', async () => {
    await owner.say('Hello');
    expect(await owner.notes()).toEqual(['notes/2026-03-01-120000.md']);
    expect(await owner.read('notes/2026-03-01-120000.md')).toBe(
      '---\ndate: 2026-03-01T12:00:00+00:00\ndraft: true\n---\n\nHello\n',
    );
    expect(owner.texts()).toEqual(['Saved as notes/2026-03-01-120000.md']);
    expect(owner.said()[0]?.buttons).toEqual(['Publish', 'Show', 'Discard']);
  });

  test('with the words of another is a draft of its own', async () => {
    for (let time = 0; time < 3; time++) await owner.me.sends(owner.me, 'Same');
    await owner.idle();
    expect(await owner.bodies()).toEqual(['Same', 'Same', 'Same']);
  });

  test('with the words of another piece of its draft is a piece of its own', async () => {
    const first = await owner.me.sends(owner.me, 'One');
    await owner.replyTo(first, 'One');
    expect(await owner.bodies()).toEqual(['One\n\nOne']);
  });

  test('that was forwarded is a quotation with its source', async () => {
    const writer = owner.api.user({ id: 7, first_name: 'Grace', last_name: 'Hopper' });
    const news = owner.api.channel({ username: 'news', title: 'News', owner: writer });
    const post = await writer.sends(news, '# Fact');
    const words = await writer.sends(writer, 'Words');
    await owner.me.forwards(post, owner.me);
    owner.clock.advance(3_000);
    await owner.forward(words);
    const wanted = [
      `> \\# Fact\n>\n> — [News](https://t.me/news/${post.message_id})`,
      '> Words\n>\n> — Grace Hopper',
    ];
    expect((await owner.bodies()).sort()).toEqual(wanted.sort());
  });

  test('that is typed to what is forwarded, and all that is forwarded at once, is one draft', async () => {
    const writer = owner.api.user({ id: 7, first_name: 'Grace' });
    await owner.me.sends(owner.me, 'Earlier.');
    owner.clock.advance(3_000);
    await owner.me.sends(owner.me, 'See:');
    for (const words of ['One', 'Two'])
      await owner.me.forwards(await writer.sends(writer, words), owner.me);
    await owner.me.forwards(await writer.sendsPhoto(writer), owner.me);
    owner.clock.advance(1_000);
    await owner.say('Later.');
    expect((await owner.bodies()).sort()).toEqual([
      'Earlier.',
      'Later.',
      expect.stringMatching(/^See:\n\n> One\n>\n> — Grace\n\n> Two\n>\n> — Grace\n\n> !\[ ]\(/),
    ]);
  });

  test('that is an album and was forwarded is one quotation, beside others that are its author’s', async () => {
    const writer = owner.api.user({ id: 7, first_name: 'Grace' });
    const kind = 'photo';
    const album = await writer.sendsAlbum(writer, [{ kind, caption: 'C' }, { kind }, { kind }]);
    await owner.me.forwards(await writer.sends(writer, 'One'), owner.me);
    await owner.me.forwardsAlbum(album, owner.me);
    await owner.forward(await writer.sendsPhoto(writer));
    const [body = ''] = await owner.bodies();
    expect(body.replace(/\(.*?\)/g, '').split('\n\n')).toEqual([
      '> One\n>\n> — Grace',
      '> ![ ]\n>\n> ![ ]\n>\n> ![ ]\n>\n> C\n>\n> — Grace',
      '> ![ ]\n>\n> — Grace',
    ]);
  });

  test('that is a picture stands behind a full album that was forwarded, and so does one of another author', async () => {
    const [grace, ada] = [
      { id: 7, first_name: 'Grace' },
      { id: 8, first_name: 'Ada' },
    ].map((one) => owner.api.user(one));
    if (!grace || !ada) throw new Error('nobody');
    await owner.say('/article Sea');
    await owner.me.forwardsAlbum(await grace.sendsAlbum(grace, photos(10)), owner.me);
    await owner.forward(await ada.sendsPhoto(ada));
    await owner.me.forwardsAlbum(await grace.sendsAlbum(grace, photos(10)), owner.me);
    await owner.sendPhoto();
    const text = (await owner.file('articles/sea.md'))?.replace(/\(.*?\)/g, '') ?? '';
    const album = `${'> ![ ]\n>\n'.repeat(10)}> — Grace\n\n`;
    expect(text.split('---\n\n')[1]).toBe(`${album}> ![ ]\n>\n> — Ada\n\n${album}![ ]\n`);
  });

  test('that is an album of another author is no part of a quotation of days ago', async () => {
    const [grace, ada] = [
      owner.api.user({ id: 7, first_name: 'Grace' }),
      owner.api.user({ id: 8, first_name: 'Ada' }),
    ];
    await owner.say('/article Sea');
    await owner.forward(await grace.sends(grace, 'One'));
    owner.clock.advance(4 * 24 * 60 * 60_000);
    const album = await ada.sendsAlbum(ada, [{ kind: 'photo' }, { kind: 'photo' }]);
    await owner.me.forwardsAlbum(album, owner.me);
    await owner.idle();
    const text = (await owner.file('articles/sea.md'))?.replace(/\(.*?\)/g, '') ?? '';
    expect(text.split('---\n\n')[1]).toBe('> One\n>\n> — Grace\n\n> ![ ]\n>\n> ![ ]\n>\n> — Ada\n');
  });

  test('that is typed to what is forwarded may be too long for one message', async () => {
    const writer = owner.api.user({ id: 7, first_name: 'Grace' });
    for (const part of ['x'.repeat(4096), 'rest']) await owner.me.sends(owner.me, part);
    await owner.forward(await writer.sends(writer, 'One'));
    expect(await owner.bodies()).toEqual([expect.stringMatching(/^x{4096}rest\n\n> One\n/)]);
  });

  test('that is forwarded right behind what was published meanwhile is a draft of its own', async () => {
    const writer = owner.api.user({ id: 7, first_name: 'Grace' });
    await owner.say('See:');
    await owner.press('Publish');
    await owner.forward(await writer.sends(writer, 'One'));
    expect(await owner.notes()).toHaveLength(2);
  });
});

test('a reply to one’s message or to the bot’s answer adds to the draft', async () => {
  const first = await owner.say('One.');
  const answer = owner.lastMessage();
  await owner.replyTo(first, 'Two.');
  await owner.replyTo(answer.message, 'Three.');
  expect(await owner.bodies()).toEqual(['One.\n\nTwo.\n\nThree.']);
});

test('the same update twice makes one draft', async () => {
  await owner.say('Once.');
  owner.api.repeatUpdate(owner.api.updates()[0]?.update_id ?? 0);
  expect(await owner.ask('/status')).toMatch(/^Drafts: 1/);
  expect(await owner.bodies()).toEqual(['Once.']);
});

describe('an edit', () => {
  test.each(['the edit first', 'the message first'])(
    'that comes with its message: %s',
    async (order) => {
      owner.api.holdUpdates();
      const message = await owner.me.sends(owner.me, 'Helo');
      owner.clock.advance(2000);
      await owner.me.edits(message, 'Hello');
      owner.api.releaseUpdates((updates) =>
        order === 'the edit first' ? updates.toReversed() : updates,
      );
      await owner.idle();
      expect(await owner.bodies()).toEqual(['Hello']);
      expect(owner.texts().filter((text) => text.startsWith('Saved'))).toHaveLength(1);
    },
  );

  test('of the caption of the second picture of an album is in the draft', async () => {
    const [, second] = await owner.sendAlbum([
      { kind: 'photo' },
      { kind: 'photo', caption: 'Before.' },
    ]);
    expect((await owner.bodies())[0]).toContain('Before.');
    if (second) await owner.correct(second, 'After.');
    expect((await owner.bodies())[0]).toMatch(/^(?!.*Before\.).*After\.$/s);
  });

  test.each(['HEAD', 'theirs'])(
    'of words that stand in the half of %s alone goes into neither, and that is said',
    async (half) => {
      const message = await owner.say('Before.');
      const { 0: file = '' } = await owner.notes();
      const [head, theirs] = half === 'HEAD' ? ['Before.', 'By hand.'] : ['By hand.', 'Before.'];
      const both = `<<<<<<< HEAD\n${head}\n=======\n${theirs}\n>>>>>>> theirs`;
      await owner.change(file, 'Before.', both);
      owner.clock.advance(1_000);
      await owner.correct(message, 'After.');
      expect(await owner.file(file)).toContain(both);
      expect(owner.last()).toContain('was changed by hand');
      await owner.change(file, both, 'Before.');
      owner.clock.advance(1_000);
      await owner.correct(message, 'After all.');
      expect(await owner.bodies()).toEqual(['After all.']);
    },
  );

  test('that is older than another edit changes nothing', async () => {
    const message = await owner.say('One');
    owner.api.holdUpdates();
    owner.clock.advance(2000);
    await owner.me.edits(message, 'Two');
    owner.clock.advance(2000);
    await owner.me.edits(message, 'Three');
    owner.api.releaseUpdates((updates) => updates.toReversed());
    await owner.idle();
    expect(await owner.bodies()).toEqual(['Three']);
  });

  test('that is tried again behind another of its second changes nothing', async () => {
    const message = await owner.say('One');
    owner.clock.advance(2000);
    for (const words of ['Two', 'Three']) await owner.me.edits(message, words);
    await owner.idle();
    await owner.restart(`UPDATE inbox SET state = 'pending'
      WHERE sequence = (SELECT MIN(sequence) FROM inbox WHERE is_edit = 1)`);
    expect(await owner.bodies()).toEqual(['Three']);
  });

  test('of a piece that was changed by hand is told, and neither is lost', async () => {
    const message = await owner.say('Helo world');
    const [file = ''] = await owner.notes();
    await owner.change(file, 'Helo world', 'Hello, World');
    await owner.correct(message, 'Hello worlds');
    expect(await owner.bodies()).toEqual(['Hello, World']);
    expect(owner.texts().at(-1)).toContain(`${file} was changed by hand`);
    expect(owner.api.messages(owner.me)[0]?.text).toBe('Hello worlds');
  });

  test('beside a change by hand keeps both', async () => {
    const message = await owner.say('Helo');
    const [file = ''] = await owner.notes();
    await owner.write(
      file,
      (await owner.read(file))
        .replace('draft: true', 'draft: true\ntags: [a]')
        .concat('\nBy hand.\n'),
    );
    await owner.correct(message, 'Hello');
    expect(await owner.bodies()).toEqual(['Hello\n\nBy hand.']);
    expect(await owner.read(file)).toContain('tags: [a]');
  });

  test.each([
    ['once', 'One', '\n\nAnd One more', '1\n\nAnd One more'],
    ['twice', 'One', '\n\nOne', undefined],
  ])('finds the piece where its words stand %s as a block', async (_, words, more, wanted) => {
    const message = await owner.say(words);
    const [file = ''] = await owner.notes();
    await owner.write(file, `${(await owner.read(file)).trimEnd()}${more}\n`);
    await owner.correct(message, '1');
    expect(await owner.bodies()).toEqual([wanted ?? `${words}${more}`]);
    expect(owner.texts().some((text) => text.includes('changed by hand'))).toBe(
      wanted === undefined,
    );
  });

  test('of a discarded draft is told, or changes nothing; it is never tried again and again', async () => {
    const message = await owner.say('Hello');
    const [answer] = owner.said();
    if (!answer) throw new Error('no answer');
    await owner.press('Discard', answer.message);
    await owner.me.edits(message, 'Hello there');
    await owner.correct(message, 'Hello');
    expect(owner.texts().at(1)).toContain('is no longer in the journal');
    expect(await owner.notes()).toEqual([]);
    expect(owner.rows("SELECT error FROM inbox WHERE state <> 'settled'")).toEqual([]);
  });
});
