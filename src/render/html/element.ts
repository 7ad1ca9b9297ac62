import type { Properties } from 'hast';
import type { Custom, MdastNode } from 'satteri';

/** What may stand in a body: Markdown's own nodes and HTML elements. */
export type Content = MdastNode | Custom;

/** An HTML element among the nodes of a body, for `.md` and `.mdx` alike. Properties have hast's names. */
export function element(
  name: string,
  properties: Properties,
  children: readonly Content[],
): Required<Pick<Custom, 'type' | 'data' | 'children'>> {
  // A type that Markdown does not know: Sätteri makes of it what `hName` says.
  return {
    type: `html-${name}`,
    data: { hName: name, hProperties: properties },
    children: [...children],
  };
}
