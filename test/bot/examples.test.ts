import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './botProcess.ts';

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');
const settings = read('.env.example');
const callTimeoutSeconds = Number(
  /callTimeoutSeconds = (\d+)/.exec(read('bot/app/ground.ts'))?.[1] ?? Number.NaN,
);

test('the systemd unit starts what there is, and waits longer for its end than a call may take', () => {
  const unit = read('bot/examples/scrollback.service');
  const start = /^ExecStart=(\S+) (.+) (\S+)$/m.exec(unit);
  const folder = /^WorkingDirectory=(\S+)$/m.exec(unit)?.[1];
  expect(start?.[1]).toBe(`${folder}/node_modules/.bin/node`);
  expect(JSON.parse(read('package.json')).scripts.bot).toBe(`node ${start?.[2]} ${start?.[3]}`);
  expect(existsSync(join(projectRoot, start?.[3] ?? ''))).toBe(true);
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(callTimeoutSeconds);
});

test('the container has every file that the bot imports, and settings that exist', () => {
  const file = read('bot/examples/Containerfile');
  const copied = [...file.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, names = '']) =>
    names.split(' '),
  );
  for (const name of copied) expect(existsSync(join(projectRoot, name)), name).toBe(true);
  expect(copied).toEqual(expect.arrayContaining(['bot', 'src/journal', 'package.json']));
  const started: string[] = JSON.parse(/^CMD (\[.+\])$/m.exec(file)?.[1] ?? '[]');
  expect(started.join(' ')).toBe(JSON.parse(read('package.json')).scripts.bot);
  for (const [, name = ''] of file.matchAll(/\b((?:JOURNAL|TELEGRAM)_\w+)=/g))
    expect(settings).toMatch(new RegExp(`^# ?${name}=|^${name}=`, 'm'));
  expect(Number(/--stop-timeout (\d+)/.exec(file)?.[1])).toBeGreaterThan(callTimeoutSeconds);
  const { engines, dependencies } = JSON.parse(read('package.json'));
  expect(engines).toBeDefined();
  // What the bot imports is there without devDependencies.
  for (const name of ['grammy', 'zod', 'yaml', 'gray-matter', 'satteri'])
    expect(dependencies[name], name).toBeDefined();
});
