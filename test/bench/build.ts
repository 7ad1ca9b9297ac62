import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { markdownToHtml } from 'satteri';
import { runCommand } from '../../src/terminal/command.ts';
import { countOf } from './count.ts';

const usage = `npm run bench [-- --entries 1000]

Builds a made-up journal three times (from nothing, again, and with one entry changed) and prints the seconds of each.
Machines differ and are noisy: compare the ratios, within one run.`;

const projectRoot = resolve(import.meta.dirname, '../..');
const workFolder = join(projectRoot, 'node_modules/.cache/scrollback-bench');
const vocabulary =
  'the a of in on evening journal bread map rain train question nobody answered yesterday drawer written'.split(
    ' ',
  );

/** The same made-up entries on every machine: two articles of about 500 words to one note. */
function writeJournal(folder: string, entries: number): string[] {
  const random = linearRandom(7);
  const sentence = (words: number) =>
    `${Array.from({ length: words }, () => vocabulary[Math.floor(random() * vocabulary.length)]).join(' ')}.`;
  mkdirSync(join(folder, 'articles'), { recursive: true });
  mkdirSync(join(folder, 'notes'), { recursive: true });
  writeFileSync(join(folder, 'site.yaml'), 'title: Bench\nurl: https://bench.example\n');
  return Array.from({ length: entries }, (_, index) => {
    const note = index % 3 === 0;
    const day = new Date(Date.UTC(2006, 0, 1) + (index * 20 * 365.25 * 86_400_000) / entries)
      .toISOString()
      .slice(0, 10);
    const code = '```ts\nconst answer: number = 42;\nconsole.log(answer);\n```';
    const body = note
      ? `${sentence(40)}[^1]\n\n[^1]: ${sentence(12)}`
      : `${sentence(120)}[^1]\n\n## One\n\n${sentence(150)}\n\n${code}\n\n## Two\n\n${sentence(200)}[^2]\n\n[^1]: ${sentence(20)}\n[^2]: ${sentence(15)}`;
    const title = note ? '' : `title: Entry ${index}\n`;
    const text = `---\n${title}date: ${day}\ntags: [tag ${index % 30}]\n---\n\n${body}\n`;
    writeFileSync(join(folder, note ? 'notes' : 'articles', `entry-${index}.md`), text);
    return text;
  });
}

function linearRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function build(content: string, dist: string): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', dist],
    {
      cwd: projectRoot,
      env: { ...process.env, JOURNAL_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) throw new Error(`The build failed:\n${stderr.toString()}`);
}

await runCommand(
  { name: 'bench', usage, flags: { entries: { type: 'string' } } },
  async (flags) => {
    const content = join(workFolder, 'content');
    const dist = join(workFolder, 'dist');
    rmSync(workFolder, { recursive: true, force: true });
    const texts = writeJournal(content, countOf(flags, 'entries', 1000));
    const parser = secondsOf(() => {
      for (const text of texts) markdownToHtml(text);
    });
    const cold = secondsOf(() => build(content, dist));
    const unchanged = secondsOf(() => build(content, dist));
    appendFileSync(join(content, 'articles/entry-1.md'), '\nOne more line.\n');
    const changed = secondsOf(() => build(content, dist));
    rmSync(workFolder, { recursive: true, force: true });
    const row = (name: string, seconds: number) =>
      `${name.padEnd(34)}${seconds.toFixed(2).padStart(7)} s  ${(seconds / cold).toFixed(2).padStart(5)} of the build from nothing`;
    console.log(`${texts.length} entries`);
    console.log(row('Markdown parser alone', parser));
    console.log(row('build from nothing', cold));
    console.log(row('build with nothing changed', unchanged));
    console.log(row('build with one entry changed', changed));
  },
);
