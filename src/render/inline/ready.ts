import type { MdastNode } from 'satteri';

/**
 * HTML that is finished, as a node of the text. In Markdown it keeps the parser on its fast path. MDX would read it as
 * MDX once more, emphasis and braces included, so there it goes into the page as a property.
 */
export function readyHtml(value: string, format: 'md' | 'mdx'): MdastNode {
  if (format === 'md') return { type: 'html', value };
  return {
    type: 'mdxJsxTextElement',
    name: 'Fragment',
    attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value }],
    children: [],
  };
}
