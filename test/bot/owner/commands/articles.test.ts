import { beforeEach, expect, test } from 'vitest';
import { bodyOf } from '../../liveBot.ts';
import { type Phone, phone } from '../chatWorld.ts';

let owner: Phone;

beforeEach(async () => {
  owner = await phone();
});

test('/article begins one, messages and pictures add to it until /done, and one message shows how far it is', async () => {
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
  await owner.sendPhoto({ caption: 'A picture of it.' });
  await owner.restart();
  await owner.say('日本語 four.');
  expect(owner.texts()).toHaveLength(1);
  expect(owner.last()).toContain('1 picture');
  expect(owner.last()).toContain('Last added: 日本語 four.');
  expect(await owner.ask('/done')).toMatch(
    /^Done: articles\/über-the-sea\.md, \d+ words, 1 picture\.$/,
  );
  expect(owner.lastMessage().buttons).toEqual(['Publish', 'Show', 'Discard']);
  expect(bodyOf(await owner.file(file))).toMatch(
    /^One two three\.\n\n!\[ \]\([^)]*photo-\d+\.jpg\)\n\nA picture of it\.\n\n日本語 four\.$/,
  );
  expect(await owner.ask('A note again.')).toMatch(/^Saved as notes\//);
});

test('a title is kept as typed and makes a safe name', async () => {
  for (const [title, slug] of [
    ['a: "b" #c', 'a-b-c'],
    ["- it's %YAML & *this* | !that", 'its-yaml-this-that'],
    ['007', '007'],
    ['true', 'true'],
    ['_hidden', 'hidden'],
    ['_Con', 'con_'],
    ['日本語', '日本語'],
    ['../../x.md', 'x-md'],
    ['🌊', '2026-03-01'],
  ]) {
    const begun = await owner.ask(`/article ${title}`);
    expect(begun).toContain(`Article: ${title}\narticles/${slug}.md`);
    await owner.say('Words.');
    await owner.press('Done');
    expect(await owner.ask('/publish')).toBe(
      `Published in articles/${slug}.md. The site shows it after the next "npm run build": https://journal.example/2026/${slug}/`,
    );
    await owner.say('/show');
    expect(owner.last().split('\n')[0]).toBe(title);
    owner.clock.advance(1_000);
  }
});

test('a name that is taken gets -2; a title is asked for, and /cancel leaves that', async () => {
  expect(await owner.ask('/article Same', '/article')).toMatch(/^What is its title\?/);
  expect(await owner.ask('Same')).toContain('articles/same-2.md');
  expect(await owner.ask('/article', '/cancel')).toMatch(/^Left\./);
  await owner.say('No title.');
  expect(bodyOf(await owner.file('articles/same-2.md'))).toBe('No title.');
  expect(await owner.ask('/done', '/done')).toMatch(/^No article is under way/);
});

test('a question waits an hour, survives a restart, and an edited answer is the answer', async () => {
  await owner.say('/article');
  await owner.restart();
  expect(await owner.ask('Helo')).toContain('articles/helo.md');
  const title = await owner.say('/done', '/title', 'Hallo');
  await owner.correct(title, 'Hello');
  expect(await owner.file('articles/helo.md')).toContain('title: Hello\n');
  await owner.say('/title');
  owner.clock.advance(61 * 60_000);
  expect(await owner.ask('Much later.')).toMatch(/^Saved as notes\//);
});

test('handled twice, nothing is done twice', async () => {
  owner.api.fault({ method: 'sendMessage', kind: { status: 502 } });
  await owner.say('/article Once');
  await owner.wait(10_000);
  expect(owner.last()).toContain('articles/once.md');
  expect(await owner.file('articles/once-2.md')).toBeUndefined();
  owner.api.fault({ method: 'sendMessage', kind: { status: 502 } });
  await owner.say('/title');
  await owner.wait(10_000);
  owner.api.fault({ method: 'sendMessage', kind: { status: 502 } });
  await owner.say('Twice');
  await owner.wait(10_000);
  expect(owner.last()).toBe('Title: Twice\narticles/once.md');
  expect(await owner.notes()).toEqual([]);
});

test('/note ends an article and begins a note, whose edits are followed', async () => {
  await owner.say('/article Long');
  const message = await owner.say('/note Shrt');
  expect(owner.last()).toMatch(/^Saved as notes\//);
  const [file = ''] = await owner.notes();
  await owner.correct(message, {
    text: '/note Short',
    entities: [{ type: 'bot_command', offset: 0, length: 5 }],
  });
  expect(bodyOf(await owner.file(file))).toBe('Short');
  await owner.say('/note', 'Another.');
  expect(await owner.notes()).toHaveLength(2);
  expect(bodyOf(await owner.file('articles/long.md'))).toBe('');
});

test('what follows the title line is the beginning of the text, and is text', async () => {
  await owner.say('/article Title\n---\ntags: x\n---\n<b>Hello</b>');
  expect(await owner.file('articles/title.md')).toMatch(
    /^---\ntitle: Title\ndate: .*\ndraft: true\n---\n\n(?!---)[\s\S]*\\?<b/,
  );
  expect(await owner.ask('/show')).toContain('<b>Hello</b>');
  expect(owner.last()).not.toContain('Tags:');
});

test('an article called Index is no entry in the whole room', async () => {
  await owner.say('/article Index');
  expect(await owner.file('articles/index.md')).toBeUndefined();
  expect(await owner.file('articles/index-2.md')).toContain('title: Index');
});

test('a title is not offered to be taken away where it has to be', async () => {
  expect(await owner.ask('/article Sea', '/title')).toMatch(/^Title: Sea\nWhat is the title\?\n/);
  await owner.say('/cancel', '/note Words.', '/title Sky');
  expect(await owner.ask('/title')).toMatch(/^Title: Sky\nWhat is the title\? - takes it away\.\n/);
});
