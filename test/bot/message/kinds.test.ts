import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Poll, PollMedia, PollOption } from 'grammy/types';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Phone, phone } from '../owner/chatWorld.ts';

let owner: Phone;

beforeEach(async () => {
  owner = await phone();
});
const location = { latitude: 38.7, longitude: -9.1 };
const map = 'https://www.openstreetmap.org/?mlat=38.7\\&mlon=-9.1';

describe('a message of another kind', () => {
  test('is kept: a still sticker without an emoji, as its picture', async () => {
    const file = owner.me.uploads(new TextEncoder().encode('picture'), 'sticker.webp');
    const shape = {
      type: 'regular',
      width: 9,
      height: 9,
      is_animated: false,
      is_video: false,
    } as const;
    await owner.sendOther({ sticker: { ...file, ...shape } });
    const [body = ''] = await owner.bodies();
    const name = /^!\[ \]\((sticker-\d+\.webp)\)$/.exec(body)?.[1] ?? '?';
    const folder = dirname(join(owner.content, (await owner.notes())[0] ?? ''));
    expect(await readFile(join(folder, name), 'utf8')).toBe('picture');
  });

  test('is kept where it was when it was sent: a live location', async () => {
    const sent = await owner.sendOther({
      location: { ...location, live_period: 900 },
    });
    for (let step = 1; step < 4; step++) {
      owner.clock.advance(5000);
      await owner.me.moves(sent, 38.7 + step, -9.1);
    }
    await owner.idle();
    expect(await owner.bodies()).toEqual([`[38.7, -9.1](${map})`]);
    expect(owner.texts()).toHaveLength(1);
  });

  test('that cannot be kept is told once, though it is handled again or edited', async () => {
    const chat = { id: 7, type: 'private', first_name: 'Eve' } as const;
    await owner.sendOther({ story: { chat, id: 3 } });
    owner.api.repeatUpdate(owner.api.updates()[0]?.update_id ?? 0);
    await owner.restart("UPDATE inbox SET state = 'pending'");
    expect(owner.texts()).toEqual([
      'I cannot keep a story. Text, pictures, files, places and polls are kept.',
    ]);
    expect(await owner.notes()).toEqual([]);
  });

  test('that answers with a marked part has that part above it', async () => {
    const first = await owner.me.sends(owner.me, 'One and two');
    await owner.replyTo(first, 'Three', 'two');
    expect(await owner.bodies()).toEqual(['One and two\n\n> two\n\nThree']);
  });
});

describe('what was said is not said again', () => {
  test.each([
    ['after it was said', [], 1],
    ['where the connection broke behind it', ['reset'], 2],
    ['where it broke twice', ['reset', 'reset'], 2],
  ] as const)('an acknowledgement: %s', async (_, faults, wanted) => {
    for (const kind of faults) owner.api.fault({ method: 'sendMessage', when: 'after', kind });
    await owner.say('Hello');
    for (let round = 0; round < 3; round++) await owner.wait(60_000);
    await owner.restart("UPDATE inbox SET state = 'pending'");
    expect(owner.texts().filter((text) => text.startsWith('Saved'))).toHaveLength(wanted);
    expect(await owner.bodies()).toEqual(['Hello']);
  });
});

