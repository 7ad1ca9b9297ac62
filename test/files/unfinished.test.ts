import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeUnfinished } from '../../src/files/unfinished.ts';
import { temporaryFolder } from '../load/temporary.ts';

it('of what is half written, only what nobody has touched for an hour goes', async () => {
  const old = ['bodies.pack.17.new', 'site.17.new', 'site.17.old', 'bodies.pack', 'a.new'];
  const folder = await temporaryFolder({
    'bodies.pack.17.new': '',
    'site.17.new/bundle/a.mjs': '',
    'site.17.old/site.json': '{}',
    'bodies.pack': '',
    'a.new': '',
    'entries.json.18.new': '',
  });
  const hoursAgo = Date.now() / 1000 - 2 * 3600;
  for (const name of old) utimesSync(join(folder, name), hoursAgo, hoursAgo);
  removeUnfinished(folder);
  expect(readdirSync(folder).sort()).toEqual(['a.new', 'bodies.pack', 'entries.json.18.new']);
});
