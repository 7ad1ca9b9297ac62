import { spawnSync } from 'node:child_process';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { systemFault } from '#journal/fault/systemFault.ts';
import { OtherThread } from '../../src/threads/otherThread.ts';
import { temporaryFolder } from '../load/temporary.ts';

function echo<Asked = string>(): OtherThread<Asked, string> {
  const thread = new OtherThread<Asked, string>(new URL('./echo.ts', import.meta.url), 'echo');
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

it.runIf(process.platform === 'linux')(
  'a thread that stands back does so alone, and never further than the system knows',
  async () => {
    const [other, thread] = [echo(), echo()];
    const own = getPriority();
    const asked = Array.from({ length: 9 }, () => thread.ask('stand back'));
    expect(await Promise.all(asked)).toEqual(
      Array.from({ length: 9 }, (_, at) => String(Math.min(own + 5 * (at + 1), 19))),
    );
    expect([await other.ask('stand'), getPriority()]).toEqual([String(own), own]);
  },
);

it.runIf(process.platform === 'linux')(
  'a thread that the system does not let stand back goes on as it is',
  async () => {
    const refuses = `import os from 'node:os';
import { syncBuiltinESMExports } from 'node:module';
os.setPriority = () => { throw Object.assign(new Error('refused'), { code: 'EPERM' }); };
syncBuiltinESMExports();`;
    const { said } = await saidBy(
      "thread.hold(); console.log(await thread.ask('stand back').catch(String)); await thread.end();",
      ['--import', `data:text/javascript,${encodeURIComponent(refuses)}`],
    );
    expect(said).toBe(String(getPriority()));
  },
);

it('what the system refuses a thread is known as that to whoever asks', async () => {
  const error = await echo()
    .ask('/no/such/file')
    .catch((one: unknown) => one);
  expect(error).toEqual(new Error('It cannot be read', { cause: expect.anything() }));
  expect(systemFault(error)).toBe(
    '/no/such/file is not there. Expected a file or a folder of that name. Create it, or correct the setting that names it.',
  );
  const own = await echo()
    .ask('fail')
    .catch((one: unknown) => one);
  expect(systemFault(own)).toBeUndefined();
});

it('what cannot be sent to a thread takes no answer from others', async () => {
  const thread = echo<unknown>();
  expect(() => thread.ask(() => 'no data')).toThrow('could not be cloned');
  expect(await thread.ask('now')).toBe('echo: now');
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

/** What a program says that asks a thread, and by which code it ends. */
async function saidBy(then: string, flags: readonly string[] = []) {
  const at = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const program = `import { OtherThread } from ${at('../../src/threads/otherThread.ts')};
const thread = new OtherThread(new URL(${at('./echo.ts')}), 'echo');
${then}`;
  const folder = await temporaryFolder({ 'program.mjs': program });
  const { status, stdout } = spawnSync(process.execPath, [...flags, join(folder, 'program.mjs')], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { status, said: stdout.trim() };
}

it('a thread keeps no process from ending that does not wait for it', async () => {
  expect(await saidBy("thread.ask('now'); console.log('done');")).toEqual({
    status: 0,
    said: 'done',
  });
});

it('a thread that is held answers whoever has nothing else to do', async () => {
  const asks = "thread.hold(); console.log(await thread.ask('later')); await thread.end();";
  expect(await saidBy(asks)).toEqual({ status: 0, said: 'echo: later' });
});

it('a thread takes no more for short-lived objects than it is given, whatever a command takes', async () => {
  const { said } = await saidBy(
    "thread.hold(); console.log(await thread.ask('young')); await thread.end();",
    ['--max-semi-space-size=64'],
  );
  expect(Number(said)).toBeGreaterThan(0);
  // Two halves, of which each is a third of what it is given.
  expect(Number(said) / 2 ** 20).toBeLessThanOrEqual(32);
});