describe('a contact', () => {
  const contact = { phone_number: '+351 555 010', first_name: 'Grace', last_name: '<b>H' };
  test('is not in the journal before the owner says so', async () => {
    await owner.sendOther({ contact });
    expect(await owner.notes()).toEqual([]);
    expect(owner.lastMessage().buttons).toEqual([
      'Keep the name',
      'Keep name and number',
      'Forget',
    ]);
  });

  test.each([
    ['Keep the name', ['Grace \\<b>H']],
    ['Keep name and number', ['Grace \\<b>H, +351 555 010']],
    ['Forget', []],
  ])('is what the owner says: %s', async (button, wanted) => {
    await owner.sendOther({ contact });
    const question = owner.lastMessage().message;
    // Twice, as fingers do.
    await owner.me.presses(question, button);
    await owner.press(button, question);
    expect(await owner.bodies()).toEqual(wanted);
    expect(owner.texts()).toHaveLength(1);
    expect(owner.last()).toMatch(wanted.length > 0 ? /^Saved as notes/ : /forgotten|Forgotten/);
    expect(owner.rows('SELECT * FROM draft_contacts')).toEqual([]);
  });

  test('is added to the draft that it answers', async () => {
    const first = await owner.me.sends(owner.me, 'Words');
    await owner.sendOther({ contact }, { replyTo: first });
    await owner.press('Keep the name');
    expect(await owner.bodies()).toEqual(['Words\n\nGrace \\<b>H']);
  });

  test('is carried on with the published note that it answers', async () => {
    owner = await phone({ JOURNAL_PUBLISH: 'command:echo carried >> ../published' });
    const first = await owner.say('Words');
    await owner.me.sends(owner.me, '/publish');
    await owner.looked();
    const carried = async () => (await owner.read('../published')).split('\n').length;
    const before = await carried();
    await owner.sendOther({ contact }, { replyTo: first });
    await owner.press('Keep the name');
    expect(await carried()).toBeGreaterThan(before);
  });

  test('is forgotten after 48 hours, number and all', async () => {
    await owner.sendOther({ contact });
    owner.clock.advance(48 * 60 * 60 * 1000);
    await owner.press('Keep the name');
    expect(await owner.notes()).toEqual([]);
    expect(owner.last()).toMatch(/^That contact is forgotten/);
    const rows = ['draft_contacts', 'inbox', 'pieces'].map((table) =>
      owner.rows(`SELECT * FROM ${table}`),
    );
    expect(JSON.stringify(rows)).not.toMatch(/555 010|Grace/);
  });
});

const venue = { location, title: 'Café', address: 'Rua 1' };

const link = { url: 'https://e.org/a_b' };

/** A poll in which something stands with the question, and with the first of two options. */
function pollWith(media: PollMedia | undefined, ofOption: PollMedia | undefined): Poll {
  const options = [{ text: 'a', ...(ofOption && { media: ofOption }) }, { text: 'b' }];
  const poll: Pick<Poll, 'question' | 'media'> & { options: Partial<PollOption>[] } = {
    question: 'Which?',
    ...(media && { media }),
    options,
  };
  return poll as Poll;
}

const photo = () => {
  const { file_id, file_unique_id } = owner.me.uploads(
    new TextEncoder().encode('picture'),
    'x.jpg',
  );
  return [{ file_id, file_unique_id, width: 9, height: 9 }];
};

test.each<readonly [string, PollMedia | undefined, PollMedia | undefined, string]>([
  ['the question', { link }, undefined, 'Which?\n\n<https://e.org/a_b>\n\n- a\n- b'],
  ['an option', undefined, { link }, 'Which?\n\n- a\\\n  <https://e.org/a_b>\n- b'],
  ['an option, to a map', undefined, { venue }, `Which?\n\n- a\\\n  [Café](${map}), Rua 1\n- b`],
])('a link that stands with %s of a poll is kept', async (_, media, ofOption, wanted) => {
  await owner.sendOther({ poll: pollWith(media, ofOption) });
  expect(await owner.bodies()).toEqual([wanted]);
  expect(owner.texts()).toEqual([expect.stringMatching(/^Saved as \S+$/)]);
});

test('a picture that stands with the question of a poll lies beside the draft', async () => {
  const sent = await owner.sendOther({
    poll: pollWith({ photo: photo() }, undefined),
  });
  const name = `photo-${sent.message_id}.jpg`;
  expect(await owner.bodies()).toEqual([`![ ](${name})\n\nWhich?\n\n- a\n- b`]);
  const folder = dirname(join(owner.content, (await owner.notes())[0] ?? ''));
  expect(await readFile(join(folder, name), 'utf8')).toBe('picture');
});

test('that pictures of its options are not kept is said', async () => {
  await owner.sendOther({ poll: pollWith(undefined, { photo: photo() }) });
  expect(await owner.bodies()).toEqual(['Which?\n\n- a\n- b']);
  expect(owner.texts()).toEqual([expect.stringMatching(/^Saved as \S+\nphoto \(not kept\)$/)]);
});
