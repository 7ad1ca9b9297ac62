import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { OtherContent } from '../../../telegram-double/people/otherContent.ts';
import { type LiveBot, liveBot } from '../liveBot.ts';

let bot: LiveBot;

afterEach(() => bot.end());

/** The bodies of all notes, front matter apart. */
async function bodies(): Promise<string[]> {
  const texts = await Promise.all((await bot.notes()).map((file) => bot.read(file)));
  return texts.map((text) => text.replace(/^---\n[\s\S]*?\n---\n/, '').trim());
}

const answers = () => bot.said().map((message) => message.text);
const lastAnswer = () => {
  const last = bot.said().at(-1);
  if (!last) throw new Error('the bot said nothing');
  return last;
};
const location = { latitude: 38.7, longitude: -9.1 };
const map = 'https://www.openstreetmap.org/?mlat=38.7\\&mlon=-9.1';

describe('a message of another kind', () => {
  test.each<readonly [string, OtherContent, string]>([
    ['a place', { location }, `[38.7, -9.1](${map})`],
    [
      'a place with a name',
      { venue: { location, title: 'Café', address: 'Rua 1' } },
      `[Café](${map}), Rua 1`,
    ],
    ['a die', { dice: { emoji: '🎲', value: 4 } }, '🎲 4'],
    [
      'a sticker',
      {
        sticker: {
          file_id: 'x',
          file_unique_id: 'y',
          type: 'regular',
          width: 1,
          height: 1,
          is_animated: true,
          is_video: false,
          emoji: '👍',
        },
      },
      '👍',
    ],
  ])('is kept: %s', async (_, content, wanted) => {
    bot = await liveBot();
    await bot.owner.sendsOther(bot.owner, content);
    await bot.idle();
    expect(await bodies()).toEqual([wanted]);
    expect(answers()[0]).toMatch(/^Saved as/);
  });

  test('is kept: a still sticker without an emoji, as its picture', async () => {
    bot = await liveBot();
    const file = bot.owner.uploads(new TextEncoder().encode('picture'), 'sticker.webp');
    const shape = {
      type: 'regular',
      width: 9,
      height: 9,
      is_animated: false,
      is_video: false,
    } as const;
    await bot.owner.sendsOther(bot.owner, { sticker: { ...file, ...shape } });
    await bot.idle();
    const [body = ''] = await bodies();
    const name = /^!\[ \]\((sticker-\d+\.webp)\)$/.exec(body)?.[1] ?? '?';
    const folder = dirname(join(bot.content, (await bot.notes())[0] ?? ''));
    expect(await readFile(join(folder, name), 'utf8')).toBe('picture');
  });

  test('is kept where it was when it was sent: a live location', async () => {
    bot = await liveBot();
    const sent = await bot.owner.sendsOther(bot.owner, {
      location: { ...location, live_period: 900 },
    });
    await bot.idle();
    for (let step = 1; step < 4; step++) {
      bot.clock.advance(5000);
      await bot.owner.moves(sent, 38.7 + step, -9.1);
    }
    await bot.idle();
    expect(await bodies()).toEqual([`[38.7, -9.1](${map})`]);
    expect(answers()).toHaveLength(1);
  });

  test('that cannot be kept is told once, though it is handled again or edited', async () => {
    bot = await liveBot();
    const chat = { id: 7, type: 'private', first_name: 'Eve' } as const;
    await bot.owner.sendsOther(bot.owner, { story: { chat, id: 3 } });
    await bot.idle();
    bot.api.repeatUpdate(bot.api.updates()[0]?.update_id ?? 0);
    await bot.stop();
    bot.edit("UPDATE inbox SET state = 'pending'");
    bot.run();
    await bot.idle();
    expect(answers()).toEqual([
      'I cannot keep a story. Text, pictures, files, places and polls are kept.',
    ]);
    expect(await bot.notes()).toEqual([]);
  });

  test('that answers with a marked part has that part above it', async () => {
    bot = await liveBot();
    const first = await bot.owner.sends(bot.owner, 'One and two');
    await bot.owner.replies(first, 'Three', 'two');
    await bot.idle();
    expect(await bodies()).toEqual(['One and two\n\n> two\n\nThree']);
  });
});

