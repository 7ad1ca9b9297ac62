import { beforeEach, describe, expect, test } from 'vitest';
import { type Phone, phone } from '../owner/chatWorld.ts';

let owner: Phone;

beforeEach(async () => {
  owner = await phone();
});

describe('alt text', () => {
  const name = /photo-\d+\.jpg/;

  test('is asked for where a photo has no words, and is one tap and one answer away', async () => {
    await owner.sendPhoto();
    expect(owner.last()).toMatch(/no words yet\. “Describe the picture” asks for them\.$/);
    await owner.press('Describe the picture');
    const question = owner.lastMessage().message;
    expect(question.text?.replace(name, 'x')).toBe(
      'What does x show, for those who cannot see it?\nYour next message is the answer. /cancel leaves it.',
    );
    const call = owner.api.calls().findLast(({ method }) => method === 'sendMessage');
    expect(JSON.stringify(call)).toContain('force_reply');
    const answer = await owner.replyTo(question, '](x) A cat');
    expect((await owner.bodies()).map((body) => body.replace(name, 'x'))).toEqual([
      '![\\](x) A cat](x)',
    ]);
    expect(owner.last()).toMatch(/has its alt text\.$/);
    await owner.correct(answer, 'Two cats');
    expect((await owner.bodies()).map((body) => body.replace(name, 'x'))).toEqual([
      '![Two cats](x)',
    ]);
    expect(owner.texts().filter((text) => text.includes('has its alt text'))).toHaveLength(1);
  });

  test('is not asked for aloud where the photo has words, and is kept when those are edited', async () => {
    const photo = await owner.sendPhoto({ caption: 'Words' });
    expect(owner.last()).toMatch(/^Saved as [^\n]+$/);
    await owner.press('Describe the picture');
    await owner.replyTo(owner.lastMessage().message, 'A cat');
    owner.clock.advance(2000);
    await owner.correct(photo, 'Other words');
    expect((await owner.bodies()).map((body) => body.replace(name, 'x'))).toEqual([
      '![A cat](x)\n\nOther words',
    ]);
    expect(owner.texts().some((text) => text.includes('changed by hand'))).toBe(false);
  });

  test('of an album is asked for picture by picture', async () => {
    await owner.sendAlbum([{ kind: 'photo' }, { kind: 'photo' }]);
    const acknowledgement = owner.lastMessage().message;
    await owner.me.presses(acknowledgement, 'Describe the picture');
    await owner.press('Describe the picture', acknowledgement);
    await owner.replyTo(owner.lastMessage().message, 'One');
    expect(owner.last()).toMatch(/has its alt text\.\nWhat does photo-\d+\.jpg show/);
    await owner.replyTo(owner.lastMessage().message, 'Two');
    const [body = ''] = await owner.bodies();
    expect(body.replaceAll(new RegExp(name, 'g'), 'x')).toBe('![One](x)\n\n![Two](x)');
    // One acknowledgement, one question, the next one, and the end.
    expect(owner.texts()).toHaveLength(4);
  });

  test('is the next message, whether it answers the question or stands for itself, unless that is left', async () => {
    await owner.sendAlbum([{ kind: 'photo' }, { kind: 'photo' }]);
    const acknowledgement = owner.lastMessage().message;
    await owner.press('Describe the picture', acknowledgement);
    const one = await owner.say('One');
    await owner.me.edits(one, 'The first');
    await owner.say('/cancel');
    expect(owner.last()).toBe('Left. What you send now is kept as usual.');
    await owner.say('A note.');
    expect(owner.last()).toMatch(/^Saved as /);
    await owner.press('Describe the picture', acknowledgement);
    await owner.say('Two');
    const all = (await owner.bodies()).map((body) => body.replaceAll(new RegExp(name, 'g'), 'x'));
    expect(all.toSorted()).toEqual(['![The first](x)\n\n![Two](x)', 'A note.']);
  });
});
