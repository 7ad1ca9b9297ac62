import { DatabaseSync } from 'node:sqlite';
import { Api } from 'grammy';
import { expect, it, test } from 'vitest';
import { talkOf } from '#journal/words/talk/talk.ts';
import { createLog } from '../../../bot/base/log.ts';
import { changeWords } from '../../../bot/drafts/changeWords.ts';
import { fullName } from '../../../bot/message/speaker.ts';
import { Notices } from '../../../bot/notify/notices.ts';
import { tellOfDelivery } from '../../../bot/notify/tellOwner.ts';
import type { Delivery } from '../../../bot/outbox/delivery.ts';
import { speaking, talk } from '../../../bot/talk/talk.ts';
import { type LiveBot, liveBot } from '../liveBot.ts';

/** The bot of a journal that has turned to a language since the bot runs. */
async function turned(language: string, words?: string): Promise<LiveBot> {
  const live = await liveBot();
  await live.write('site.yaml', `${await live.read('site.yaml')}language: ${language}\n`);
  if (words !== undefined) await live.write('words.yaml', words);
  return live;
}

async function answerTo(live: LiveBot, text: string) {
  const before = live.said().length;
  await live.owner.sends(live.owner, text);
  await live.idle();
  const answer = live.said()[before];
  return { text: answer?.text, buttons: answer?.buttons };
}

const file = 'notes/2026-03-01-120000.md';

it.each([
  [
    'de',
    `Gespeichert als ${file}`,
    ['Veröffentlichen', 'Zeigen', 'Verwerfen'],
    `Zurückgenommen: was du an ${file} gesendet hast.`,
  ],
  [
    'ar',
    `حُفظت باسم \u2068${file}\u2069`,
    ['نشر', 'عرض', 'استبعاد'],
    `جرى التراجع عن: \u2068ما أرسلته إلى \u2068${file}\u2069\u2069.`,
  ],
  [
    'ja',
    `${file} に保存しました`,
    ['公開', '表示', '破棄'],
    `取り消しました: ${file} に送ったもの。`,
  ],
])('a journal that turns to %s is answered in it without a restart', async (language, ...said) => {
  const live = await turned(language);
  const saved = await answerTo(live, '1');
  const undone = await answerTo(live, '/undo');
  expect([saved.text, saved.buttons, undone.text]).toEqual(said);
});

test('the menu of commands changes with the language, at the next look', async () => {
  const live = await turned('de');
  const menus = () =>
    live.api
      .calls('setMyCommands')
      .map(
        ({ parameters }) =>
          /"title","description":"([^"]*)"/.exec(
            JSON.stringify(parameters).replaceAll('\\"', '"'),
          )?.[1],
      );
  await live.looked();
  expect(menus()).toEqual(['set the title', 'den Titel setzen']);
});

test('a journal’s own words are said, and a words.yaml that cannot be read stops nothing', async () => {
  const live = await turned('de', 'bot:\n  savedAs: "Liegt in {file}"\n  savdAs: x\n');
  expect((await answerTo(live, '1')).text).toBe(`Liegt in ${file}`);
  await live.write('words.yaml', 'bot:\n  savedAs: "Liegt\n   {file\n');
  expect((await answerTo(live, '/cancel')).text).toBe('Ich warte auf keine Antwort.');
  await live.write('site.yaml', 'title: [\n');
  expect((await answerTo(live, '/cancel')).text).toBe('Ich warte auf keine Antwort.');
});

test('a change that an older state has kept in words is told as it stands there', () => {
  const told = (what: string) =>
    speaking(talkOf({ language: 'de' }), () => changeWords({ what, file: 'notes/a.md' }));
  expect(told('changePublish')).toBe('das Veröffentlichen von notes/a.md');
  expect(told('publishing notes/a.md')).toBe('publishing notes/a.md');
});

test('a person whose name nobody can see is called somebody in the language', () => {
  const named = () => fullName({ id: 1, is_bot: false, first_name: '\u200b' });
  expect(speaking(talkOf({ language: 'de' }), named)).toBe('Jemand');
});

test('a link that waits for its page is told as that, whatever a journal says of the page', async () => {
  const live = await liveBot();
  const api = new Api(live.api.token, { apiRoot: live.api.root });
  const page = 'https://journal.example/a/';
  const delivery: Delivery = {
    ...{ id: 1, entryId: '/a/', channelId: -1001, file: 'articles/a.md', contentHash: 'x' },
    ...{ steps: [], step: 0, page, state: 'pending', attempts: 1, questions: 0 },
    ...{ runAt: 0, createdAt: 0, error: undefined },
  };
  const log = createLog(
    () => {},
    [],
    () => 0,
  );
  const own = { pageSilent: 'noch still' };
  await speaking(talkOf({ language: 'de', bot: own }), () =>
    tellOfDelivery(
      { api, config: { ownerId: live.owner.id }, log },
      delivery,
      talk('pageSilent', { page }),
    ),
  );
  expect(live.said().at(-1)?.text).toMatch(
    /^Der Link zu articles\/a\.md ist noch nicht im Kanal: noch still\./,
  );
});

it('a notice that stands is told once, whatever language is spoken meanwhile', async () => {
  const database = new DatabaseSync(':memory:');
  database.exec(
    'CREATE TABLE owner_notices (kind TEXT PRIMARY KEY, digest TEXT, version INTEGER, about TEXT, message_id INTEGER)',
  );
  const said: string[] = [];
  const speech = { say: async (text: string) => said.push(text), replace: async () => true };
  const notices = new Notices(database, speech);
  const tells = (language: string, reason: string) =>
    speaking(talkOf({ language }), () =>
      notices.tell('stopped', () => talk('notUpToDate', { reason })),
    );
  for (const language of ['en', 'de', 'ja', 'de']) await tells(language, 'one');
  await tells('de', 'two');
  await tells('en', 'two');
  expect(said).toHaveLength(2);
  expect(said[1]).toContain('two');
});
