import type { Link, Paragraph } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { frameLink } from '#journal/frame.ts';
import { anyTag, attributesOf, escapeHtml } from './html.ts';

/** Raw HTML in which links stand in for `iframe` elements. `link` takes an address and gives the one to show. */
export function withoutFrames(html: string, link: (url: string) => string): string {
  if (!/<\/?iframe/i.test(html)) return html;
  const isBlock = /^\s*<iframe[\s/>][\s\S]*<\/iframe\s*>\s*$/i.test(html);
  const linked = html
    .replace(anyTag, (tag) => {
      if (!/^<iframe[\s/>]/i.test(tag)) return tag;
      const attributes = attributesOf(tag);
      const frame = frameLink(attributes.get('src'), attributes.get('title'));
      if (!frame) return '';
      const href = escapeHtml(link(frame.url));
      return `<a class="${frame.className}" href="${href}">${escapeHtml(frame.words)}</a>`;
    })
    .replace(/<\/iframe\s*>/gi, '');
  return isBlock ? `<p>${linked.trim()}</p>` : linked;
}

/** The link in place of an `iframe` of MDX; undefined for other elements, and where its address is computed. */
export function frameNode(
  node: Readonly<MdxJsxFlowElement | MdxJsxTextElement>,
  link: (url: string) => string,
): Paragraph | Link | undefined {
  if (node.name !== 'iframe') return undefined;
  const attribute = (name: string) => {
    const found = node.attributes.find(
      (one) => one.type === 'mdxJsxAttribute' && one.name === name,
    );
    return typeof found?.value === 'string' ? found.value : undefined;
  };
  const frame = frameLink(attribute('src'), attribute('title'));
  if (!frame) return undefined;
  const shown: Link = {
    type: 'link',
    url: link(frame.url),
    data: { hProperties: { className: [frame.className] } },
    children: [{ type: 'text', value: frame.words }],
  };
  return node.type === 'mdxJsxFlowElement' ? { type: 'paragraph', children: [shown] } : shown;
}
