import type { Paragraph, PhrasingContent, Strong, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { placeOf } from '../inline/place.ts';
import { between, type Line, linesOf } from './lines.ts';
import type { QuotedBlock } from './quotationParts.ts';

/**
 * The turns of a conversation: a quotation whose first line, and at least one more, begins with a bold name and a
 * colon, not written as `\:`. Each turn becomes a paragraph; what has no name belongs to the turn before.
 */
export function turnsOf(blocks: readonly QuotedBlock[], body: string): QuotedBlock[] | undefined {
  const [first] = blocks;
  if (
    first?.type !== 'paragraph' ||
    !speakerOf(first.children, linesOf(first.children, body)[0], body)
  )
    return undefined;
  let turns = 0;
  const result = blocks.flatMap((block): QuotedBlock[] => {
    if (block.type !== 'paragraph') return [block];
    const lines = linesOf(block.children, body);
    const begins = lines.filter((line) => speakerOf(block.children, line, body));
    turns += begins.length;
    if (begins.length === 0) return [block];
    // Lines before the first name go on with the turn of the paragraph before.
    const cuts = begins[0] === lines[0] ? begins : [...lines.slice(0, 1), ...begins];
    return cuts.map((line, index) => turn(between(block.children, line, cuts[index + 1])));
  });
  return turns < 2 ? undefined : result;
}

function turn(children: PhrasingContent[]): Paragraph {
  const [first, ...rest] = children;
  if (first?.type !== 'strong') return { type: 'paragraph', children };
  const data = { hName: 'b', hProperties: { className: ['speaker'] } };
  const speaker: Strong = { type: 'strong', data, children: first.children };
  return { type: 'paragraph', children: [speaker, ...rest] };
}

function speakerOf(
  children: readonly PhrasingContent[],
  line: Line | undefined,
  body: string,
): boolean {
  const name = line && line.at === 0 ? children[line.child] : undefined;
  if (!line || name?.type !== 'strong' || textOf(name) === '') return false;
  const last = lastLeafOf(name);
  // A name that has its colon needs none behind it: what follows is what is said, whatever that begins with.
  if (/[:：]\s*$/.test(textOf(name)))
    return last.type === 'text' && /\S\s*[:：]\s*$/.test(textOf(name)) && !endsEscaped(last, body);
  const after = children[line.child + 1];
  if (after?.type !== 'text' || !/^\s?[:：]/.test(after.value)) return false;
  return !/^(?:\s|&#x?[\da-f]+;)?(?:\\:|&#x(?:3A|FF1A);)/i.test(writtenOf(after, body));
}

/** The innermost node at the end of a name, spaces aside; within its strong emphasis it may have other styles. */
function lastLeafOf(node: PhrasingContent): PhrasingContent {
  const children = 'children' in node ? node.children : [];
  const last = children.findLast((child) => textOf(child).trim() !== '');
  return last === undefined ? node : lastLeafOf(last);
}

/** Whether the colon at the end of a text is written as `\:` or as a character reference; `\\:` is a backslash and a colon. */
function endsEscaped(text: Text, body: string): boolean {
  return /(?:(?<!\\)\\(?:\\\\)*:|&#x(?:3A|FF1A);)(?:\s|&#x?[\da-f]+;)*$/i.test(
    writtenOf(text, body),
  );
}

/** A text as it is written in the file; as it is shown, where its place is not known. */
function writtenOf(text: Text, body: string): string {
  const place = placeOf(text);
  return place ? body.slice(place.start, place.end) : text.value;
}
