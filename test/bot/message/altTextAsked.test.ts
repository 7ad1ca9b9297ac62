import { describe, expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { keptWords } from '../owner/entry/keptWords.ts';

let bot: LiveBot;

const { bodies, answers, lastAnswer } = keptWords(() => bot);

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
