import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../load/temporary.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFile(join(project, file), 'utf8').catch(() => '');

it('the lock file holds no download address, so that any registry will do, and a digest of everything', async () => {
  const lock = JSON.parse(await read('package-lock.json')) as {
    packages: Record<string, { resolved?: string; integrity?: string }>;
  };
  const packages = Object.entries(lock.packages).filter(([name]) => name !== '');
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(([, one]) => one.resolved !== undefined)).toEqual([]);
  expect(
    packages.filter(([, one]) => !/^sha512-/.test(one.integrity ?? '')).map(([name]) => name),
  ).toEqual([]);
});

it('the lock file is of this package.json', async () => {
  const lock = JSON.parse(await read('package-lock.json')) as { packages: { '': unknown } };
  const parts = JSON.parse(await read('package.json')) as Record<string, unknown>;
  const { name, version, license, bin, engines, dependencies, devDependencies } = parts;
  expect(lock.packages['']).toEqual({
    name,
    version,
    hasInstallScript: true,
    license,
    bin,
    engines,
    dependencies,
    devDependencies,
  });
});

it('the settings of npm name no registry, and let an install leave the lock file as it is', async () => {
  const settings = (await read('.npmrc')).split('\n').filter((line) => /^[^;]/.test(line));
  expect(settings.toSorted()).toEqual([
    'loglevel=error',
    'omit-lockfile-registry-resolved=true',
    'save=false',
  ]);
});

