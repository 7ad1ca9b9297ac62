import { describe, expect, test } from 'vitest';
import { draftedPhone, type Phone, phone } from '../owner/chatWorld.ts';
import { eventually } from '../world.ts';

let owner: Phone;

const toOwner = () => owner.api.calls().filter(({ method }) => /^(send|edit)Message/.test(method));

describe('a 429 in the private chat', () => {
  test('silences the chat, not the message: of 38 messages one call is made until it is over', async () => {
    owner = await phone();
    owner.api.fault({ method: 'sendMessage', kind: { retryAfterSeconds: 35 } });
    for (let number = 0; number < 38; number++) await owner.me.sends(owner.me, `Note ${number}`);
    await owner.idle();
    for (let second = 0; second < 34; second++) await owner.wait(1_000);
    expect(toOwner()).toHaveLength(1);
    owner.clock.advance(3_000);
    await eventually(() => owner.said().length >= 38, 'all acknowledgements');
    expect(await owner.notes()).toHaveLength(38);
    expect(owner.said()).toHaveLength(38);
    expect(toOwner()).toHaveLength(39);
  });

  test('holds over a restart, for news of other kinds too', async () => {
    owner = await draftedPhone('A note');
    owner.api.fault({ method: 'sendMessage', kind: { retryAfterSeconds: 300 } });
    await owner.say('/drafts');
    const before = toOwner().length;
    await owner.stop();
    owner.run();
    const said = owner.said()[0];
    if (!said) throw new Error('nothing was acknowledged');
    await owner.me.presses(said.message, 'Publish');
    await owner.say('/status');
    expect(toOwner()).toHaveLength(before);
    await owner.wait(302_000);
    expect(owner.said().at(-1)?.text).toContain('Drafts: 0');
    expect(await owner.notes()).toHaveLength(1);
  });

  test('holds where it answers a pressed button, which names no chat', async () => {
    owner = await draftedPhone('A note');
    const said = owner.said()[0];
    if (!said) throw new Error('nothing was acknowledged');
    owner.api.fault({ method: 'answerCallbackQuery', kind: { retryAfterSeconds: 100 } });
    await owner.press('Show', said.message);
    owner.api.clearCalls();
    await owner.me.presses(said.message, 'Publish');
    await owner.say('/status');
    expect(owner.api.calls('answerCallbackQuery')).toEqual([]);
    expect(toOwner()).toEqual([]);
    await owner.wait(102_000);
    expect(owner.said().at(-1)?.text).toContain('Drafts: ');
  });
});
