import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../load/temporary.ts';
import { built } from './build.ts';

const site = 'title: Sample\nurl: https://sample.example\n';
const note = (body: string) => `---\ndate: 2026-01-02\n---\n\n${body}\n`;

it('files of the content folder are in the site as they are, as long as they are there', async () => {
  const folder = await temporaryFolder({
    'content/site.yaml': site,
    'content/notes/a.md': note('![A](/wp-content/uploads/x.jpg)'),
    'content/notes/b.md': '---\ndate: 2026-01-02\naliases: [/old/, /b.php]\n---\n\nB.\n',
    'content/public/_redirects': '/api/* https://api.example/:splat 200\n/old/ /new/ 302\n',
    'content/public/wp-content/uploads/x.jpg': 'no picture, and served all the same',
    'content/public/notes.md': '# Not rendered\n',
    'content/public/.well-known/security.txt': 'Contact: x\n',
    'content/public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'content/public/robots.txt': 'User-agent: x\n',
    'content/public/.env': 'SECRET=1\n',
  });
  const output = join(folder, 'dist');
  const options = { content: join(folder, 'content'), output, cache: join(folder, 'cache') };
  const textOf = (file: string) => readFile(join(output, file), 'utf8');
  const first = await built(options);
  expect(await textOf('wp-content/uploads/x.jpg')).toBe('no picture, and served all the same');
  expect(await textOf('notes/a/index.html')).toContain('src="/wp-content/uploads/x.jpg"');
  expect(await textOf('notes.md')).toBe('# Not rendered\n');
  expect(await textOf('.well-known/security.txt')).toBe('Contact: x\n');
  expect(await textOf('favicon.svg')).toBe('<svg xmlns="http://www.w3.org/2000/svg"/>');
  expect(await textOf('robots.txt')).toBe('User-agent: x\n');
  expect([...first.keys()].filter((file) => file.includes('.env'))).toEqual([]);
  expect(await textOf('_redirects')).toBe(
    '/api/* https://api.example/:splat 200\n/old/ /new/ 302\n/old /notes/b/ 301\n/b.php /notes/b/ 301\n',
  );

  expect(await built(options)).toEqual(first);

  await writeFiles(folder, { 'content/public/notes.md': '# Other words\n' });
  await rm(join(folder, 'content/public/favicon.svg'));
  await rm(join(folder, 'content/public/_redirects'));
  await rm(join(folder, 'content/public/.well-known'), { recursive: true });
  const last = await built(options);
  expect(await textOf('notes.md')).toBe('# Other words\n');
  expect(await textOf('_redirects')).toMatch(/^\/old\/ \/notes\/b\/ 301\n/);
  expect(await textOf('favicon.svg')).toBe(await readFile('src/styles/favicon.svg', 'utf8'));
  expect([...last.keys()].filter((file) => file.startsWith('.well-known'))).toEqual([]);
});