it('every script that the README names is there', async () => {
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
  const builtIn = new Set(['install', 'ci', 'exec', 'init', 'start']);
  const named = [
    ...(await read('README.md')).matchAll(/(?<=^|`|&& )npm (?:run )?([a-z][\w:-]*)/gm),
  ].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts) && !builtIn.has(name))).toEqual([]);
  expect(scripts).toMatchObject({ build: expect.any(String), test: 'vitest run' });
});

it('every test that is to begin early, that quick runs leave out, or that long runs repeat, is there', async () => {
  const lists = await Promise.all(
    ['test/longestFirst.ts', 'test/longRuns.ts', 'vitest.config.ts'].map(read),
  );
  const named = [...lists.join('\n').matchAll(/'(test\/[\w/]+(?:\.test\.ts)?)'/g)];
  expect(named.length).toBeGreaterThan(20);
  const isThere = (file: string) => existsSync(join(project, file));
  expect(named.filter(([, file = '']) => !isThere(file) && !isThere(`${file}.test.ts`))).toEqual(
    [],
  );
});

it('whatever a writer runs needs no package that is for developers only', async () => {
  const { dependencies, devDependencies } = JSON.parse(await read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  expect(dependencies).toHaveProperty('node');
  const imported = (await Promise.all((await productFiles()).map(read))).flatMap((text) =>
    [...text.matchAll(/^(?:import(?! type)[^;]*?from|import|.*\bimport\() ?'([^'.#][^']*)'/gm)].map(
      ([, name = '']) => name,
    ),
  );
  expect(imported).toContain('grammy');
  expect(imported.filter((name) => packageOf(name) in devDependencies)).toEqual([]);
});

/** All modules that a command may load. */
async function productFiles(): Promise<string[]> {
  const folders = ['src', 'bot', 'telegram-double', 'demo'];
  const files = ['astro.config.mjs', ...(await Promise.all(folders.map(filesOf))).flat()].filter(
    (file) => /^(?!telegram-double\/test\/).*(?<!\.test)\.(ts|astro|mjs)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(300);
  return files;
}

async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(join(project, folder), { recursive: true });
  return names.map((name) => `${folder}/${name}`);
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('too old a Node is told in one sentence', () => {
  const install = (version: string) =>
    preload({ npm_config_user_agent: `npm/10.8.2 node/v${version} linux x64 workspaces/false` });

  it.each(['20.19.0', '20.20.2', '22.12.0', '22.18.0', '23.0.0', '24.21.0', '100.0.0'])(
    'npm may run on %s',
    async (version) => expect(await install(version)).toEqual({ code: 0, errors: '' }),
  );

  it.each(['0.12.18', '12.22.1', '18.20.8', '20.18.3', '21.7.3', '22.11.0'])(
    'npm may not run on %s',
    async (version) =>
      expect(await install(version)).toEqual({
        code: 1,
        errors: `Scrollback needs Node.js 20.19, 22.12 or newer, and npm runs on ${version} here: install a newer one from https://nodejs.org, delete node_modules, and run "npm install" again.\n`,
      }),
  );

  it('commands run on what knows all that they need, and on nothing older', async () => {
    const versions = ['20.20.2', '22.18.0', '22.19.0', '23.11.1', '24.6.0'];
    const fit = ['22.20.0', '24.7.0', '24.21.0', '25.0.0'];
    const script = `const { isFit } = require('./preload.cjs');
      for (const value of process.argv.slice(1)) {
        Object.defineProperty(process.versions, 'node', { value });
        if (isFit()) console.log(value);
      }`;
    const parameters = ['--eval', script, '--', ...versions, ...fit];
    const { stdout } = await promisify(execFile)(process.execPath, parameters, { cwd: project });
    expect(stdout.trim().split('\n')).toEqual(fit);
  });

  it('no module has a word that only the newest Node knows, or that Node 22 answers wrongly in time', async () => {
    const files = await productFiles();
    const texts = await Promise.all(files.map(read));
    const isNewest = (text = '') => /^\s*(?:await )?using \w+ =|\bURL\.canParse\(/m.test(text);
    expect(files.filter((_, at) => isNewest(texts[at]))).toEqual([]);
  });

  it('before every command that runs on Node', async () => {
    const { scripts } = JSON.parse(await read('package.json')) as {
      scripts: Record<string, string>;
    };
    const commands = Object.entries(scripts).filter(([, line]) => /^node\b/.test(line));
    expect(commands.map(([name]) => name)).toEqual(
      expect.arrayContaining(['bot', 'build', 'check', 'dev', 'doctor', 'mirror', 'new']),
    );
    for (const [name, line] of commands)
      expect(line, name).toMatch(/^node (--require \.\/)?preload\.cjs\b/);
  });

  it('those that have to do with SQLite begin without a warning about it', async () => {
    const { scripts } = JSON.parse(await read('package.json'));
    const names = ['bot', 'build', 'demo', 'dev', 'doctor', 'mirror', 'preview', 'setup'];
    const quiet = / --disable-warning=ExperimentalWarning /;
    expect(names.filter((name) => !quiet.test(scripts[name]))).toEqual([]);
  });
});

it('Astro tells its makers nothing, whatever the shell', async () => {
  const { dev, build, preview } = (
    JSON.parse(await read('package.json')) as { scripts: Record<string, string> }
  ).scripts;
  expect([dev, build, preview].filter((line) => !line?.includes('preload.cjs'))).toEqual([]);
  expect(await afterPreload('process.env.ASTRO_TELEMETRY_DISABLED')).toBe('1');
});

it('what Node compiled is kept from command to command, and not while npm installs', async () => {
  const folder = 'require("node:module").getCompileCacheDir()';
  expect(await afterPreload(folder)).toContain(join(project, 'node_modules/.cache/compiled'));
  expect(await afterPreload(folder, { npm_lifecycle_event: 'preinstall' })).toBe('undefined');
});

describe.runIf(process.platform === 'linux')(
  'memory that is given back is kept for two threads',
  () => {
    const tells = `import { readFileSync } from 'node:fs';
const begun = readFileSync('/proc/self/environ', 'latin1').split('\0');
const told = begun.find((one) => one.startsWith('MALLOC_ARENA_MAX='))?.split('=')[1];
const { execArgv, argv, env } = process;
console.log(JSON.stringify({ told, seen: env.MALLOC_ARENA_MAX, execArgv, flags: argv.slice(2) }));`;
    const bundle = { 'node_modules/.astro/scrollback/abc/site/site.json': '{}' };

    it.each([
      ['in a build that bundles the site', 'build', {}, {}, '2'],
      ['not in one that has a bundle', 'build', bundle, {}, undefined],
      ['not in another command', 'check', {}, {}, undefined],
      ['not where a person has another number', 'build', {}, { MALLOC_ARENA_MAX: '4' }, '4'],
    ])('%s', async (_, command, files, env, expected) => {
      const folder = await temporaryFolder({
        ...files,
        'preload.cjs': await read('preload.cjs'),
        [`src/${command}.ts`]: tells,
      });
      const flags = ['--require', './preload.cjs', '--max-semi-space-size=16'];
      const args = [...flags, `src/${command}.ts`, '--silent'];
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env });
      expect(JSON.parse(stdout)).toEqual({
        ...(expected !== undefined && { told: expected }),
        execArgv: flags,
        flags: ['--silent'],
      });
    });

    it('as many threads draw cards as there are processors, four at most, and pages see nothing of it', async () => {
      const counts = `import { readdirSync, readFileSync } from 'node:fs';
const names = readdirSync('/proc/self/task').map((id) => readFileSync(\`/proc/self/task/\${id}/comm\`, 'utf8'));
const seen = process.env.UV_THREADPOOL_SIZE;
console.log(JSON.stringify({ threads: names.filter((name) => name.startsWith('libuv-worker')).length, seen }));`;
      const folder = await temporaryFolder({
        'preload.cjs': await read('preload.cjs'),
        'src/build.ts': counts,
      });
      const args = ['--require', './preload.cjs', 'src/build.ts'];
      const threads = async (env: NodeJS.ProcessEnv) => {
        const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env });
        return JSON.parse(stdout);
      };
      expect(await threads({})).toEqual({ threads: Math.min(4, availableParallelism()) });
      expect(await threads({ UV_THREADPOOL_SIZE: '3' })).toMatchObject({ seen: '3' });
    });

    it('in a build of the package, where pages see nothing of it either', async () => {
      expect(await inPackage(tells, 'build', '--silent')).toEqual({
        told: '2',
        execArgv: ['--max-semi-space-size=16'],
        flags: ['--silent'],
      });
    });
  },
);

