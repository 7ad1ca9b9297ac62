import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../bot/base/config.ts';
import { examineMachine, isMachineCheck, machineChecks } from '../../../bot/doctor/machine.ts';
import type { BotApiOptions } from '../../../telegram-double/index.ts';
import { projectRoot } from '../botProcess.ts';
import { beginRepository, gitIn, shareRepository } from '../gitWorld.ts';
import { makeWorld, type World } from '../world.ts';
import { told } from './told.ts';

const make = (settings: Record<string, string> = {}, options: BotApiOptions = {}) =>
  makeWorld(options, settings);

async function machineFaultsOf(one: World, settings: Record<string, string> = {}) {
  const config = readConfig({ ...one.environment, ...settings }, projectRoot);
  // The site is none of this machine.
  const checks = Object.keys(machineChecks)
    .filter(isMachineCheck)
    .filter((one) => one !== 'site');
  const findings = await Promise.all(checks.map((check) => examineMachine(check, config)));
  return told(findings.flat());
}

describe('this machine', () => {
  test('a content folder that is none', async () => {
    const one = await make();
    expect(await machineFaultsOf(one, { JOURNAL_CONTENT: join(one.content, 'nowhere') })).toEqual([
      expect.stringMatching(/^content: .* -> Look at JOURNAL_CONTENT/),
    ]);
  });

  test('a site.yaml that cannot be read, in the folder that was meant', async () => {
    const one = await make();
    await one.write('site.yaml', 'title: a: b\n');
    expect((await machineFaultsOf(one)).filter((line) => line.startsWith('content'))).toEqual([
      expect.stringMatching(/^content: .*site\.yaml:1: YAML .* -> Mend what is told of site\.yaml/),
    ]);
  });

  test('a folder that cannot be written into, or not be read either', async () => {
    const worlds = [await make(), await make()];
    for (const [at, one] of worlds.entries()) {
      await chmod(join(one.content, '..'), 0o755);
      await chmod(one.content, 0o777);
      await chmod(join(one.content, 'notes'), at === 0 ? 0o555 : 0o000);
    }
    // Whoever runs this may be root, who may all.
    const module = join(projectRoot, 'bot/doctor/content.ts');
    const look = `import { examineContent } from ${JSON.stringify(module)};
      for (const folder of process.argv.slice(1))
        console.log(JSON.stringify(await examineContent(folder)));`;
    const isRoot = process.geteuid?.() === 0;
    const parameters = ['--input-type=module', '--eval', look, ...worlds.map((one) => one.content)];
    const output = execFileSync(process.execPath, parameters, {
      encoding: 'utf8',
      cwd: projectRoot,
      ...(isRoot && { uid: 65_534, gid: 65_534 }),
    });
    for (const { content } of worlds) await chmod(join(content, 'notes'), 0o755);
    const words = /^content: .*content\/notes cannot be written: you have no right to -> /;
    const lines = output.trim().split('\n');
    expect(lines.map((line) => told(JSON.parse(line))[0])).toEqual([
      expect.stringMatching(words),
      expect.stringMatching(words),
    ]);
  });

  test('faults in the content, each with its file and line', async () => {
    const one = await make();
    await one.write('notes/a.md', '---\ndtae: 2026-01-01\n---\n\nWords\n');
    expect(await machineFaultsOf(one)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^content: .*notes\/a\.md:2: .*dtae/)]),
    );
  });

  test('a state folder that is a file, and a database that is none', async () => {
    const one = await make();
    await writeFile(one.state, 'x');
    expect(await machineFaultsOf(one)).toEqual([
      expect.stringMatching(/^state: .* cannot be written: .* -> .*JOURNAL_STATE/),
    ]);
    const other = `${one.state}-2`;
    await mkdir(other);
    await writeFile(join(other, 'bot.sqlite'), 'no database '.repeat(500));
    expect(await machineFaultsOf(one, { JOURNAL_STATE: other })).toEqual([
      expect.stringMatching(
        /^state: .*-2\/bot\.sqlite is damaged: file is not a database -> .*bot\.sqlite-wal.*"syndication"/,
      ),
    ]);
  });

  test('git: no repository, no branch at the remote, a rebase in the middle, a remote that is away', async () => {
    const one = await make();
    const git = (...parameters: string[]) => gitIn(one.content, ...parameters);
    const commit = { JOURNAL_PUBLISH: 'commit' };
    const push = { JOURNAL_PUBLISH: 'push' };
    expect(await machineFaultsOf(one, commit)).toEqual([expect.stringContaining('git init')]);
    await beginRepository(one.content);
    expect(await machineFaultsOf(one, commit)).toEqual([]);
    expect(await machineFaultsOf(one, push)).toEqual([
      expect.stringContaining('git push --set-upstream origin HEAD'),
    ]);
    shareRepository(one.content, join(one.content, '../origin.git'));
    expect(await machineFaultsOf(one, push)).toEqual([]);
    const lock = join(one.content, '.git/index.lock');
    await writeFile(lock, '');
    expect(await machineFaultsOf(one, commit)).toEqual([]);
    await utimes(lock, 1, 1);
    expect(await machineFaultsOf(one, commit)).toEqual([
      expect.stringMatching(/^git: .*index\.lock keeps git from committing -> .*delete it/),
    ]);
    await rm(lock);
    git('remote', 'set-url', 'origin', join(one.content, '../away.git'));
    expect(await machineFaultsOf(one, push)).toEqual([
      expect.stringMatching(/^remote: .*away\.git.* -> The remote is not there.* git remote -v/),
    ]);
    await one.write('notes/x.md', 'one');
    git('add', '.');
    git('commit', '--quiet', '-m', 'one');
    git('switch', '--quiet', '--create', 'side', 'HEAD~1');
    await one.write('notes/x.md', 'two');
    git('add', '.');
    git('commit', '--quiet', '-m', 'two');
    expect(() => git('rebase', 'main')).toThrow();
    await one.write('notes/x.md', '---\ndate: 2026-01-01\n---\n\nWords\n');
    expect(await machineFaultsOf(one, commit)).toEqual([
      expect.stringContaining('a rebase in the content folder is not finished'),
    ]);
  });
});
