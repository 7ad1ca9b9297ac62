/**
 * Loaded before every command, and run by `npm install`. Tells in one sentence that Node is too old, in syntax that old
 * ones read too, keeps Astro from telling its makers how it is used, and keeps what Node compiled from command to command.
 */
process.env.ASTRO_TELEMETRY_DISABLED = '1';
// The bundler takes its memory in pieces of 2 MB, each of which the system fills with zeros.
if (process.env.MIMALLOC_ALLOW_THP === undefined) process.env.MIMALLOC_ALLOW_THP = '0';

/** Of the Node that npm runs on: below these, npm passes over the native parts of what it installs. */
const installing = [
  [20, 19],
  [22, 12],
];
/** Of the Node that runs a command: it reads TypeScript, and gives SQLite values by the number of their place (`?1`). */
const running = [
  [22, 20],
  [24, 7],
];

/** Whether a version is one of the lines that are named, new enough, or newer than all of them. */
function isEnough(version, lines) {
  const parts = version.split('.').map(Number);
  const newest = lines[lines.length - 1];
  return (
    parts[0] > newest[0] ||
    lines.some(function reaches(line) {
      return parts[0] === line[0] && parts[1] >= line[1];
    })
  );
}

/** Whether commands run on the Node that this is. */
function isFit() {
  return isEnough(process.versions.node, running);
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** What comes before all else that a process does. `isBuild` says that it is the command that builds. */
function begin(isBuild) {
  const npm = /\bnode\/v([\d.]+)/.exec(process.env.npm_config_user_agent || '');
  if (npm && !isEnough(npm[1], installing))
    refuse(
      `Scrollback needs Node.js 20.19, 22.12 or newer, and npm runs on ${npm[1]} here: install a newer one from https://nodejs.org, delete node_modules, and run "npm install" again.`,
    );
  // npm runs this file itself before it installs anything; then it is no command.
  const isCommand = process.env.npm_lifecycle_event !== 'preinstall';
  if (isCommand && !isFit())
    refuse(
      `Scrollback's commands need Node.js 22.20, 24.7 or newer, and this is ${process.versions.node}: run "npm install", which brings Node.js 24 along, and start them with "npm run".`,
    );
  if (!isCommand) return;
  if (isBuild) {
    beginInLess();
    beginPool();
  }
  keepCompiled();
}

/**
 * Has no more threads draw cards than there are processors, where libuv would have four, which take turns and each keep
 * memory. It looks for this when a thread is first needed (https://docs.libuv.org/en/v1.x/threadpool.html), and pages may be
 * made of all that a build finds in its environment.
 */
function beginPool() {
  if (process.env.UV_THREADPOOL_SIZE !== undefined) return;
  const { availableParallelism } = require('node:os');
  process.env.UV_THREADPOOL_SIZE = String(Math.min(4, availableParallelism()));
  require('node:fs').access(__filename, function begun() {});
  delete process.env.UV_THREADPOOL_SIZE;
}

/**
 * What the C library hears at the start of a process, and then no more
 * (https://man7.org/linux/man-pages/man3/mallopt.3.html): how many parts of memory its threads take turns in, each of which
 * keeps what was given back.
 */
const mostArenas = '2';

/** Starts a build that bundles the site once more, in less memory. Other builds have neither that many threads nor the time. */
function beginInLess() {
  const isTold = process.env.MALLOC_ARENA_MAX !== undefined;
  // It is heard, and pages may be made of all that a build finds in its environment.
  delete process.env.MALLOC_ARENA_MAX;
  if (isTold || process.platform !== 'linux' || !process.execve || process.send || hasBundle())
    return;
  const args = [process.execPath].concat(process.execArgv, process.argv.slice(1));
  process.execve(
    process.execPath,
    args,
    Object.assign({}, process.env, { MALLOC_ARENA_MAX: mostArenas }),
  );
}

/** Whether an earlier build of this project has kept its bundle. */
function hasBundle() {
  const { existsSync, readdirSync } = require('node:fs');
  const { join } = require('node:path');
  const kept = join(projectFolder(), 'node_modules/.astro/scrollback');
  return (
    existsSync(kept) &&
    readdirSync(kept).some((name) => existsSync(join(kept, name, 'site/site.json')))
  );
}

/** Not where others of the same machine could put something: what is there is run. */
function keepCompiled() {
  const { enableCompileCache } = require('node:module');
  const { join } = require('node:path');
  if (enableCompileCache) enableCompileCache(join(projectFolder(), 'node_modules/.cache/compiled'));
}

/** The project that this file is in, or is installed in. */
function projectFolder() {
  const { sep } = require('node:path');
  const names = __dirname.split(sep);
  const at = names.indexOf('node_modules');
  return at === -1 ? __dirname : names.slice(0, at).join(sep);
}

module.exports = { begin, isFit, mostArenas };
// `scrollback` looks for another Node first.
if (require.main === undefined || require.main === module)
  begin(/[\\/]src[\\/]build\.[jt]s$/.test(process.argv[1] || ''));
