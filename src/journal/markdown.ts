import type { Root } from 'mdast';
import { type Features, markdownToMdast } from 'satteri';

/** The Markdown that Scrollback reads, for the site, the check and the channel alike. */
export const markdownFeatures = { gfm: true, frontmatter: false } as const satisfies Features;

/** Parses the body of an entry (no front matter) into mdast, as the site's pages are rendered from. */
export function parseMarkdown(body: string): Root {
  return asRoot(markdownToMdast(body, { features: markdownFeatures }));
}

function asRoot(node: ReturnType<typeof markdownToMdast>): Root {
  if (node.type !== 'root')
    throw new Error(`Expected a document from the Markdown parser, got ${node.type}`);
  return node;
}
