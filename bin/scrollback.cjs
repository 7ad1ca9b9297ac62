#!/usr/bin/env node
/**
 * `scrollback NAME`, where Scrollback is a dependency: what `npm run NAME` is in a clone. Finds the journal that it was
 * typed in, and a Node that runs it, in syntax that old ones read too.
 */
'use strict';

const { existsSync, readFileSync, realpathSync } = require('node:fs');
const { basename, dirname, join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');
const { begin, isFit, mostArenas } = require('../preload.cjs');
const { scripts, version } = require('../package.json');

/** In the order in which a person meets them. */
const purposes = {
  start: 'begins a journal in a new folder',
  new: 'begins an article or a note',
  dev: 'shows the journal, drafts too, as you write',
  build: 'makes the site in dist/',
  preview: 'serves what was built',
  check: 'tells what is wrong in the content',
  import: 'brings a journal from elsewhere',
  eject: 'copies a component of the site, to change it',
  setup: 'title and address, and a bot of your own',
  doctor: 'what is wrong with all that is set up',
  bot: 'runs the Telegram bot',
  mirror: 'brings the channel up to date, once',
  demo: 'shows everything in one page, without Telegram',
};

const program = dirname(__dirname);
/** A package has its code as JavaScript, and a clone as TypeScript, even where packing broke off and left the other. */
const isCompiled = !existsSync(join(program, 'src'));
const codeFolder = isCompiled ? join(program, 'compiled') : program;

const scriptLine = /^node --require \.\/preload\.cjs ((?:--\S+ )*)(\S+)\.ts$/;

/** What scripts of package.json start of the code, by their names: flags of Node, and a file. */
function commands() {
  const found = {};
  for (const name of Object.keys(scripts)) {
    const [, flags = '', path = ''] = scriptLine.exec(scripts[name]) || [];
    const file = join(codeFolder, path + (isCompiled ? '.js' : '.ts'));
    if (path !== '' && !/^(?:test|bin)\//.test(path) && existsSync(file))
      found[name] = { file, flags: flags.split(' ').filter((flag) => flag !== '') };
  }
  return found;
}

function help(all) {
  const names = Object.keys(purposes).filter((name) => all[name]);
  const others = Object.keys(all).filter((name) => !purposes[name]);
  const lines = names
    .concat(others)
    .map((name) => `  ${name.padEnd(10)}${purposes[name] || ''}`.trimEnd());
  return `scrollback COMMAND

${lines.join('\n')}

"scrollback COMMAND --help" explains each. Scrollback ${version}.`;
}

/** The Node that npm has installed with this package. */
function installedNode() {
  try {
    const folder = dirname(require.resolve('node/package.json', { paths: [program] }));
    const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(file) ? realpathSync(file) : undefined;
  } catch (_) {
    return undefined;
  }
}

/** Whether a Node came with this package, and nothing of it but its name is here. */
function isLeftOut() {
  try {
    return Boolean(require.resolve('node/package.json', { paths: [program] }));
  } catch (_) {
    return false;
  }
}

const leftOut = `Scrollback needs Node.js 22.20, 24.7 or newer, and this is ${process.versions.node}. One that is new enough comes with it, and was not put in place, because no scripts of packages were run. With pnpm, run "pnpm approve-builds" and allow those of node, esbuild and sharp; with npm, run "npm install" without --ignore-scripts. Or install a newer Node.js from https://nodejs.org.`;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Starts all this once more, in another Node or with flags for it. */
function again(node, flags) {
  const args = flags.concat(process.argv.slice(1));
  // Some of Node 22 and 24 pass an empty environment on where none is given.
  if (process.execve && process.platform !== 'win32')
    process.execve(node, [node].concat(args), process.env);
  const { spawn } = require('node:child_process');
  const child = spawn(node, args, { stdio: 'inherit' });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (error) =>
    end(`Node.js could not be started (${error.message}): run "npm install" again.`),
  );
  child.on('exit', (code, signal) => {
    for (const one of signals) process.removeAllListeners(one);
    if (signal) process.kill(process.pid, signal);
    else process.exit(code === null ? 1 : code);
  });
}

function end(words) {
  console.error(words);
  process.exit(1);
}

/** The nearest folder, going up from where the command was typed, that is a journal; else the one that has the package. */
function journalFolder() {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (isJournal(folder)) return folder;
    if (folder === dirname(folder)) break;
  }
  const binFolder = dirname(resolve(process.argv[1]));
  const around = dirname(dirname(binFolder));
  return basename(binFolder) === '.bin' && isJournal(around) ? around : process.cwd();
}

const configurations = ['mjs', 'js', 'ts', 'mts', 'cjs', 'cts'].map(
  (ending) => `astro.config.${ending}`,
);

function isJournal(folder) {
  if (existsSync(join(folder, 'content', 'site.yaml'))) return true;
  // By name: folders above a home may be walked through, and not listed.
  if (configurations.some((name) => existsSync(join(folder, name)))) return true;
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return [manifest.dependencies, manifest.devDependencies].some(
      (some) => some?.['scrollback-journal'],
    );
  } catch (_) {
    return false;
  }
}

async function run({ file }, args) {
  const typedIn = process.cwd();
  const project = journalFolder();
  const place = join(codeFolder, `src/journal/command/place${isCompiled ? '.js' : '.ts'}`);
  const { serve } = await import(pathToFileURL(place).href);
  const { npm_lifecycle_event: script = 'npx' } = process.env;
  serve({ project, typedIn, byName: script === 'npx' });
  process.chdir(project);
  process.argv = [process.argv[0], file].concat(args);
  await import(pathToFileURL(file).href);
}

function main([name, ...args]) {
  const all = commands();
  if (name === '--version' || name === '-v') return console.log(version);
  if (name === undefined || name === 'help' || name === '--help' || name === '-h')
    return console.log(help(all));
  const command = all[name];
  if (!command) return end(`"${name}" is no command of Scrollback.\n\n${help(all)}`);
  const node = isFit() ? realpathSync(process.execPath) : installedNode();
  const isOther = node !== undefined && node !== realpathSync(process.execPath);
  const lacks = command.flags.some((flag) => !process.execArgv.includes(flag));
  if (node && (isOther || lacks)) {
    // It is another start anyway, for which `preload.cjs` has one of its own.
    if (name === 'build' && process.env.MALLOC_ARENA_MAX === undefined)
      process.env.MALLOC_ARENA_MAX = mostArenas;
    return again(node, command.flags);
  }
  if (!node && isLeftOut()) return end(leftOut);
  begin(name === 'build');
  return run(command, args);
}

main(process.argv.slice(2));
