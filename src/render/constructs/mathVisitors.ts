import type { MdastNode, MdastPluginDefinition } from 'satteri';
import type { Collector } from '../collect/collector.ts';

/** What visits nodes of a body. */
export type Visitors = Omit<MdastPluginDefinition, 'name' | 'options' | 'before' | 'after'>;

/** Makes a node of ready HTML. */
export type Ready = (html: string) => MdastNode;

/** What visitors of a construct know of the walk that they are part of. */
export interface Visited {
  readonly collector: Collector;
  readonly body: string;
  readonly ready: Ready;
  /** Whether a spoiler hides what stands at this offset of the body. */
  readonly isHidden: (offset: number) => boolean;
}

/** Visitors for what stands between `$$`. What is alone in its paragraph is a block, as it is in lines of its own. */
export function mathVisitors({ collector, ready }: Visited): Visitors {
  return {
    math: (node) =>
      ready(collector.mathematics(node.value, 'block', node.position?.start.line ?? 1)),
    inlineMath(node, context) {
      const line = node.position?.start.line ?? 1;
      const parent = context.parent(node);
      if (parent?.type !== 'paragraph' || parent.children.length > 1)
        return ready(collector.mathematics(node.value, 'inline', line));
      context.replaceNode(parent, ready(collector.mathematics(node.value, 'block', line)));
      return undefined;
    },
  };
}
