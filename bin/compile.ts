import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { bundle } from './bundle.ts';

// `npm pack` runs this: Node reads no TypeScript below node_modules. What comes of it, compiled/, is the program as it is
// here, with a .js in the place of each .ts, and goes away when the package is made. In a .js, blanks stand where types stood,
// as where Node runs the .ts; what belongs to the site has a .d.ts beside it, for the components that people write.

const project = resolve(import.meta.dirname, '..');
const target = join(project, 'compiled');
const rooms = ['src', 'bot', 'telegram-double', 'demo'];
/** The journal that the demo copies. */
const sample = 'content';
/** What a new journal begins with. */
const patterns = ['.env.example', '.github/workflows/deploy.yml'];
/** Cards are named after the code that draws them, which comes along as it was written. */
const asWritten = 'src/cards/';

function compile(): void {
  rmSync(target, { recursive: true, force: true });
  const compiler = join(project, 'node_modules/typescript/bin/tsc');
  // It is over before the fastest code, or memory tidied by threads, would pay.
  const flags = ['--max-opt=2', '--single-threaded-gc', '--max-semi-space-size=64'];
  execFileSync(process.execPath, [...flags, compiler, '--project', 'bin/tsconfig.json'], {
    cwd: project,
    stdio: 'inherit',
  });
  for (const file of [...rooms, sample].flatMap(filesOf)) {
    if (isCompiled(file)) stripTypes(file);
    if (!isCompiled(file) || file.startsWith(asWritten)) copy(file);
  }
  for (const file of patterns) copy(file);
  for (const file of filesIn(target)) pointToCompiled(join(target, file));
  writeManifest();
}

function filesOf(room: string): string[] {
  return filesIn(join(project, room))
    .map((file) => `${room}/${file}`)
    .filter((file) => !file.startsWith('telegram-double/test/'));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

function isCompiled(file: string): boolean {
  return /(?<!\.d)\.ts$/.test(file);
}

function stripTypes(file: string): void {
  const compiled = join(target, file.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(compiled), { recursive: true });
  writeFileSync(compiled, stripTypeScriptTypes(readFileSync(join(project, file), 'utf8')));
}

function copy(file: string): void {
  mkdirSync(dirname(join(target, file)), { recursive: true });
  cpSync(join(project, file), join(target, file));
}

/** What modules name by the ending of its source. */
function pointToCompiled(path: string): void {
  if (!/(?:\.js|\.d\.ts|\.astro)$/.test(path)) return;
  const text = readFileSync(path, 'utf8');
  const pointed = text.replace(/(['"])((?:\.{1,2}|#journal)\/[^'"\n]+?)\.ts\1/g, '$1$2.js$1');
  if (pointed !== text) writeFileSync(path, pointed);
}

/** Node takes the nearest package.json for what begins with `#`. */
function writeManifest(): void {
  const { name, version, type, imports, dependencies } = JSON.parse(
    readFileSync(join(project, 'package.json'), 'utf8'),
  );
  const manifest = { name, version, type, imports, dependencies };
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

if (process.argv.includes('--remove')) rmSync(target, { recursive: true, force: true });
else {
  compile();
  await bundle(project);
}
