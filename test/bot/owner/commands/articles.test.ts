import { expect, test } from 'vitest';
import { phone } from '../chatWorld.ts';

const bodyOf = (text = '') => text.replace(/^---\n[\s\S]*?\n---\n/, '').trim();

test('/article begins one, messages and pictures add to it until /done, and one message shows how far it is', async () => {
  const owner = await phone();
  const { bot } = owner;
  await owner.say('/article Über the sea');
  const file = 'articles/über-the-sea.md';
  expect(await owner.file(file)).toBe(
    '---\ntitle: Über the sea\ndate: 2026-03-01T12:00:00+00:00\ndraft: true\n---\n',
  );
  const progress = owner.lastMessage();
  expect(progress.text).toMatch(
    /^Article: Über the sea\narticles\/über-the-sea\.md\n0 words, 0 pictures\n/,
  );
  await owner.say('One two three.');
  await bot.owner.sendsPhoto(bot.owner, { caption: 'A picture of it.' });
  await bot.idle();
  await owner.restart();
  await owner.say('日本語 four.');
  expect(bot.said().map(({ text }) => text)).toHaveLength(1);
  expect(owner.last()).toContain('1 picture');
  expect(owner.last()).toContain('Last added: 日本語 four.');
  await owner.say('/done');
  expect(owner.last()).toMatch(/^Done: articles\/über-the-sea\.md, \d+ words, 1 picture\.$/);
  expect(owner.lastMessage().buttons).toEqual(['Publish', 'Show', 'Discard']);
  expect(bodyOf(await owner.file(file))).toMatch(
    /^One two three\.\n\n!\[ \]\([^)]*photo-\d+\.jpg\)\n\nA picture of it\.\n\n日本語 four\.$/,
  );
  await owner.say('A note again.');
  expect(owner.last()).toMatch(/^Saved as notes\//);
});

test.each([
  ['a: "b" #c', 'a-b-c'],
  ["- it's %YAML & *this* | !that", 'its-yaml-this-that'],
  ['007', '007'],
  ['true', 'true'],
  ['_hidden', 'hidden'],
  ['_Con', 'con_'],
  ['日本語', '日本語'],
  ['../../x.md', 'x-md'],
  ['🌊', '2026-03-01'],
])('the title %j is kept as typed and makes a safe name', async (title, slug) => {
  const owner = await phone();
  await owner.say(`/article ${title}`);
  expect(owner.last()).toContain(`Article: ${title}\narticles/${slug}.md`);
  await owner.say('Words.');
  await owner.press('Done');
  await owner.say('/publish');
  expect(owner.last()).toBe(
    `Published in articles/${slug}.md. The site shows it after the next "npm run build": https://journal.example/2026/${slug}/`,
  );
  await owner.say('/show');
  expect(owner.last().split('\n')[0]).toBe(title);
});

test('a name that is taken gets -2; a title is asked for, and /cancel leaves that', async () => {
  const owner = await phone();
  await owner.say('/article Same');
  await owner.say('/article');
  expect(owner.last()).toMatch(/^What is its title\?/);
  await owner.say('Same');
  expect(owner.last()).toContain('articles/same-2.md');
  await owner.say('/article');
  await owner.say('/cancel');
  expect(owner.last()).toMatch(/^Left\./);
  await owner.say('No title.');
  expect(bodyOf(await owner.file('articles/same-2.md'))).toBe('No title.');
  await owner.say('/done');
  await owner.say('/done');
  expect(owner.last()).toMatch(/^No article is under way/);
});

test('a question waits an hour, survives a restart, and an edited answer is the answer', async () => {
  const owner = await phone();
  const { bot } = owner;
  await owner.say('/article');
  await owner.restart();
  const answer = await owner.say('Helo');
  expect(owner.last()).toContain('articles/helo.md');
  await owner.say('/done');
  await owner.say('/title');
  const title = await owner.say('Hallo');
  await bot.owner.edits(title, 'Hello');
  await bot.idle();
  expect(await owner.file('articles/helo.md')).toContain('title: Hello\n');
  await owner.say('/title');
  bot.clock.advance(61 * 60_000);
  await owner.say('Much later.');
  expect(owner.last()).toMatch(/^Saved as notes\//);
  expect(answer.message_id).toBeGreaterThan(0);
});

test('handled twice, nothing is done twice', async () => {
  const owner = await phone();
  const { bot } = owner;
  bot.api.fault({ method: 'sendMessage', when: 'before', kind: { status: 502 } });
  await owner.say('/article Once');
  bot.clock.advance(10_000);
  await bot.idle();
  expect(owner.last()).toContain('articles/once.md');
  expect(await owner.file('articles/once-2.md')).toBeUndefined();
  bot.api.fault({ method: 'sendMessage', when: 'before', kind: { status: 502 } });
  await owner.say('/title');
  bot.clock.advance(10_000);
  await bot.idle();
  bot.api.fault({ method: 'sendMessage', when: 'before', kind: { status: 502 } });
  await owner.say('Twice');
  bot.clock.advance(10_000);
  await bot.idle();
  expect(owner.last()).toBe('Title: Twice\narticles/once.md');
  expect(await bot.notes()).toEqual([]);
});

test('/note ends an article and begins a note, whose edits are followed', async () => {
  const owner = await phone();
  const { bot } = owner;
  await owner.say('/article Long');
  const message = await owner.say('/note Shrt');
  expect(owner.last()).toMatch(/^Saved as notes\//);
  const [file = ''] = await bot.notes();
  await bot.owner.edits(message, {
    text: '/note Short',
    entities: [{ type: 'bot_command', offset: 0, length: 5 }],
  });
  await bot.idle();
  expect(bodyOf(await owner.file(file))).toBe('Short');
  await owner.say('/note');
  await owner.say('Another.');
  expect(await bot.notes()).toHaveLength(2);
  expect(bodyOf(await owner.file('articles/long.md'))).toBe('');
});

test('what follows the title line is the beginning of the text, and is text', async () => {
  const owner = await phone();
  await owner.say('/article Title\n---\ntags: x\n---\n<b>Hello</b>');
  expect(await owner.file('articles/title.md')).toMatch(
    /^---\ntitle: Title\ndate: .*\ndraft: true\n---\n\n(?!---)[\s\S]*\\?<b/,
  );
  await owner.say('/show');
  expect(owner.last()).toContain('<b>Hello</b>');
  expect(owner.last()).not.toContain('Tags:');
});

test('an article called Index is no entry in the whole room', async () => {
  const owner = await phone();
  await owner.say('/article Index');
  expect(await owner.file('articles/index.md')).toBeUndefined();
  expect(await owner.file('articles/index-2.md')).toContain('title: Index');
});

test('a title is not offered to be taken away where it has to be', async () => {
  const owner = await phone();
  await owner.say('/article Sea');
  await owner.say('/title');
  expect(owner.last()).toMatch(/^Title: Sea\nWhat is the title\?\n/);
  await owner.say('/cancel');
  await owner.say('/note Words.');
  await owner.say('/title Sky');
  await owner.say('/title');
  expect(owner.last()).toMatch(/^Title: Sky\nWhat is the title\? - takes it away\.\n/);
});
