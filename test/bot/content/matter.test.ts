import { describe, expect, test } from 'vitest';
import { draftedPhone, note, type Phone, phone, syndicated } from '../owner/chatWorld.ts';
import { eventually } from '../world.ts';

let owner: Phone;

test('a command sets the front matter of the newest entry, and says the new value', async () => {
  owner = await draftedPhone();
  for (const [command, line, told] of [
    ['/title A: "b" #c', 'title: \'A: "b" #c\'', 'Title: A: "b" #c'],
    ['/title draft: false', 'title: "draft: false"', 'Title: draft: false'],
    ['/tldr Short * and <b>sweet</b>', 'tldr: ', 'tl;dr: Short * and <b>sweet</b>'],
    ['/lang en_us', 'lang: en-US', 'Language: en-US'],
    ['/lang German', 'lang: de', 'Language: de'],
    ['/tag sea, Über, #c', 'tags:\n  - sea\n  - Über\n  - c', 'Tags: sea, Über, c'],
    ['/slug by the Sea', 'slug: by-the-sea', 'Slug: by-the-sea'],
    ['/slug ../../x', 'slug: x', 'Slug: x'],
  ] as const) {
    await owner.say(command);
    expect(owner.last().split('\n')[0]).toBe(told);
    expect(await owner.file(note)).toContain(line);
    expect(await owner.file(note)).toMatch(/\n---\n\nHello\n$/);
  }
  expect(await owner.ask('/status')).not.toContain('Fault');
});

