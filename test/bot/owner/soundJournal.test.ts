import fc from 'fast-check';
import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import { isStopping } from '#journal/fault/fault.ts';
import { loadFolder } from '../../load/content.ts';
import { type Phone, phone } from './chatWorld.ts';

// Of other seeds, and more: SCROLLBACK_RUNS=300 SCROLLBACK_SEED=7 npx vitest run test/bot/owner/soundJournal
const runs = Number(process.env['SCROLLBACK_RUNS'] ?? 15);
const seed = Number(process.env['SCROLLBACK_SEED'] ?? 1);

let owner: Phone;

const entry = (title: string, matter = '', body = 'Mine.') =>
  `---\ntitle: ${title}\ndate: 2026-01-02\n${matter}---\n\n${body}\n`;

/** Words that are names, paths, tags and series of what is there, or close to them. */
const colliding = [
  'x',
  '||x||',
  '|x|',
  'X',
  'x, ||x||',
  'gone',
  'about',
  'one',
  'One',
  'two',
  'articles',
  'tags',
  'search',
  'feed.xml',
  'index.html',
  'river',
  'river 1',
  'river 3',
  'old',
  'old 1',
  'pt',
  'zz-zz',
  'tomorrow',
  '2026-01-02',
  '-',
  'index',
  'page',
  '404.html',
  'Ünï',
  'ünï',
] as const;

const commands = ['tag', 'slug', 'series', 'title', 'lang', 'schedule', 'tldr', 'cover'] as const;

const step = fc.record({
  command: fc.constantFrom(...commands, 'publish', 'unpublish', 'undo', 'note', 'article'),
  words: fc.constantFrom(...colliding),
  at: fc.nat(20),
});

async function begin() {
  owner = await phone();
  await owner.write(
    'site.yaml',
    'title: A journal\nurl: https://journal.example\npermalinks:\n  articles: /:slug/\n  notes: /:slug/\n',
  );
  await owner.write('articles/one.md', entry('One', 'tags: [x]\naliases: [/tags/gone/]\n'));
  await owner.write(
    'articles/two.md',
    entry('Two', 'series: river\naliases: [/series/old/]\n', 'See [[One]].'),
  );
  await owner.write('articles/three.md', entry('Three', 'draft: true\n'));
  await owner.write('articles/four.md', entry('Four', 'draft: true\nslug: one\n'));
  await owner.write('articles/five.md', entry('Five', 'draft: true\ntags: ["||x||"]\n'));
  await owner.write('pages/about.md', '---\ntitle: About\naliases: [/old-about/]\n---\n\nMe.\n');
  await owner.write('series/river.yaml', 'title: River\n');
}

const stopping = async () =>
  (await loadFolder(owner.content)).faults
    .filter(isStopping)
    .map(({ file, what }) => `${file}: ${what}`);

async function cardsOf(...titles: string[]) {
  const cards: Message[] = [];
  for (const title of titles) {
    await owner.say(`/find ${title}`);
    await owner.press('Show 1');
    cards.push(owner.lastMessage().message);
  }
  return cards as [Message, ...Message[]];
}

async function makeSeries(card: Message, id: string) {
  await owner.replyTo(card, `/series ${id}`);
  await owner.press(`New series: ${id}`);
  await owner.say('Its title');
}

test('what would stop the build is refused, and told by what it clashes with', async () => {
  await begin();
  const [one, three, four, five] = await cardsOf('One', 'Three', 'Four', 'Five');
  const said = async (card: Message | undefined, text: string) => {
    if (card) await owner.replyTo(card, text);
    return owner.last();
  };
  expect(await said(three, '/slug about')).toMatch(
    /changed in .*three.*\/about\/, which .*about\.md/,
  );
  expect(await said(three, '/slug search')).toMatch(/\/search\/, which the site itself has/);
  expect(await said(four, '/publish')).toMatch(
    /four\.md is not published: .*\/one\/, which articles\/four\.md has already/,
  );
  expect(await said(four, '/schedule tomorrow')).toMatch(/^Nothing is changed.*\/one\/, which/);
  expect(await said(five, '/publish')).toMatch(
    /five\.md is not published: .*one\.md would have the tag "x", .* of the tag "\|\|x\|\|"/,
  );
  expect(await said(one, '/tag gone')).toMatch(
    /\/tags\/gone\/, which the page of the tag "gone" has already/,
  );
  await makeSeries(one, 'old');
  expect(owner.last()).toMatch(
    /two\.md would have .*\/series\/old\/, which the page of the series/,
  );
  expect(await owner.file('series/old.yaml')).toBeUndefined();
  expect(await owner.ask('/article Search')).toContain('articles/search-2.md');
  expect(await stopping()).toEqual([]);
});

test('whatever is said in chat, the build stops for nothing that it did not stop for before', {
  timeout: 24 * 60 * 60 * 1000,
}, async () => {
  await begin();
  const cards = await cardsOf('One', 'Two', 'Three', 'Four', 'Five');
  let before = await stopping();
  expect(before).toEqual([]);
  const wrong: string[] = [];
  for (const { command, words, at } of fc.sample(step, { numRuns: runs, seed })) {
    const isBare = ['publish', 'unpublish', 'undo'].includes(command);
    const said = isBare ? `/${command}` : `/${command} ${words}`;
    const card = cards[at % cards.length];
    if (command === 'note' || command === 'article') {
      await owner.say(said);
      cards.push(owner.lastMessage().message);
      if (command === 'article') await owner.say('/done');
    } else if (card) await owner.replyTo(card, said);
    const made = owner.lastMessage().buttons.find((one) => one.startsWith('New series:'));
    if (command === 'series' && made) {
      await owner.press(made);
      await owner.say('Title of it');
    }
    owner.clock.advance(1000);
    const after = await stopping();
    const fresh = after.filter((one) => !before.includes(one));
    if (fresh.length > 0) wrong.push(`${said} #${at}: ${owner.last()} => ${fresh.join(' | ')}`);
    before = after;
  }
  expect(wrong).toEqual([]);
});
