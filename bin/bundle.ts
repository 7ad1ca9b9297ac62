import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keepSite, keptAssets, readKept } from '../src/build/pages/keptSite.ts';
import { programCode } from '../src/build/pages/siteCode.ts';
import { pathForAstro } from '../src/build/pages/sitePath.ts';
import type { SiteConfig } from '../src/build/siteConfig.ts';
import { filesBelow } from '../src/files/outputFolder.ts';
import { withSlashes } from '../src/journal/file/withSlashes.ts';

// The pages of a journal that has nothing beside the program are made by the same bundle wherever it lies: the package
// brings it along. It is what a journal keeps of its first build, but for where that one lay.

const place = 'node_modules/scrollback-journal';
const program = `${place}/compiled/src`;
/** What a machine's folders are called in the package. */
const nowhere = '/journal';

/** Puts the bundle of a compiled program into it. `project` is where the packages are that it needs. */
export async function bundle(project: string): Promise<void> {
  const journal = realpathSync(mkdtempSync(join(tmpdir(), 'scrollback-pack-')));
  try {
    install(project, journal);
    execFileSync(
      process.execPath,
      [join(journal, place, 'bin/scrollback.cjs'), 'build', '--silent'],
      {
        cwd: journal,
        env: environment(),
        stdio: 'inherit',
      },
    );
    await takeOver(journal, project);
  } finally {
    rmSync(journal, { recursive: true, force: true });
  }
}

/** A journal that has the package, and nothing else. */
function install(project: string, journal: string): void {
  const packages = join(project, 'node_modules');
  mkdirSync(join(journal, place), { recursive: true });
  for (const name of readdirSync(packages))
    if (name[0] !== '.')
      symlinkSync(join(packages, name), join(journal, 'node_modules', name), 'junction');
  for (const part of ['bin/scrollback.cjs', 'preload.cjs', 'package.json', 'compiled'])
    cpSync(join(project, part), join(journal, place, part), { recursive: true });
  mkdirSync(join(journal, 'content'));
  writeFileSync(
    join(journal, 'content/site.yaml'),
    'title: Journal\nurl: https://journal.example\n',
  );
  writeFileSync(join(journal, 'package.json'), '{ "type": "module" }');
}

/** Without what npm, or a person, has told this process. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, TEMP, TMP, SystemRoot } = process.env;
  return { PATH, HOME, TMPDIR, TEMP, TMP, SystemRoot };
}

/** Takes over what the journal kept, so that it finds the program from where it comes to lie. */
async function takeOver(journal: string, project: string): Promise<void> {
  const caches = join(journal, 'node_modules/.astro/scrollback');
  const folder = readdirSync(caches)
    .map((name) => join(caches, name, 'site'))
    .find(existsSync);
  const kept = folder === undefined ? undefined : readKept<SiteConfig>(folder);
  if (folder === undefined || !kept) throw new Error(`The build kept no bundle in ${caches}.`);
  const modules = join(folder, 'bundle');
  const compiled = join(project, 'compiled');
  for (const name of await filesBelow(modules)) {
    const path = join(modules, name);
    const source = relative(join(compiled, 'bundle/bundle', dirname(name)), join(compiled, 'src'));
    const text = readFileSync(path, 'utf8')
      .replace(/("base":)"\/"(?=,)/, `$1${pathForAstro}`)
      .replaceAll(`"${pathToFileURL(join(journal, program)).href}/`, `"${withSlashes(source)}/`)
      .replaceAll(pathToFileURL(journal).href, pathToFileURL(nowhere).href)
      .replaceAll(withSlashes(journal), nowhere)
      .replaceAll(withSlashes(project), nowhere)
      .replace(/^(\/\/ )(?:\.\.\/)+.*(?=node_modules\/)/gm, '$1');
    writeFileSync(path, text);
  }
  const told = {
    code: await programCode(join(compiled, 'src')),
    program,
    installed: kept.installed.files,
    config: { shown: kept.config.shown },
    entry: join(modules, kept.entry),
    text: kept.text && join(modules, kept.text),
    pages: kept.pages,
  };
  await keepSite(join(compiled, 'bundle'), told, keptAssets(folder));
}
