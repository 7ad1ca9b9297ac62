import type { Paragraph, PhrasingContent, Strong } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { between, type Line, linesOf } from './lines.ts';
import { placeOf } from './place.ts';
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
  if (!line || name?.type !== 'strong' || hasEscapedColon(name, body)) return false;
  const after = children[line.child + 1];
  const text = textOf(name);
  if (/\S\s*[:：]$/.test(text)) return true;
  return text !== '' && after?.type === 'text' && /^\s?[:：]/.test(after.value);
}

/** Whether the colon at the end of a name, or behind it, is written as text. */
function hasEscapedColon(name: Strong, body: string): boolean {
  const { start, end } = placeOf(name) ?? { start: 0, end: 0 };
  return (
    /(?:\\:|&#x(?:3A|FF1A);)\s*[*_~]+$/i.test(body.slice(start, end)) ||
    /^\s?(?:\\:|&#x(?:3A|FF1A);)/i.test(body.slice(end, end + 10))
  );
}
