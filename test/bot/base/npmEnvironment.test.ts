import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { typedEnvironment } from '../../../bot/base/npmEnvironment.ts';

test.each([
  ['userconfig', 'userconfig'],
  ['globalconfig', 'globalconfig'],
  ['the .npmrc of the project', 'local_prefix'],
])('-n was typed unless a file of npm says the same: %s', async (_, setting) => {
  const folder = await mkdtemp(join(tmpdir(), 'scrollback-npmrc-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, '.npmrc');
  const place = setting === 'local_prefix' ? folder : file;
  const environment = { npm_config_yes: '', [`npm_config_${setting}`]: place };
  await writeFile(file, 'audit=false\n');
  expect(typedEnvironment(environment)).toEqual(environment);
  await writeFile(file, 'audit=false\nyes = false\n');
  expect(typedEnvironment(environment)).toEqual({ [`npm_config_${setting}`]: place });
  const consent = { ...environment, npm_config_yes: 'true' };
  expect(typedEnvironment(consent)).toEqual(consent);
});
