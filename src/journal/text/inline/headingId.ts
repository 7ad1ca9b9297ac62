import type { Heading, Nodes, Text } from 'mdast';
import { nodesIn } from './nodesIn.ts';

/** The id at the end of a heading: `{#id}`, with whatever else other Markdowns let stand there. */
const written = /(?<![ \t])[ \t]*(?<!\\)\{#([^\s{}]+)(?:\s[^{}]*)?\}[ \t]*$/;

/** The id that a heading gives itself, and its last text without it; undefined where it gives itself none. */
export function headingId(
  heading: Readonly<Heading>,
  body: string,
): { readonly id: string; readonly last: Text; readonly value: string } | undefined {
  const last = heading.children.at(-1);
  if (last?.type !== 'text' || !last.value.includes('{#')) return undefined;
  // Punctuation may have been set in the text, and signs undone that were written with a backslash.
  const source = body.slice(last.position?.start.offset, last.position?.end.offset);
  const id = written.exec(source)?.[1];
  if (id === undefined) return undefined;
  return { id: id.normalize('NFC'), last: last as Text, value: last.value.replace(written, '') };
}

/** Takes the ids off the headings of a tree. */
export function dropHeadingIds(node: Nodes, body: string): void {
  for (const heading of nodesIn(node, 'heading')) {
    const found = headingId(heading, body);
    if (found) found.last.value = found.value;
  }
}