describe('a contact', () => {
  const contact = { phone_number: '+351 555 010', first_name: 'Grace', last_name: '<b>H' };
  test('is not in the journal before the owner says so', async () => {
    bot = await liveBot();
    await bot.owner.sendsOther(bot.owner, { contact });
    await bot.idle();
    expect(await bot.notes()).toEqual([]);
    expect(lastAnswer().buttons).toEqual(['Keep the name', 'Keep name and number', 'Forget']);
  });

  test.each([
    ['Keep the name', ['Grace \\<b>H']],
    ['Keep name and number', ['Grace \\<b>H, +351 555 010']],
    ['Forget', []],
  ])('is what the owner says: %s', async (button, wanted) => {
    bot = await liveBot();
    await bot.owner.sendsOther(bot.owner, { contact });
    await bot.idle();
    const question = lastAnswer().message;
    // Twice, as fingers do.
    await bot.owner.presses(question, button);
    await bot.owner.presses(question, button);
    await bot.idle();
    expect(await bodies()).toEqual(wanted);
    expect(answers()).toHaveLength(1);
    expect(lastAnswer().text).toMatch(
      wanted.length > 0 ? /^Saved as notes/ : /forgotten|Forgotten/,
    );
    expect(bot.rows('SELECT * FROM draft_contacts')).toEqual([]);
  });

  test('is added to the draft that it answers', async () => {
    bot = await liveBot();
    const first = await bot.owner.sends(bot.owner, 'Words');
    await bot.owner.sendsOther(bot.owner, { contact }, { replyTo: first });
    await bot.idle();
    await bot.owner.presses(lastAnswer().message, 'Keep the name');
    await bot.idle();
    expect(await bodies()).toEqual(['Words\n\nGrace \\<b>H']);
  });

  test('is carried on with the published note that it answers', async () => {
    bot = await liveBot({ JOURNAL_PUBLISH: 'command:echo carried >> ../published' });
    const first = await bot.owner.sends(bot.owner, 'Words');
    await bot.idle();
    await bot.owner.sends(bot.owner, '/publish');
    await bot.looked();
    const carried = async () => (await bot.read('../published')).split('\n').length;
    const before = await carried();
    await bot.owner.sendsOther(bot.owner, { contact }, { replyTo: first });
    await bot.idle();
    await bot.owner.presses(lastAnswer().message, 'Keep the name');
    await bot.idle();
    expect(await carried()).toBeGreaterThan(before);
  });

  test('is forgotten after 48 hours, number and all', async () => {
    bot = await liveBot();
    await bot.owner.sendsOther(bot.owner, { contact });
    await bot.idle();
    bot.clock.advance(48 * 60 * 60 * 1000);
    await bot.owner.presses(lastAnswer().message, 'Keep the name');
    await bot.idle();
    expect(await bot.notes()).toEqual([]);
    expect(lastAnswer().text).toMatch(/^That contact is forgotten/);
    const rows = ['draft_contacts', 'inbox', 'pieces'].map((table) =>
      bot.rows(`SELECT * FROM ${table}`),
    );
    expect(JSON.stringify(rows)).not.toMatch(/555 010|Grace/);
  });

  test('that a stranger presses about stays as it is', async () => {
    bot = await liveBot();
    await bot.owner.sendsOther(bot.owner, { contact });
    await bot.idle();
    const eve = bot.api.user({ id: 666, first_name: 'Eve' });
    await eve.presses(lastAnswer().message, 'Keep name and number');
    await bot.idle();
    expect(await bot.notes()).toEqual([]);
    expect(bot.rows('SELECT * FROM draft_contacts')).toHaveLength(1);
  });
});

