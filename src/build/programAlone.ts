import { join } from 'node:path';
import { filesServedBelow } from '../files/outputFolder.ts';
import { textIfThere } from '../files/textIfThere.ts';
import { besideCode, type CodeSettings } from './pages/siteCode.ts';

/**
 * Whether nothing of a project has a part in what Astro makes of the program: it has no code or components of its own, no
 * flags, and no file beside them that tells the bundler anything. Variables of the environment have none where the program
 * alone is bundled, which asks for none.
 */
export async function isOfProgramAlone({
  root,
  sourceFolder,
  componentFolders,
  flags,
  environment,
}: CodeSettings): Promise<boolean> {
  const isUsual =
    componentFolders.length === 0 &&
    Object.values(flags).every((value) => value === undefined) &&
    (environment['NODE_ENV'] ?? 'production') === 'production' &&
    besideCode(root).every((name) => isSilent(name, textIfThere(join(root, name))));
  return isUsual && (await filesServedBelow(sourceFolder)).length === 0;
}

/** Whether a file beside the code leaves the bundler as it is. */
function isSilent(name: string, text: string): boolean {
  if (/^astro\.config\./.test(name)) return withoutForm(text) === withoutForm(usualConfig);
  if (name === 'package.json') return !/"(?:postcss|browserslist)"/.test(text);
  // Vite takes this variable from there, too: https://vite.dev/guide/env-and-mode#node-env-and-modes
  if (/^\.env\b/.test(name)) return !/\bNODE_ENV\b/.test(text);
  return /^(?:package-lock\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lock)$/.test(name);
}

/** The configuration of a journal that has Scrollback as its one dependency. */
const usualConfig = `import { scrollback } from 'scrollback-journal';
export default { integrations: [scrollback()] };`;

/** A text of JavaScript without comments, spaces, and signs that may be left out. */
function withoutForm(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replace(/["`]/g, "'")
    .replace(/[\s;]+|,(?=\s*[\]}])/g, '');
}
