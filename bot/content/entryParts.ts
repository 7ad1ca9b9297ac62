import type { Nodes } from 'mdast';
import { partsOf } from '#journal/address/address.ts';
import { resolveContentPath } from '#journal/address/contentPath.ts';
import { splitFrontMatter } from '#journal/file/frontMatter.ts';
import { parseMarkdown } from '#journal/text/markdown.ts';
import { coverOf } from './cover.ts';
import { readIfThere } from './files.ts';

/**
 * Everything on disk that is an entry's own, from the content folder: its folder, or its file and the files beside it
 * that it names, as its cover or in its text, and that bear its name.
 */
export function entryParts(file: string, source: string): string[] {
  // `articles/index.md` is an entry in the whole room, not in a folder of its own.
  const folder = /^([^/]+\/.+)\/index\.mdx?$/.exec(file)?.[1];
  if (folder !== undefined) return [folder];
  const stem = file.replace(/\.mdx?$/, '');
  const own = namedFiles(file, source).filter(
    (path) => path.startsWith(`${stem}-`) && !/\.mdx?$/.test(path),
  );
  return [file, ...own];
}

/** What the relative addresses of an entry mean, its cover's first, from the content folder; not all of it need be there. */
export function namedFiles(file: string, source: string): string[] {
  const room = file.slice(0, file.lastIndexOf('/') + 1);
  const text = addressesIn(parseMarkdown(splitFrontMatter(source, file).body));
  const named = [coverOf(source, file)?.src ?? '', ...text]
    .filter((address) => !/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(address))
    .map((address) => resolveContentPath(room, partsOf(address).pathname));
  return [...new Set(named)];
}

/** The same on disk, where `onDisk` says; of a file that is gone only itself. */
export async function entryFiles(
  file: string,
  onDisk: (file: string) => string,
): Promise<string[]> {
  const source = (await readIfThere(onDisk(file))) ?? '';
  return entryParts(file, source).map(onDisk);
}

function addressesIn(node: Nodes): string[] {
  const own = 'url' in node && typeof node.url === 'string' ? [node.url] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(addressesIn)] : own;
}
