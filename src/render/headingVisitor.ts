import type { Heading, PhrasingContent } from 'mdast';
import { headingText } from '#journal/text/headingText.ts';
import { headingId } from '#journal/text/inline/headingId.ts';
import { spoilerTag } from '#journal/text/inline/spoiler.ts';
import { wordsOf } from '#journal/text/inline/words.ts';
import type { Collector } from './collect/collector.ts';
import type { Visitors, Walk } from './walk.ts';

const readWords = { includeHtml: false };

/** Gives headings their ids and ranks. */
export function headings({ collector, body, named }: Walk): Visitors {
  const hasIds = body.includes('{#');
  const hasSpoilers = body.includes(`<${spoilerTag}>`);
  return {
    heading(node, context) {
      if (collector.lowersHeadings) context.setProperty(node, 'depth', lower(node.depth));
      const own = hasIds ? headingId(node, body) : undefined;
      if (own) {
        const isFirst = collector.headingWithId(own.id, node.position?.start.line ?? 1);
        context.setProperty(own.last, 'value', own.value);
        named.set(own.last.position?.start.offset ?? -1, own.value);
        if (isFirst) context.setProperty(node, 'data', { hProperties: { id: own.id } });
        return;
      }
      const words =
        hasSpoilers || node.children.some(mayPart)
          ? wordsOf(node)
          : context.textContent(node, readWords);
      if (words.trim() === '' && !node.children.some(mayShow))
        tellEmptyHeading(node.position?.start.line ?? 1, collector);
      const id = collector.heading(
        collector.hasOwnHeadingRule ? { words, source: words } : headingText(node, body),
      );
      if (id !== '') context.setProperty(node, 'data', { hProperties: { id } });
    },
  };
}

/** Whether something may be seen of a node beside its words: a picture by its label or in HTML, or what MDX makes. */
function mayShow(node: Readonly<PhrasingContent>): boolean {
  if (node.type === 'html')
    return /^<(?:img|svg|math|picture|video|audio|object)\b/i.test(node.value);
  if (node.type === 'imageReference' || node.type.startsWith('mdx')) return true;
  return 'children' in node && node.children.some(mayShow);
}

/** A screen reader says "heading" of it, and no more. */
function tellEmptyHeading(line: number, collector: Collector): void {
  collector.warning(
    'empty-heading',
    line,
    'a heading without words',
    'words in that line',
    'write them, or remove it; write \\ in front of its signs if they are to be read',
  );
}

/** A break, or a tag, which may be one. */
function mayPart({ type }: Readonly<PhrasingContent>): boolean {
  return type === 'break' || type === 'html';
}

function lower(depth: Heading['depth']): Heading['depth'] {
  return depth === 6 ? 6 : ((depth + 1) as Heading['depth']);
}
