import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Root as MdastRoot, RootContent } from 'mdast';
import { blocksToMarkdown } from '#journal/text/markdownText.ts';
import type { Notes } from '../item/notes.ts';
import { anchored, withLinkTargets } from './anchors.ts';
import { marksInBlocks } from './blockMarks.ts';
import { cleaned } from './clean.ts';
import { withFootnotes } from './footnotes/footnotes.ts';
import { handlers, withInlineHtml } from './handlers.ts';
import { withPlainEdges } from './markEdges.ts';
import { withParagraphs } from './paragraphs.ts';
import { shaped } from './shapes.ts';
import { mended } from './tree/mended.ts';
import { attributeOf, elementsIn, isElement, textOf } from './tree/tree.ts';
import { versed } from './verse.ts';

/**
 * HTML as Markdown that means the same and that `npm run check` accepts. What cannot be said in Markdown, or only
 * decorates, is left out, and `notes` count it.
 */
export function htmlToMarkdown(html: string, notes: Notes): string {
  const given = fromHtml(mended(html, notes), { fragment: true });
  anchored(given);
  versed(given, notes);
  const root = cleaned(given, notes);
  marksInBlocks(root);
  withParagraphs(root);
  const footnotes = withFootnotes(root, notes);
  withLinkTargets(root);
  for (const part of [root, ...footnotes.map(({ content }) => content)]) shaped(part, notes);
  const abbreviations = abbreviationsIn(root);
  const body = blocksOf(root, notes);
  const definitions = footnotes.map(
    ({ label, content }): RootContent => ({
      type: 'footnoteDefinition',
      identifier: label,
      label,
      children: blocksOf(content, notes) as never[],
    }),
  );
  const text = blocksToMarkdown([...body, ...definitions]);
  return [text, abbreviations].filter((part) => part !== '').join('\n\n');
}

/** The lines `*[API]: words` for abbreviations that said what they stand for. The first meaning of each counts. */
function abbreviationsIn(root: Root): string {
  const meanings = new Map<string, string>();
  for (const node of elementsIn(root)) {
    if (!isElement(node, 'abbr', 'acronym')) continue;
    const short = textOf(node).trim();
    const words = attributeOf(node, 'title').replace(/\s+/g, ' ').trim();
    if (words !== '' && /^[^\][\\]+$/.test(short) && !meanings.has(short))
      meanings.set(short, words);
  }
  return [...meanings].map(([short, words]) => `*[${short}]: ${words}`).join('\n');
}

function blocksOf(root: Root, notes: Notes): RootContent[] {
  const tree = toMdast(root, { handlers: handlers(notes), document: true, newlines: false });
  withInlineHtml(tree);
  withPlainEdges(tree);
  return (tree as MdastRoot).children;
}
