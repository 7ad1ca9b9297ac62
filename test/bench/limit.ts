import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownToHtml } from 'satteri';
import { makeFolder } from '../../src/files/makeFolder.ts';
import { filesBelow } from '../../src/files/outputFolder.ts';

// Started by the bench: what nobody can save who makes this output of these entries.
const [entries = '', output = '', copy = ''] = process.argv.slice(2);
for (const file of await filesBelow(entries))
  markdownToHtml(readFileSync(join(entries, file), 'utf8'));
for (const file of await filesBelow(output)) {
  makeFolder(join(copy, file, '..'));
  writeFileSync(join(copy, file), readFileSync(join(output, file)));
}
rmSync(copy, { recursive: true });
