import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { typedEnvironment } from '../../../bot/base/npmEnvironment.ts';
import { temporaryFolder } from '../../load/temporary.ts';

test.each([
  ['userconfig', 'userconfig'],
  ['globalconfig', 'globalconfig'],
  ['the .npmrc of the project', 'local_prefix'],
])('-n was typed unless a file of npm says the same: %s', async (_, setting) => {
  const folder = await temporaryFolder();
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