describe('alt text', () => {
  const name = /photo-\d+\.jpg/;

  test('is asked for where a photo has no words, and is one tap and one answer away', async () => {
    bot = await liveBot();
    await bot.owner.sendsPhoto(bot.owner);
    await bot.idle();
    expect(lastAnswer().text).toMatch(/no words yet\. “Describe the picture” asks for them\.$/);
    await bot.owner.presses(lastAnswer().message, 'Describe the picture');
    await bot.idle();
    const question = lastAnswer().message;
    expect(question.text?.replace(name, 'x')).toBe(
      'What does x show, for those who cannot see it?\nYour next message is the answer. /cancel leaves it.',
    );
    const call = bot.api.calls().findLast(({ method }) => method === 'sendMessage');
    expect(JSON.stringify(call)).toContain('force_reply');
    const answer = await bot.owner.replies(question, '](x) A cat');
    await bot.idle();
    expect((await bodies()).map((body) => body.replace(name, 'x'))).toEqual(['![\\](x) A cat](x)']);
    expect(lastAnswer().text).toMatch(/has its alt text\.$/);
    await bot.owner.edits(answer, 'Two cats');
    await bot.idle();
    expect((await bodies()).map((body) => body.replace(name, 'x'))).toEqual(['![Two cats](x)']);
    expect(answers().filter((text) => text.includes('has its alt text'))).toHaveLength(1);
  });

  test('is not asked for aloud where the photo has words, and is kept when those are edited', async () => {
    bot = await liveBot();
    const photo = await bot.owner.sendsPhoto(bot.owner, { caption: 'Words' });
    await bot.idle();
    expect(lastAnswer().text).toMatch(/^Saved as [^\n]+$/);
    await bot.owner.presses(lastAnswer().message, 'Describe the picture');
    await bot.idle();
    await bot.owner.replies(lastAnswer().message, 'A cat');
    await bot.idle();
    bot.clock.advance(2000);
    await bot.owner.edits(photo, 'Other words');
    await bot.idle();
    expect((await bodies()).map((body) => body.replace(name, 'x'))).toEqual([
      '![A cat](x)\n\nOther words',
    ]);
    expect(answers().some((text) => text.includes('changed by hand'))).toBe(false);
  });

  test('of an album is asked for picture by picture', async () => {
    bot = await liveBot();
    await bot.owner.sendsAlbum(bot.owner, [{ kind: 'photo' }, { kind: 'photo' }]);
    await bot.idle();
    const acknowledgement = lastAnswer().message;
    await bot.owner.presses(acknowledgement, 'Describe the picture');
    await bot.owner.presses(acknowledgement, 'Describe the picture');
    await bot.idle();
    await bot.owner.replies(lastAnswer().message, 'One');
    await bot.idle();
    expect(lastAnswer().text).toMatch(/has its alt text\.\nWhat does photo-\d+\.jpg show/);
    await bot.owner.replies(lastAnswer().message, 'Two');
    await bot.idle();
    const [body = ''] = await bodies();
    expect(body.replaceAll(new RegExp(name, 'g'), 'x')).toBe('![One](x)\n\n![Two](x)');
    // One acknowledgement, one question, the next one, and the end.
    expect(answers()).toHaveLength(4);
  });

  test('is the next message, whether it answers the question or stands for itself, unless that is left', async () => {
    bot = await liveBot();
    const says = async (text: string) => {
      const said = await bot.owner.sends(bot.owner, text);
      await bot.idle();
      return said;
    };
    await bot.owner.sendsAlbum(bot.owner, [{ kind: 'photo' }, { kind: 'photo' }]);
    await bot.idle();
    const acknowledgement = lastAnswer().message;
    await bot.owner.presses(acknowledgement, 'Describe the picture');
    await bot.idle();
    const one = await says('One');
    await bot.owner.edits(one, 'The first');
    await says('/cancel');
    expect(lastAnswer().text).toBe('Left. What you send now is kept as usual.');
    await says('A note.');
    expect(lastAnswer().text).toMatch(/^Saved as /);
    await bot.owner.presses(acknowledgement, 'Describe the picture');
    await bot.idle();
    await says('Two');
    const all = (await bodies()).map((body) => body.replaceAll(new RegExp(name, 'g'), 'x'));
    expect(all.toSorted()).toEqual(['![The first](x)\n\n![Two](x)', 'A note.']);
  });
});

describe('what was said is not said again', () => {
  test.each([
    ['after it was said', [], 1],
    ['where the connection broke behind it', ['reset'], 2],
    ['where it broke twice', ['reset', 'reset'], 2],
  ] as const)('an acknowledgement: %s', async (_, faults, wanted) => {
    bot = await liveBot();
    for (const kind of faults) bot.api.fault({ method: 'sendMessage', when: 'after', kind });
    await bot.owner.sends(bot.owner, 'Hello');
    await bot.idle();
    for (let round = 0; round < 3; round++) {
      bot.clock.advance(60_000);
      await bot.idle();
    }
    await bot.stop();
    bot.edit("UPDATE inbox SET state = 'pending'");
    bot.run();
    await bot.idle();
    expect(answers().filter((text) => text.startsWith('Saved'))).toHaveLength(wanted);
    expect(await bodies()).toEqual(['Hello']);
  });
});
