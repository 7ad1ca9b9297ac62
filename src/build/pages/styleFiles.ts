import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Absolute paths of the files that a style sheet loads by a path from itself, and of those that these load: the bundler
 * puts them in without making a module of each. A file that is only named counts, too.
 */
export function filesOfStyle(file: string, source: string): Set<string> {
  const found = new Set<string>();
  const sources = [{ file, source }];
  for (let next = sources.pop(); next; next = sources.pop())
    for (const path of namedIn(next)) {
      if (found.has(path)) continue;
      found.add(path);
      if (/\.\w*(?:css|sass|less|styl)$/.test(path))
        sources.push({ file: path, source: readFileSync(path, 'utf8') });
    }
  return found;
}

/** A text in quotes, or an address without any. */
const name = /"([^"\n]+)"|'([^'\n]+)'|\burl\(\s*([^"')\s]+)/gi;

function namedIn({ file, source }: { readonly file: string; readonly source: string }): string[] {
  const names = [...source.matchAll(name)].map(([, double, single, bare]) =>
    (double ?? single ?? bare ?? '').replace(/[?#].*$/s, ''),
  );
  const paths = names.map((one) => resolve(dirname(file), one));
  // What is no name at all, such as a picture within its address, is none that is there; `statSync` would throw.
  return paths.filter((path) => existsSync(path) && statSync(path).isFile());
}
