import type { Element, Nodes } from 'hast';
import { decoded } from '../address/contentPath.ts';

/**
 * What stands in for an `object` or an `embed` where no page is: what is written within for those who cannot see it, else
 * a link; undefined where there is neither.
 */
export function insteadOf({ tagName, properties, children }: Element) {
  if (children.some(isShown)) return 'children';
  const url = properties[tagName === 'object' ? 'data' : 'src'];
  if (typeof url !== 'string' || url === '') return undefined;
  const label = properties['title'] ?? properties['ariaLabel'];
  const [path = ''] = url.split(/[?#]/);
  return {
    url,
    words: label ? String(label) : decoded(path.slice(path.lastIndexOf('/') + 1)) || url,
  };
}

function isShown(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return node.type === 'element' && node.tagName !== 'param';
}
