import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Message, MessageEntity } from 'grammy/types';
import { expect, test } from 'vitest';
import { withoutForbiddenCharacters } from '#journal/fault/characters.ts';
import { splitFrontMatter } from '#journal/file/frontMatter.ts';
import { readJournal } from '../../../../bot/content/contentFolder.ts';
import type { SentText } from '../../../../telegram-double/people/sentText.ts';
import { projectRoot } from '../../botProcess.ts';
import { seenInChat } from '../../message/chatTextModel.ts';
import { seenOnPage } from '../../message/seenOnPage.ts';
import { comparable, inHtmlTerms } from '../../message/seenOnSite.ts';
import { type Phone, phone } from '../chatWorld.ts';
import { hostileTexts } from './hostileTexts.ts';

// Five thousand, of another seed: SCROLLBACK_RUNS=5000 SCROLLBACK_SEED=7 npx vitest run test/bot/owner/hostile
const runs = Number(process.env['SCROLLBACK_RUNS'] ?? 75);
const seed = Number(process.env['SCROLLBACK_SEED'] ?? 1);
/** Where the journals are to be left, to be built. */
const kept = process.env['SCROLLBACK_KEEP'];
const messagesOfAWorld = 250;

let owner: Phone;

const matter = '---\ntitle: Mine\ndate: 2026-02-01\ndraft: true\n---\n';
const mdx = '\nMine: {1 + 1}\n\n<b>Bold</b> {"text"}\n';
const md = '\nMine.\n';
const location = { latitude: 38.7, longitude: -9.1 };

/** What a message may be at most, and Telegram lets nobody send nothing. */
const upTo = (text: string, units: number) => {
  const cut = text.slice(0, units).toWellFormed();
  return cut.replace(/[\p{C}\p{Z}\p{M}]/gu, '') === '' ? 'x' : cut;
};

interface Situation {
  /** The card of the entry in MDX, and of the one in Markdown. */
  readonly cards: readonly [Message, Message];
  readonly said: Message[];
}

type Deed = (text: string, at: number, situation: Situation) => Promise<unknown>;

const name = (text: string) => upTo(text.replaceAll('\n', ' '), 60);
const any = <T>(items: readonly T[], at: number): T => items[at % items.length] as T;
const options = (at: number, { cards }: Situation) =>
  at % 2 === 0 ? { replyTo: any(cards, at >> 1) } : {};
const command =
  (which: string): Deed =>
  (text, at, { cards }) =>
    owner.me.replies(any(cards, at >> 1), `/${which} ${upTo(text, 3000)}`);
const forwarded =
  (origin: (text: string) => NonNullable<Message['forward_origin']>): Deed =>
  (text, at, situation) =>
    owner.me.sends(owner.me, upTo(text, 4000), {
      ...options(at, situation),
      added: { forward_origin: origin(name(text)) },
    });
const withFile =
  (kind: 'document' | 'audio' | 'video' | 'voice'): Deed =>
  (text, at, situation) =>
    owner.me.sendsMedia(
      owner.me,
      { kind, file_name: name(text), caption: upTo(text, 1000) },
      options(at, situation),
    );
const marked =
  (entity: (text: string) => Partial<MessageEntity>): Deed =>
  async (text, at, situation) => {
    const words = upTo(text, 3000);
    const entities = [{ offset: 0, length: words.length, ...entity(name(text)) } as MessageEntity];
    const send = (sent: SentText) => owner.me.sends(owner.me, sent, options(at, situation));
    // Telegram lets nobody send what is no address.
    await send({ text: words, entities }).catch(() => send({ text: words }));
  };

