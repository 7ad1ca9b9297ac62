import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { type Phone, permalink, phone } from '../owner/chatWorld.ts';

let owner: Phone;

const first = 'notes/2026-03-01-120000';
const minute = 60_000;

/** A bot whose site.yaml says what becomes of posts. */
async function live(posts?: 'draft' | 'publish' | 'ignore'): Promise<void> {
  owner = await phone();
  if (posts === undefined) return;
  const site = await owner.read('site.yaml');
  await owner.write('site.yaml', `${site}channel: {name: "@journal", posts: ${posts}}\n`);
}

/** Lets some looks at the journal go by. */
async function settle(): Promise<void> {
  await owner.idle();
  await owner.looked();
}

/** Calls that changed the channel. */
function echoes(): string[] {
  return owner.api
    .calls()
    .filter((call) => JSON.stringify(call).includes(String(owner.channel.id)))
    .map((call) => call.method)
    .filter((method) => /^(send|edit|delete)/.test(method));
}

test('a post in the channel becomes the draft of a note, and the owner is told', async () => {
  await live();
  const text = { text: 'Hello *you*', entities: [{ type: 'bold', offset: 0, length: 5 } as const] };
  await owner.me.sends(owner.channel, text);
  await settle();
  expect(await owner.notes()).toEqual([`${first}.md`]);
  const source = await owner.read(`${first}.md`);
  expect(source).toContain('draft: true');
  expect(source).toContain('syndication:\n  - https://t.me/journal/1\n');
  expect(source.endsWith('---\n\n**Hello** \\*you\\*\n')).toBe(true);
  expect(owner.texts()).toEqual([`A post in the channel is saved as ${first}.md`]);
  expect(owner.said()[0]?.buttons).toContain('Publish');
  expect(echoes()).toEqual([]);
});

