import type { Nodes } from 'mdast';
import { splitFrontMatter } from '#journal/frontMatter.ts';
import { parseMarkdown } from '#journal/markdown.ts';

/**
 * Everything on disk that is an entry's own, from the content folder: its folder, or its file and the files beside it
 * that its text names and that bear its name.
 */
export function entryParts(file: string, source: string): string[] {
  // `articles/index.md` is an entry in the whole room, not in a folder of its own.
  const folder = /^([^/]+\/.+)\/index\.mdx?$/.exec(file)?.[1];
  if (folder !== undefined) return [folder];
  const stem = file.replace(/\.mdx?$/, '');
  const room = file.slice(0, file.lastIndexOf('/') + 1);
  const named = addressesIn(parseMarkdown(splitFrontMatter(source, file).body))
    .filter((url) => !/[/\\:]/.test(url))
    .map((url) => room + decoded(url))
    .filter((path) => path.startsWith(`${stem}-`) && !/\.mdx?$/.test(path));
  return [file, ...new Set(named)];
}

function addressesIn(node: Nodes): string[] {
  const own = 'url' in node && typeof node.url === 'string' ? [node.url] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(addressesIn)] : own;
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
