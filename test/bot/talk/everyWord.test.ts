import { expect, test } from 'vitest';
import type { StandingMessage } from '../../../telegram-double/index.ts';
import { talkWorld } from '../comments/commentWorld.ts';
import { eventually } from '../world.ts';
import { disguisedTalk, leftOf, marksIn } from './marks.ts';

type Loop = Awaited<ReturnType<typeof talkWorld>>;

let world: Loop;

const note = (matter: string, body: string) => `---\n${matter}\n---\n\n${body}\n`;

/** Begins a world whose journal speaks a language that the bot has no words of its own for, in letters of its own. */
async function begin(words: string, language: string): Promise<Loop> {
  const made = await talkWorld('ask', { TELEGRAM_GROUPS: '-1002000000777' });
  await made.write('words.yaml', words);
  const site = await made.read('site.yaml');
  await made.write('site.yaml', `${site.replace('A journal', 'Дневник')}language: ${language}\n`);
  await made.looked();
  return made;
}

async function says(...texts: string[]): Promise<void> {
  for (const text of texts) await world.owner.sends(world.owner, text);
  await world.idle();
}

/** Presses the newest button of a kind, whatever it says. */
async function presses(kind: string): Promise<void> {
  const found = world.said().findLast((one) => labelOf(one, kind) !== undefined);
  if (!found) throw new Error(`no button ${kind}`);
  await world.owner.presses(found.message, labelOf(found, kind) ?? '');
  await world.idle();
}

function labelOf({ message }: StandingMessage, kind: string): string | undefined {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.find((one) => 'callback_data' in one && one.callback_data.startsWith(kind))?.text;
}

/** Everything that the bot has said to anybody, and where. */
function spoken(): string[] {
  return world.api.calls().flatMap(({ parameters }) => wordsIn(parameters));
}

const sayingFields = /^(?:text|caption|description|input_field_placeholder)$/;

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    const isJson = value.startsWith('{') || value.startsWith('[');
    return isJson ? wordsIn(JSON.parse(value)) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && sayingFields.test(key) ? [inner] : wordsIn(inner),
  );
}

test('all that the bot says in everyday use comes from its table', async () => {
  world = await begin(disguisedTalk, 'bg');
  const since = world.api.calls().length;
  await says('/help', '/start', '/drafts', '/status', '/nonsense', '/draft', '/retry', '/cancel');
  // A note: saved, shown, changed, published, taken off, taken back.
  await says('Точка.', '/show', '/drafts', '/title', 'Заглавие', '/tldr Кратко', '/lang bg');
  await says(
    '/tag общо',
    '/tag',
    '/slug точка',
    '/slug',
    '/series',
    '/series ред',
    '/cover',
    '/alt',
  );
  await says(
    '/schedule',
    'някога',
    '/schedule tomorrow 9:00',
    '/unschedule',
    '/find точка',
    '/find ж',
  );
  await presses('show');
  await presses('publish');
  await says('/undo', '/publish', '/publish', '/publish x', '/unpublish', '/discard', '/undo');
  await presses('discard');
  // Pictures, and what is not kept.
  await world.owner.sendsPhoto(world.owner);
  await world.idle();
  await presses('alt');
  await says('/cover', 'Море', '/cover -');
  await world.owner.sendsOther(world.owner, { contact: { first_name: 'Бе', phone_number: '+1' } });
  await world.idle();
  await presses('contact:');
  const { chat } = world.ana;
  await world.owner.sendsOther(world.owner, { story: { id: 1, chat } });
  // An article.
  await says('/article', 'Статия', 'Още.', '/done', '/done', '/note', 'Бележка.', '/undo', '/undo');
  await world.idle();

  // Posts by hand, of which there are too many; and comments, of which there are.
  for (const name of ['а', 'б', 'в', 'г'])
    await world.write(`notes/${name}.md`, note('date: 2026-02-01', name));
  await world.looked();
  await says('/status');
  await presses('mirror:posts');
  await world.looked();
  const thread = await eventually(
    () =>
      world.api.messages(world.discussion).findLast(({ message }) => message.is_automatic_forward)
        ?.message,
    'the thread',
  );
  const beha = world.api.user({ id: 2009, first_name: 'Бе' });
  beha.joins(world.discussion);
  for (const words of ['Да.', 'Не.', 'Може.', 'Пак.', 'И пак.']) await beha.replies(thread, words);
  await world.idle();
  await presses('comment:');
  await presses('comments:');
  await presses('comment:');
  await says('/uncomment');
  await world.idle();

  const said = world.api
    .calls()
    .slice(since)
    .flatMap(({ parameters }) => wordsIn(parameters));
  expect(said.length).toBeGreaterThan(100);
  expect(new Set(said.flatMap(marksIn)).size).toBeGreaterThan(150);
  expect(said.filter((text) => /[A-Za-z]{2}/.test(leftOf(text)))).toEqual([]);
  expect(spoken().filter((text) => text.includes('⟦doesHelp⟧'))).not.toEqual([]);
});