it('a command of the package finds its environment, though a Node passes on none by itself', async () => {
  const seen = await inPackage('console.log(JSON.stringify(process.env.TZ ?? null))', 'check');
  expect(seen).toBe('Asia/Tokyo');
});

/** What a command of the package, which is this code, tells where Node replaces a process as 22.20 and 24.7 do. */
async function inPackage(code: string, command: string, ...flags: readonly string[]) {
  const line = `node --require ./preload.cjs --max-semi-space-size=16 src/${command}.ts`;
  const folder = await temporaryFolder({
    'preload.cjs': await read('preload.cjs'),
    'bin/scrollback.cjs': await read('bin/scrollback.cjs'),
    'package.json': JSON.stringify({ type: 'module', scripts: { [command]: line } }),
    'content/site.yaml': '',
    'src/journal/command/place.ts': 'export const serve = () => undefined;',
    [`src/${command}.ts`]: code,
    'older.cjs': `const { execve } = process;
if (execve) process.execve = (file, args, env = {}) => execve.call(process, file, args, env);`,
  });
  const args = ['--require', './older.cjs', 'bin/scrollback.cjs', command, ...flags];
  const env = { TZ: 'Asia/Tokyo' };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env });
  return JSON.parse(stdout);
}

/** What a command finds when it begins. */
function afterPreload(expression: string, env: Record<string, string> = {}): Promise<string> {
  const parameters = ['--require', './preload.cjs', '--print', expression];
  return new Promise((resolve) => {
    execFile(process.execPath, parameters, { cwd: project, env }, (_, output) =>
      resolve(output.trim()),
    );
  });
}

function preload(env: Record<string, string>): Promise<{ code: unknown; errors: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['preload.cjs'], { cwd: project, env }, (error, _, errors) =>
      resolve({ code: error?.code ?? 0, errors }),
    );
  });
}
