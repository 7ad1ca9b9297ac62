import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { projectRoot } from './botProcess.ts';

const environment = process.env;

/** What runs as it is loaded. */
const commands = new Set([
  'main.ts',
  'mirrorCommand.ts',
  'doctorCommand.ts',
  'setupCommand.ts',
  'checkCommand.ts',
]);

afterEach(() => {
  process.env = environment;
});

test('no setting is read before a command asks for it', async () => {
  const files = globSync('bot/**/*.ts', { cwd: projectRoot }).filter(
    (file) => !commands.has(basename(file)),
  );
  expect(files).toContain('bot/base/config.ts');
  const read: string[] = [];
  // A setting that is there is read even where all settings are copied first.
  process.env = new Proxy(
    { ...environment, TELEGRAM_BOT_TOKEN: '' },
    {
      get(target, name) {
        if (/^(TELEGRAM_|JOURNAL_|PORT$)/.test(String(name))) read.push(String(name));
        return Reflect.get(target, name);
      },
    },
  );
  for (const file of files) await import(join(projectRoot, file));
  expect(read).toEqual([]);
  // The trap works: asked for, settings are read.
  const { readConfig } = await import('../../bot/base/config.ts');
  expect(() => readConfig(process.env, projectRoot)).toThrow();
  expect(read).toContain('TELEGRAM_BOT_TOKEN');
});