describe('nothing comes back as an echo', () => {
  test('of a post that is published at once', async () => {
    await live('publish');
    await owner.me.sends(owner.channel, 'Hello');
    await settle();
    const source = await owner.read(`${first}.md`);
    expect(source).not.toContain('draft');
    expect(source).toContain('date: 2026-03-01T12:00:00+00:00');
    expect(owner.texts()).toEqual([
      'A post in the channel is a note. Published in notes/2026-03-01-120000.md. The site shows it after the next "npm run build": https://journal.example/notes/2026-03-01-120000/',
    ]);
    expect(owner.posts()).toEqual(['Hello']);
    expect(echoes()).toEqual([]);
    expect(owner.rows('SELECT file FROM copies')).toEqual([{ file: `${first}.md` }]);
  });

  test('of a draft when it is published', async () => {
    await live();
    await owner.me.sends(owner.channel, 'Hello');
    await owner.idle();
    const [news] = owner.said();
    if (!news) throw new Error('no news');
    await owner.me.presses(news.message, 'Publish');
    await settle();
    expect(await owner.read(`${first}.md`)).not.toContain('draft');
    expect(owner.posts()).toEqual(['Hello']);
    expect(echoes()).toEqual([]);
  });

  test('of an album, whose pictures are one note', async () => {
    await live('publish');
    const items = ['Words', undefined, undefined].map((caption) => ({
      kind: 'photo' as const,
      ...(caption === undefined ? {} : { caption }),
    }));
    await owner.me.sendsAlbum(owner.channel, items);
    await settle();
    expect(await owner.notes()).toEqual([`${first}/index.md`]);
    const source = await owner.read(`${first}/index.md`);
    expect(source.match(/!\[/g)).toHaveLength(3);
    for (const id of [1, 2, 3]) expect(source).toContain(`https://t.me/journal/${id}`);
    expect(owner.texts()).toHaveLength(1);
    expect(echoes()).toEqual([]);
  });

  test('of an album that was forwarded, which is one quotation', async () => {
    await live();
    const writer = owner.api.user({ id: 7, first_name: 'Grace' });
    const album = await writer.sendsAlbum(writer, [{ kind: 'photo' }, { kind: 'photo' }]);
    await owner.me.forwardsAlbum(album, owner.channel);
    await settle();
    const [body] = await owner.bodies();
    expect(body).toMatch(/^> !\[ \]\(.*\)\n>\n> !\[ \]\(.*\)\n>\n> — Grace$/);
  });

  test('of the same update twice, or of one that comes again once the database is lost', async () => {
    await live('publish');
    await owner.me.sends(owner.channel, 'Hello');
    await owner.idle();
    const id = Number(owner.rows('SELECT MAX(update_id) AS id FROM inbox')[0]?.['id']);
    owner.api.repeatUpdate(id);
    await settle();
    await owner.stop();
    await rm(owner.state, { recursive: true });
    owner.api.repeatUpdate(id);
    owner.run();
    await settle();
    expect(await owner.notes()).toEqual([`${first}.md`]);
    expect(owner.headlines()).toEqual(['Hello']);
    expect(echoes().filter((method) => method !== 'editMessageText')).toEqual([]);
  });

  test('of a forward, which nobody can edit', async () => {
    await live('publish');
    const writer = owner.api.user({ id: 7, first_name: 'Grace' });
    const news = owner.api.channel({ username: 'news', title: 'News', owner: writer });
    await owner.me.forwards(await writer.sends(news, 'Fact'), owner.channel);
    await settle();
    expect(await owner.read(`${first}.md`)).toContain('> Fact');
    await owner.change(`${first}.md`, 'Fact', 'Changed');
    await settle();
    expect(echoes()).toEqual([]);
  });
});

describe('an edit in the channel', () => {
  test('is in the note, and nothing comes back', async () => {
    await live('publish');
    const post = await owner.me.sends(owner.channel, 'Helo');
    await settle();
    await owner.me.edits(post, 'Hello');
    await settle();
    expect((await owner.read(`${first}.md`)).endsWith('---\n\nHello\n')).toBe(true);
    expect(owner.posts()).toEqual(['Hello']);
    expect(echoes()).toEqual([]);
    expect(owner.texts()).toHaveLength(1);
  });

  test('of a note that was changed by hand is shown as a conflict, and neither is lost', async () => {
    await live();
    const post = await owner.me.sends(owner.channel, 'One two');
    await owner.idle();
    await owner.change(`${first}.md`, 'One two', 'One 2');
    await owner.me.edits(post, 'One three');
    await settle();
    expect(await owner.read(`${first}.md`)).toContain('One 2');
    expect(owner.posts()).toEqual(['One three']);
    expect(owner.texts().at(-1)).toMatch(/changed by hand since[\s\S]*One three/);
  });

  test('of a post from before the bot is nothing to it', async () => {
    await live();
    await owner.stop();
    const post = await owner.me.sends(owner.channel, 'Old');
    owner.clock.advance(3 * 24 * 60 * minute);
    owner.run();
    await owner.me.edits(post, 'Older');
    await settle();
    expect(await owner.notes()).toEqual([]);
  });
});

describe('a note that is changed by hand', () => {
  test('changes its post, of which the owner hears nothing', async () => {
    await live('publish');
    const post = await owner.me.sends(owner.channel, 'Hello');
    await settle();
    await owner.change(`${first}.md`, 'Hello', 'Goodbye');
    await settle();
    expect(owner.posts()).toEqual([`Goodbye\n\n${permalink}`]);
    expect(echoes()).toEqual(['editMessageText']);
    expect(owner.texts()).toHaveLength(1);
    await owner.change(`${first}.md`, 'Goodbye', 'Hello');
    await settle();
    expect(owner.posts()).toEqual([`Hello\n\n${permalink}`]);
    await owner.me.edits(post, `Hello there\n\n${permalink}`);
    await settle();
    expect((await owner.read(`${first}.md`)).endsWith('---\n\nHello there\n')).toBe(true);
    expect(echoes()).toEqual(['editMessageText', 'editMessageText']);
  });

  test('changes the caption of its picture', async () => {
    await live('publish');
    await owner.me.sendsPhoto(owner.channel, { caption: 'Hello' });
    await settle();
    await owner.change(`${first}/index.md`, 'Hello', 'Goodbye');
    await settle();
    expect(echoes()).toEqual(['editMessageCaption']);
    expect(owner.posts()[0]).toContain('Goodbye');
  });

  test('to have a cover: its post has it too', async () => {
    await live('publish');
    await owner.me.sends(owner.channel, 'Hello');
    await settle();
    await owner.paint('notes/c.jpg');
    await owner.change(`${first}.md`, 'date:', 'cover: {src: c.jpg, alt: Blue}\ndate:');
    await settle();
    expect(echoes()).toEqual(['editMessageMedia']);
    expect(owner.posts()[0]).toContain('Hello');
  });

  test('and then taken down takes its post down', async () => {
    await live('publish');
    await owner.me.sends(owner.channel, 'Hello');
    await settle();
    await owner.change(`${first}.md`, 'date:', 'draft: true\ndate:');
    await settle();
    expect(owner.posts()).toEqual([]);
    expect(echoes()).toEqual(['deleteMessage']);
  });
});

test.each([
  ['before the note was settled', "UPDATE channel_direct_posts SET state = 'taking'", 1],
  ['before the news', 'DELETE FROM acknowledgements', 2],
])('after a crash %s, the post is taken in once', async (_, sql, news) => {
  await live('publish');
  await owner.me.sends(owner.channel, 'Hello');
  await owner.idle();
  await owner.stop();
  const database = new DatabaseSync(join(owner.state, 'bot.sqlite'));
  database.exec(sql);
  database.exec("UPDATE inbox SET state = 'pending', run_at = 0");
  database.exec('DELETE FROM copies');
  database.close();
  owner.run();
  await settle();
  expect(await owner.notes()).toEqual([`${first}.md`]);
  expect((await owner.read(`${first}.md`)).match(/Hello/g)).toHaveLength(1);
  expect(owner.posts()).toEqual(['Hello']);
  expect(echoes()).toEqual([]);
  expect(owner.texts()).toHaveLength(news);
});

describe('nothing is kept', () => {
  test('where site.yaml says so', async () => {
    await live('ignore');
    const post = await owner.me.sends(owner.channel, 'Hello');
    await owner.me.edits(post, 'Hello again');
    await settle();
    expect([await owner.notes(), owner.texts()]).toEqual([[], []]);
  });

  test('of what is posted in another channel', async () => {
    await live();
    const other = owner.api.channel({ username: 'other', owner: owner.me });
    await owner.me.sends(other, 'Hello');
    await settle();
    expect([await owner.notes(), owner.texts()]).toEqual([[], []]);
    expect(owner.rows('SELECT * FROM inbox')).toEqual([]);
  });
});

test('a draft that is discarded leaves its post where it is', async () => {
  await live();
  await owner.me.sends(owner.channel, 'Hello');
  await owner.idle();
  const [news] = owner.said();
  if (!news) throw new Error('no news');
  await owner.me.presses(news.message, 'Discard');
  await settle();
  expect(await owner.notes()).toEqual([]);
  expect(owner.posts()).toEqual(['Hello']);
});

test('a post of a kind that cannot be kept is told once, though it is edited or heard again', async () => {
  await live();
  const chat = { id: 7, type: 'private', first_name: 'Eve' } as const;
  await owner.me.sendsOther(owner.channel, { story: { chat, id: 3 } });
  await owner.idle();
  await owner.restart("UPDATE inbox SET state = 'pending'");
  await settle();
  expect(owner.texts()).toEqual([
    'https://t.me/journal/1: I cannot keep a story. Text, pictures, files, places and polls are kept.',
  ]);
  expect(await owner.notes()).toEqual([]);
});
