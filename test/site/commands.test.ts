import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../load/temporary.ts';
import { surroundings } from '../processes.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

function command(file: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [join(project, 'src', file), ...args], {
    cwd: project,
    env: {
      ...surroundings,
      NO_COLOR: '1',
      ...settings,
    },
  });
  return Object.assign(child, { ended: once(child, 'close').then(([code]) => code as unknown) });
}

/** Reads a stream in sips, as a slow pager or the log of a machine does. */
async function read(child: ChildProcess, stream: 'stdout' | 'stderr'): Promise<string> {
  let text = '';
  for await (const chunk of child[stream] ?? []) {
    text += String(chunk);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return text;
}

/** So many that they fill every pipe several times. */
const many = 2_500;

function faulty(faults: number) {
  const lines = Array.from({ length: faults }, (_, at) => `[a](/nowhere/to/be/found/${at}/)\n`);
  return temporaryFolder({
    'site.yaml': 'title: S\nurl: https://s.example\n',
    'notes/a.md': `---\ndate: 2026-01-02\n---\n\n${lines.join('\n')}`,
  });
}

it('a slow reader of the check gets each of thousands of faults whole, and nothing is left in the temporary folder', async () => {
  const [content, temporary] = [await faulty(many), await temporaryFolder()];
  const child = command('check.ts', [], { JOURNAL_CONTENT: content, TMPDIR: temporary });
  const [told = '', totals] = (await read(child, 'stdout')).trimEnd().split('\n\n');
  const lines = told.split('\n');
  expect(totals).toMatchInlineSnapshot(`
    "2500 faults that stop the build.
    By kind:
       2500  dead-link            links to pages that do not exist
    By file:
       2500  notes/a.md
    What brings most:
      npm run check -- --accept                   bears 2500 of 2500 for the time being
      npm run check -- --only dead-link           shows 2500 of 2500"
  `);
  expect(lines).toHaveLength(many);
  expect(lines.filter((line) => !line.endsWith('; correct the link'))).toEqual([]);
  expect(await child.ended).toBe(1);
  expect(await readdir(temporary)).toEqual([]);
});

it('a slow reader of the build gets as many faults as its first line says, and nothing else', async () => {
  const content = await faulty(many);
  const args = ['--outDir', await temporaryFolder()];
  const child = command('build.ts', args, { JOURNAL_CONTENT: content });
  const [output, errors] = await Promise.all([read(child, 'stdout'), read(child, 'stderr')]);
  const [head, ...lines] = errors.trimEnd().split('\n');
  expect(head).toBe(`${many} faults in the content:`);
  expect(lines).toHaveLength(many);
  expect(lines.filter((line) => !line.endsWith('; correct the link'))).toEqual([]);
  expect(output).toBe('');
});

it('a reader that has enough ends the check quietly', async () => {
  const child = command('check.ts', [], { JOURNAL_CONTENT: await faulty(many) });
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await read(child, 'stderr')).toBe('');
  await child.ended;
});

it.each(['dev.ts', 'preview.ts'])(
  '%s says in one sentence that its port is taken',
  async (file) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const folder = await temporaryFolder({
      'content/site.yaml': 'title: S\nurl: https://s.example\n',
      'dist/index.html': '',
    });
    try {
      const args = ['--port', String(port), '--outDir', join(folder, 'dist')];
      const child = command(file, args, { JOURNAL_CONTENT: join(folder, 'content') });
      const [output, errors] = await Promise.all([read(child, 'stdout'), read(child, 'stderr')]);
      expect(output).not.toContain('WARN');
      const name = file.replace('.ts', '');
      expect(errors).toBe(
        `The port ${port} is taken by another program. Stop that one, or choose another port: npm run ${name} -- --port ${port + 1}\n`,
      );
      expect(await child.ended).toBe(1);
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  },
);

it.each(['dev.ts', 'build.ts'])(
  '%s ends with one sentence where the content folder is not there',
  async (file) => {
    const content = join(await temporaryFolder(), 'nowhere');
    const child = command(file, [], { JOURNAL_CONTENT: content });
    const [output, errors] = await Promise.all([read(child, 'stdout'), read(child, 'stderr')]);
    expect(output).toBe('');
    expect(errors).toBe(
      `The content folder ${content} does not exist (looked for ${content}). Expected a folder with site.yaml, articles/ and notes/. Create it, or name another one with JOURNAL_CONTENT.\n`,
    );
    expect(await child.ended).toBe(1);
  },
);
