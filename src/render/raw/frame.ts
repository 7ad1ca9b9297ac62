import type { Link, Paragraph, Text } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { frameLink } from '#journal/text/html/frame.ts';
import { escapeHtml } from '../html/html.ts';

/** The link in place of an `iframe` of raw HTML; empty where it has no address. `link` gives the address to show. */
export function frameHtml(
  attributes: ReadonlyMap<string, string>,
  link: (url: string) => string,
): string {
  const frame = frameLink(attributes.get('src'), attributes.get('title'));
  if (!frame) return '';
  const href = link(frame.url);
  const words = escapeHtml(frame.words);
  return href === ''
    ? `<span class="${frame.className}">${words}</span>`
    : `<a class="${frame.className}" href="${escapeHtml(href)}">${words}</a>`;
}

/** The link in place of an `iframe` of MDX; undefined for other elements, and where its address is computed. */
export function frameNode(
  node: Readonly<MdxJsxFlowElement | MdxJsxTextElement>,
  link: (url: string) => string,
): Paragraph | Link | Text | undefined {
  if (node.name !== 'iframe') return undefined;
  const attribute = (name: string) => {
    const found = node.attributes.find(
      (one) => one.type === 'mdxJsxAttribute' && one.name === name,
    );
    return typeof found?.value === 'string' ? found.value : undefined;
  };
  const frame = frameLink(attribute('src'), attribute('title'));
  if (!frame) return undefined;
  const url = link(frame.url);
  const words: Text = { type: 'text', value: frame.words };
  const shown: Link | Text =
    url === ''
      ? words
      : {
          type: 'link',
          url,
          data: { hProperties: { className: [frame.className] } },
          children: [words],
        };
  return node.type === 'mdxJsxFlowElement' ? { type: 'paragraph', children: [shown] } : shown;
}
