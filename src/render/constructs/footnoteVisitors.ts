import { spoilerTag } from '#journal/text/inline/spoiler.ts';
import type { Visited, Visitors } from './mathVisitors.ts';

/** Visitors that tell which notes are marked and which are there. Their HTML is the parser's own. */
export function footnoteVisitors({ collector, body, isHidden }: Visited): Visitors {
  return {
    footnoteReference(node) {
      const { line = 1, offset = 0 } = node.position?.start ?? {};
      collector.reference(node.label ?? node.identifier, line, isHidden(offset));
    },
    footnoteDefinition(node) {
      const { start, end } = node.position ?? {};
      const source = body.slice(start?.offset ?? 0, end?.offset);
      collector.definition(node.label ?? node.identifier, {
        line: start?.line ?? 1,
        endLine: end?.line ?? 1,
        hides: source.includes(`<${spoilerTag}>`),
      });
    },
  };
}