test('a value that will not do is refused with what was expected, and nothing is written', async () => {
  owner = await draftedPhone();
  const before = await owner.file(note);
  for (const [command, told] of [
    ['/lang Klingonic', /"lang" is "Klingonic"; expected a language tag such as en or pt-BR/],
    ['/lang xx-yy-zz-qq', /"lang" is "xx-yy-zz-qq"; expected a language tag/],
    [`/slug ${'x'.repeat(250)}`, /expected at most 200 bytes/],
    ['/slug ..', /expected one path segment/],
  ] as const) {
    expect(await owner.ask(command)).toMatch(/^Nothing is changed in notes\//);
    expect(owner.last()).toMatch(told);
    expect(await owner.file(note)).toBe(before);
    await owner.say('/cancel');
  }
});

test('a slug that another entry has is refused', async () => {
  owner = await draftedPhone();
  await owner.say('/slug sea');
  owner.clock.advance(1000);
  expect(await owner.ask('Second', '/slug sea')).toMatch(
    /Nothing is changed.*\/notes\/sea\/, which notes\/.* has already/,
  );
});

test('a reply to a message, or to an answer, says which entry is meant', async () => {
  owner = await phone();
  const first = await owner.say('First');
  const answer = owner.lastMessage();
  owner.clock.advance(1000);
  const second = await owner.say('Second');
  await owner.replyTo(first, '/title One');
  await owner.replyTo(answer.message, '/tag sea');
  await owner.replyTo(second, '/title Two');
  await owner.replyTo(owner.lastMessage().message, '/tag land');
  expect(await owner.file(note)).toMatch(/title: One\ntags:\n {2}- sea/);
  expect(await owner.file('notes/2026-03-01-120001.md')).toMatch(/title: Two\ntags:\n {2}- land/);
});

test('/tag adds in the spelling that there is, removes with a -, and shows without words', async () => {
  owner = await draftedPhone();
  await owner.say('/tag Deep Sea, land');
  owner.clock.advance(1000);
  expect(await owner.ask('Second', '/tag deep sea, sky')).toMatch(/^Tags: Deep Sea, sky\n/);
  expect(await owner.ask('/tag -deep sea')).toMatch(/^Tags: sky\n/);
  expect(await owner.ask('/tag')).toMatch(/^Tags: sky\n/);
  await owner.say('/tag -sky');
  expect(await owner.file('notes/2026-03-01-120001.md')).not.toContain('tags');
});

test('without words they ask, and - takes the value away', async () => {
  owner = await draftedPhone();
  for (const [command, answer] of [
    ['/title', 'A title'],
    ['/tldr', 'In short'],
    ['/lang', 'de'],
    ['/slug', 'short'],
  ] as const) {
    expect(await owner.ask(command)).toContain('Your next message is the answer');
    expect(await owner.ask(answer)).toContain(answer);
  }
  expect(await owner.file(note)).toMatch(/title: A title\ntldr: In short\nlang: de\nslug: short\n/);
  await owner.say('/title -', '/tldr -');
  expect(await owner.file(note)).not.toMatch(/title|tldr/);
});

describe('a slug renamed', () => {
  test('edits the same post, and keeps the old address once readers have known it', async () => {
    owner = await draftedPhone();
    await owner.say('/publish');
    await syndicated(owner);
    const [post] = owner.api.messages(owner.channel);
    expect(await owner.ask('/slug new-name')).toContain(
      'Old addresses that lead here: /notes/2026-03-01-120000/',
    );
    await eventually(() => owner.posts()[0]?.includes('/new-name/'), 'the edit');
    const [edited, ...others] = owner.api.messages(owner.channel);
    expect(others).toEqual([]);
    expect(edited?.id).toBe(post?.id);
    await owner.say('/slug newer-name');
    await eventually(() => owner.posts()[0]?.includes('/newer-name/'), 'the edit');
    expect(await owner.file(note)).toContain(
      'aliases:\n  - /notes/2026-03-01-120000/\n  - /notes/new-name/',
    );
    expect(owner.posts()).toHaveLength(1);
  });

  test('of a draft leaves no address behind, save where it was published once', async () => {
    owner = await draftedPhone();
    await owner.say('/slug one', '/slug two');
    expect(await owner.file(note)).not.toContain('aliases');
    await owner.say('/publish', '/unpublish', '/slug three');
    expect(await owner.file(note)).toMatch(/aliases:\n {2}- \/notes\/two\/\n/);
  });
});

describe('/series', () => {
  test('takes a known one with a part, and refuses a part that leaves a gap', async () => {
    owner = await draftedPhone();
    await owner.write('series/sea.yaml', 'title: The sea\n');
    expect(await owner.ask('/series sea 1')).toMatch(/^Series: sea, part 1\n/);
    expect(await owner.file(note)).toContain('series:\n  id: sea\n  part: 1');
    expect(await owner.ask('/series sea 3')).toContain('but there is no part 1');
    await owner.say('/series -');
    expect(await owner.file(note)).not.toContain('series');
  });

  test('offers the known ones and a new one, whose title it asks for', async () => {
    owner = await draftedPhone();
    await owner.write('series/sea.yaml', 'title: The sea\n');
    await owner.say('/series Long walks');
    expect(owner.lastMessage().buttons).toEqual(['The sea', 'New series: long-walks']);
    const list = owner.lastMessage();
    await owner.press('The sea');
    expect(await owner.file(note)).toContain('series: sea');
    expect(owner.said().find(({ id }) => id === list.id)?.buttons).toEqual([]);
    await owner.say('/series Long walks');
    await owner.press('New series: long-walks');
    await owner.say('Long walks: "a" #b');
    expect(await owner.file('series/long-walks.yaml')).toBe('title: \'Long walks: "a" #b\'\n');
    expect(await owner.file(note)).toContain('series: long-walks');
    expect(await owner.ask('/status')).not.toContain('Fault');
  });

  test('has no button that Telegram refuses, however long a name is', async () => {
    owner = await draftedPhone();
    await owner.write(`series/${'海'.repeat(70)}.yaml`, `title: ${'海'.repeat(200)}\n`);
    await owner.say(`/series ${'山'.repeat(200)}`);
    expect(owner.lastMessage().buttons).toHaveLength(2);
    await owner.press('海'.repeat(40));
    expect(await owner.file(note)).toContain(`series: ${'海'.repeat(70)}`);
  });
});

describe('a picture', () => {
  async function pictured(caption?: string): Promise<string> {
    owner = await phone();
    await owner.sendPhoto(caption === undefined ? {} : { caption });
    return (await owner.notes())[0] ?? '';
  }

  test('becomes the cover, and its words are asked for', async () => {
    const file = await pictured();
    expect(await owner.ask('/cover')).toMatch(/^Cover: photo-\d+\.jpg\n[\s\S]*What does it show/);
    await owner.say('A "boat": #1');
    expect(await owner.file(file)).toMatch(
      /cover:\n {2}src: photo-\d+\.jpg\n {2}alt: 'A "boat": #1'\n/,
    );
    await owner.say('/cover -');
    expect(await owner.file(file)).not.toContain('cover');
  });

  test('gets its words by /alt, of which none becomes structure', async () => {
    const file = await pictured('Caption');
    expect(await owner.ask('/alt A boat](x) <b> *on* the sea')).toMatch(
      /^photo-\d+\.jpg shows: A boat]\(x\) <b> \*on\* the sea/,
    );
    expect(await owner.ask('/show')).not.toContain('✗');
    expect(await owner.file(file)).toMatch(/!\[A boat\\]\(x\) .*\]\(photo-\d+\.jpg\)\n\nCaption/);
    expect(await owner.ask('/alt')).toMatch(/^All pictures of .* have words/);
    await owner.say('/cover');
    expect(await owner.file(file)).toContain('alt: A boat](x) <b> *on* the sea');
  });

  test('that is not there is said to be missing', async () => {
    owner = await draftedPhone();
    expect(await owner.ask('/cover')).toContain('has no picture');
  });
});
