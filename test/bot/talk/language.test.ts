import { afterEach, expect, it, test } from 'vitest';
import { talkOf } from '#journal/words/talk/talk.ts';
import { changeWords } from '../../../bot/drafts/changeWords.ts';
import { speaking } from '../../../bot/talk/talk.ts';
import { type LiveBot, liveBot } from '../liveBot.ts';

let bot: LiveBot | undefined;

afterEach(async () => {
  await bot?.end();
  bot = undefined;
});

/** The bot of a journal that has turned to a language since the bot runs. */
async function turned(language: string, words?: string): Promise<LiveBot> {
  const live = await liveBot();
  bot = live;
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
