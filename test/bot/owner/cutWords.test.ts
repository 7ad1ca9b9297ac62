import { describe, expect, test } from 'vitest';
import { phone } from './chatWorld.ts';

// Telegram refuses a text with half a character in it, and the owner would hear nothing.
describe.each(['', 'a', 'aa', 'aaa'])(
  'what has to be cut is told, wherever the cut falls: %j',
  (before) => {
    const long = `${before}${'😀'.repeat(3_000)}`;

    test('the output of a command', async () => {
      const owner = await phone({ JOURNAL_PUBLISH: `command:printf %s '${long}' >&2; exit 1` });
      await owner.say('Words');
      expect(await owner.press('Publish')).toMatch(/^Published in /);
      expect(owner.last()).toMatch(/^Published in [\s\S]*😀😀/);
      expect(await owner.ask('/status')).toMatch(/Last build \(command\): .*FAILED: /);
    });

    test('the title of a series on its button', async () => {
      const owner = await phone();
      await owner.say('Words');
      await owner.write('series/sea.yaml', `title: ${long}\n`);
      await owner.say('/series other');
      await owner.press(owner.lastMessage().buttons[0] ?? '');
      expect(owner.last()).toMatch(/^Series: sea\n/);
    });
  },
);