const deeds: Readonly<Record<string, Deed>> = {
  text: async (text, _, { said }) => {
    said.push(await owner.me.sends(owner.me, upTo(text, 4000)));
  },
  'an edit': async (text, at, { said }) => {
    const message = said.at(-1 - (at % 3));
    if (message) await owner.me.edits(message, `${upTo(text, 3900)} m${at}`);
  },
  'an answer': (text, at, { cards }) => owner.me.replies(any(cards, at), upTo(text, 4000)),
  'an answer with a quotation': (text, _, { said, cards }) => {
    const to = said.at(-1) ?? cards[0];
    return owner.me.replies(to, upTo(text, 4000), to.text?.trim().slice(0, 20));
  },
  'a photo': (text, at, situation) =>
    owner.me.sendsPhoto(
      owner.me,
      { caption: upTo(text, 1000), width: 8, height: 8 },
      options(at, situation),
    ),
  'a document': withFile('document'),
  'a recording': withFile('audio'),
  'a film': withFile('video'),
  'words of somebody hidden': forwarded((words) => ({
    type: 'hidden_user',
    sender_user_name: words,
    date: 1,
  })),
  'words of a person': forwarded((words) => ({
    type: 'user',
    sender_user: { id: 5, is_bot: false, first_name: words, last_name: words },
    date: 1,
  })),
  'words of a channel': forwarded((words) => ({
    type: 'channel',
    chat: { id: -1007, type: 'channel', title: words, username: 'elsewhere' },
    message_id: 3,
    author_signature: words,
    date: 1,
  })),
  'a place': (text, at, situation) =>
    owner.me.sendsOther(
      owner.me,
      { venue: { location, title: name(text), address: name(text) } },
      options(at, situation),
    ),
  'a poll': (text, at, situation) =>
    owner.me.sendsOther(
      owner.me,
      {
        poll: {
          question: upTo(text, 300),
          options: [{ text: upTo(text, 100) }, { text: 'b' }],
        },
      } as never,
      options(at, situation),
    ),
  'a contact': async (text) => {
    const contact = { first_name: name(text), last_name: name(text), phone_number: '+1' };
    await owner.me.sendsOther(owner.me, { contact });
    await owner.idle();
    if (owner.said().at(-1)?.buttons.includes('Keep the name')) await owner.press('Keep the name');
  },
  'a link': marked((words) => ({ type: 'text_link', url: `https://e.org/${words}` })),
  'another link': marked((words) => ({ type: 'text_link', url: words })),
  code: marked((words) => ({ type: 'pre', language: words })),
  'a person': marked((words) => ({
    type: 'text_mention',
    user: { id: 5, is_bot: false, first_name: words },
  })),
  '/alt': async (text, at, situation) => {
    const photo = await owner.me.sendsPhoto(owner.me, {}, options(at, situation));
    await owner.idle();
    await owner.me.replies(photo, `/alt ${upTo(text, 900)}`);
  },
  '/cover': command('cover'),
  '/title': command('title'),
  '/tldr': command('tldr'),
  '/tag': command('tag'),
  '/series': command('series'),
  '/slug': command('slug'),
  '/lang': command('lang'),
  '/find': command('find'),
  '/undo': command('undo'),
  '/article': async (text) => {
    await owner.say(`/article ${upTo(text, 900)}`, upTo(text, 4000));
    await owner.say('/done');
  },
};

/** Makes a journal with an entry in MDX and one in Markdown, and their cards. */
async function begin(world: number): Promise<Situation> {
  owner = await phone();
  owner.clock.advance(world * 24 * 60 * 60_000);
  const cards: Message[] = [];
  for (const [file, body] of [
    [`articles/code-${world}.mdx`, mdx],
    [`articles/words-${world}.md`, md],
  ] as const) {
    await owner.write(file, matter.replace('Mine', `Mine ${file.slice(-3)}`) + body);
    await owner.say(`/find Mine ${file.slice(-3)}`);
    await owner.press('Show 1');
    cards.push(owner.lastMessage().message);
  }
  return { cards: [cards[0] as Message, cards[1] as Message], said: [] };
}

const bodyOf = async (file: string) => splitFrontMatter(await owner.read(file), file).body;

/** A note that came of one message shows its words as they were said. */
async function expectSaid({ text = '' }: Message, file: string, what: string) {
  const words = withoutForbiddenCharacters(text);
  const wanted = inHtmlTerms(seenInChat({ text: words, entities: [] }));
  // Of what looks like another generator's the site says that it shows as it is typed.
  const shown = seenOnPage(await bodyOf(file)).filter(
    ([one]) => !/^fault: .* of another/s.test(one),
  );
  const seen = comparable(shown, wanted);
  if (JSON.stringify(seen) !== JSON.stringify(wanted)) expect.soft(seen, what).toEqual(wanted);
}

test(`${runs} hostile messages of ${Object.keys(deeds).length} kinds: texts in MDX stay as they are, texts in Markdown say what was said, nothing runs and nothing lies elsewhere`, {
  timeout: 24 * 60 * 60 * 1000,
}, async () => {
  const texts = fc.sample(hostileTexts, { numRuns: runs, seed });
  const before = await readdir(projectRoot);
  for (let world = 0; world * messagesOfAWorld < runs; world++) {
    const situation = await begin(world);
    const around = (await readdir(join(owner.content, '..'))).sort();
    const own = texts.slice(world * messagesOfAWorld, (world + 1) * messagesOfAWorld);
    for (const [at, text] of own.entries()) {
      const [kind, deed] = any(Object.entries(deeds), at * 7 + world);
      const what = `${kind}: ${JSON.stringify(text)}`;
      await deed(text, at + world, situation);
      await owner.idle();
      owner.clock.advance(1000);
      expect.soft(await bodyOf(`articles/code-${world}.mdx`), what).toBe(mdx);
      const saved = /^Saved as (\S+)/.exec(owner.last())?.[1];
      const message = situation.said.at(-1);
      if (kind === 'text' && message && saved) await expectSaid(message, saved, what);
    }
    expect.soft(owner.rows("SELECT error FROM inbox WHERE state <> 'settled'")).toEqual([]);
    const { faults } = await readJournal(owner.content);
    expect.soft(faults).toEqual([]);
    expect.soft((await readdir(join(owner.content, '..'))).sort()).toEqual(around);
    expect.soft((await readdir(owner.content)).sort()).toEqual(['articles', 'notes', 'site.yaml']);
    if (kept) await cp(owner.content, kept, { recursive: true });
    if ((world + 1) * messagesOfAWorld < runs) await owner.end();
  }
  expect.soft(await readdir(projectRoot)).toEqual(before);
  expect.soft(Reflect.get(globalThis, 'hacked')).toBeUndefined();
});
