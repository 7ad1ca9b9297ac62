import type { Collector } from '../collect/collector.ts';
import type { Visitors } from './mathVisitors.ts';

/** Visitors that tell which notes are marked and which are there. Their HTML is the parser's own. */
export function footnoteVisitors(collector: Collector): Visitors {
  return {
    footnoteReference: (node) =>
      collector.reference(node.label ?? node.identifier, node.position?.start.line ?? 1),
    footnoteDefinition: (node) =>
      collector.definition(
        node.label ?? node.identifier,
        node.position?.start.line ?? 1,
        node.position?.end.line ?? 1,
      ),
  };
}
