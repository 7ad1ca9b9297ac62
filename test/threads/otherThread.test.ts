import { expect, it, onTestFinished } from 'vitest';
import { OtherThread } from '../../src/threads/otherThread.ts';

function echo(): OtherThread<string, string> {
  const thread = new OtherThread<string, string>(new URL('./echo.ts', import.meta.url), 'echo');
  onTestFinished(() => thread.end());
  return thread;
}

it('a thread answers in the order in which it is asked, and goes on after what it cannot do', async () => {
  const thread = echo();
  const answered: string[] = [];
  const answers = ['later', 'fail', 'now'].map((asked) =>
    thread.ask(asked).then(
      (answer) => answered.push(answer),
      (error: Error) => answered.push(error.message),
    ),
  );
  await Promise.all(answers);
  expect(answered).toEqual(['echo: later', 'no such thing', 'echo: now']);
});

it('whoever waits for a thread that ended is told so, and whoever asks it later', async () => {
  const thread = echo();
  const asked = [thread.ask('end'), thread.ask('now')];
  for (const one of asked) await expect(one).rejects.toThrow('ended');
  await expect(thread.ask('now')).rejects.toThrow('ended');
});

it('a module that is not there is told to whoever asks', async () => {
  const thread = new OtherThread<string, string>(new URL('./absent.ts', import.meta.url));
  await expect(thread.ask('now')).rejects.toThrow(/absent/);
});
