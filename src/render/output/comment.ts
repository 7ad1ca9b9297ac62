import type { List, ListItem, Nodes, PhrasingContent, Root } from 'mdast';
import { type Features, markdownToMdast } from 'satteri';
import { isStrangersLink } from '#journal/address/scheme.ts';
import { foldSpoilers, mayHaveSpoiler } from '#journal/text/inline/spoiler.ts';
import { treeOf } from '#journal/text/markdown.ts';
import { ourWords, type SiteWords } from '#journal/words/languages/siteWords.ts';
import { spoilerHtml } from '../constructs/spoiler.ts';
import { escapeHtml } from '../html/html.ts';
import { joinLines } from '../inline/softBreaks.ts';

/** Comments have no footnotes, whose ids would meet those of the entry. */
const features = { gfm: { footnotes: false }, frontmatter: false } as const satisfies Features;

/** Elements that lie deeper are shown as they were typed: nobody writes them, and a page has to be read by somebody. */
const deepest = 12;

/** Where in a comment a node stands. */
interface Place {
  /** The whole comment. */
  readonly source: string;
  readonly depth: number;
  readonly inLink: boolean;
  readonly words: SiteWords;
}

/**
 * A comment as HTML. Of Markdown it knows paragraphs, emphasis, code, quotations, lists and links to other places;
 * whatever else somebody typed is shown as typed. The HTML is written here, element by element, so that nothing else
 * can be in it: p, strong, em, del, code, pre, blockquote, ul, ol with start, li, br, a with href and rel, and what
 * a spoiler is made of. `words` are those of its language.
 */
export function commentHtml(markdown: string, words = ourWords('en')): string {
  const root = treeOf(markdown, (text) => markdownToMdast(text, { features })) as Root;
  if (mayHaveSpoiler(markdown)) foldSpoilers(root, markdown);
  const html = blocks(root.children, {
    source: markdown,
    depth: 0,
    inLink: false,
    words,
  });
  return joinLines(html, '');
}

function blocks(nodes: readonly Nodes[], place: Place): string {
  return nodes.map((node) => block(node, place)).join('\n');
}

function block(node: Nodes, place: Place): string {
  const inside = { ...place, depth: place.depth + 1 };
  if (inside.depth > deepest) return typedBlock(node, place);
  switch (node.type) {
    case 'paragraph':
      return `<p>${phrases(node.children, inside)}</p>`;
    case 'heading':
      return `<p><strong>${phrases(node.children, inside)}</strong></p>`;
    case 'code':
      return `<pre><code>${escapeHtml(node.value)}\n</code></pre>`;
    case 'blockquote':
      return `<blockquote>\n${blocks(node.children, inside)}\n</blockquote>`;
    case 'list':
      return list(node, inside);
    default:
      return typedBlock(node, place);
  }
}

function list({ ordered, start, spread, children }: List, place: Place): string {
  const items = children.map((one) => item(one, one.spread || (spread ?? false), place)).join('\n');
  if (!ordered) return `<ul>\n${items}\n</ul>`;
  return `<ol${typeof start === 'number' && start !== 1 ? ` start="${start}"` : ''}>\n${items}\n</ol>`;
}

function item({ checked, children }: ListItem, spread: boolean, place: Place): string {
  const inside = { ...place, depth: place.depth + 1 };
  const box = typeof checked === 'boolean' ? `${checked ? '☑' : '☐'} ` : '';
  const content = children.map((child) =>
    child.type === 'paragraph' && !spread ? phrases(child.children, inside) : block(child, inside),
  );
  return `<li>${box}${content.join('\n')}</li>`;
}

function phrases(nodes: readonly PhrasingContent[], place: Place): string {
  return nodes.map((node) => phrase(node, place)).join('');
}

function phrase(node: PhrasingContent, place: Place): string {
  const inside = { ...place, depth: place.depth + 1 };
  if (inside.depth > deepest) return escapeHtml(typed(node, place));
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value);
    case 'strong':
      return `<strong>${phrases(node.children, inside)}</strong>`;
    case 'emphasis':
      return `<em>${phrases(node.children, inside)}</em>`;
    case 'delete':
      return `<del>${phrases(node.children, inside)}</del>`;
    case 'spoiler':
      return spoilerHtml(phrases(node.children, inside), place.words);
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'break':
      return '<br>\n';
    case 'link':
      return link(node.url, phrases(node.children, { ...inside, inLink: true }), place);
    // The reader's browser would tell the other host who reads what.
    case 'image':
      return link(node.url, escapeHtml(node.alt ?? ''), place);
    default:
      return escapeHtml(typed(node, place));
  }
}

/** Words that lead to an address on the web, or the words alone. */
function link(url: string, html: string, place: Place): string {
  const address = followable(url);
  if (place.inLink || address === undefined) return isVisible(html) ? html : escapeHtml(url);
  const words = isVisible(html) ? html : escapeHtml(address);
  return `<a href="${escapeHtml(address)}" rel="nofollow ugc noopener">${words}</a>`;
}

/** The address as the browser would follow it. A relative one would lead into the journal, which said no such thing. */
function followable(url: string): string | undefined {
  return /^[a-z]+:/i.test(url) && isStrangersLink(url) ? URL.parse(url)?.href : undefined;
}

function isVisible(html: string): boolean {
  return /[^\p{Z}\p{C}\s]/u.test(html.replace(/<[^>]*>/g, ''));
}

function typedBlock(node: Nodes, place: Place): string {
  return `<p>${escapeHtml(typed(node, place)).replaceAll('\n', '<br>\n')}</p>`;
}

/** What was typed to make a node. */
function typed({ position }: Nodes, { source }: Place): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).trim();
}
