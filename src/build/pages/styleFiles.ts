import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A style sheet by its absolute path. */
interface StyleSheet {
  readonly file: string;
  readonly source: string;
}

/**
 * Absolute paths of the files that a style sheet loads by a path from itself, or from `root`, and of those that these
 * load: the bundler puts them in without making a module of each. A file that is only named counts, too.
 */
export function filesOfStyle(sheet: StyleSheet, root: string): Set<string> {
  const found = new Set<string>();
  const sheets = [sheet];
  for (let next = sheets.pop(); next; next = sheets.pop())
    for (const path of namedIn(next, root)) {
      if (found.has(path)) continue;
      found.add(path);
      if (/\.\w*(?:css|sass|less|styl)$/.test(path))
        sheets.push({ file: path, source: readFileSync(path, 'utf8') });
    }
  return found;
}

/** A text in quotes, or an address without any. */
const name = /"([^"\n]+)"|'([^'\n]+)'|\burl\(\s*([^"')\s]+)/gi;

function namedIn({ file, source }: StyleSheet, root: string): string[] {
  const names = [...source.matchAll(name)].map(([, double, single, bare]) =>
    (double ?? single ?? bare ?? '').replace(/[?#].*$/s, ''),
  );
  // The bundler finds `@import "./colours"` too.
  const paths = names
    .flatMap((one) => [one, `${one}.css`])
    .flatMap((one) => [
      resolve(dirname(file), one),
      ...(one.startsWith('/') ? [join(root, one)] : []),
    ]);
  // What is no name at all, such as a picture within its address, is none that is there; `statSync` would throw.
  return paths.filter((path) => existsSync(path) && statSync(path).isFile());
}
