import type { DefaultTreeAdapterTypes, Token } from 'parse5';
import { fragmentOf } from '../html/fragment.ts';

/**
 * HTML without its comments: what a writer puts into one is for nobody who reads, and a page's source is public. What
 * browsers find in the rest stays the same: where the signs around a comment would make a tag or a character together, an
 * empty one stands between them.
 */
export function withoutComments(html: string): string {
  if (!html.includes('<!--')) return html;
  const root = fragmentOf(html, { scriptingEnabled: false, sourceCodeLocationInfo: true });
  const places = placesOf(root).sort((a, b) => a.startOffset - b.startOffset);
  const kept: string[] = [];
  let end = 0;
  for (const { startOffset, endOffset } of places) {
    const before = html.slice(end, startOffset);
    kept.push(before, /(?:<|&[#\w]*)$/.test(before.slice(-longestName)) ? '<!---->' : '');
    end = endOffset;
  }
  return kept.join('') + html.slice(end);
}

/** Of a character reference, with some to spare: `&CounterClockwiseContourIntegral;` is the longest. */
const longestName = 40;

function placesOf(parent: DefaultTreeAdapterTypes.ParentNode): Token.Location[] {
  return parent.childNodes.flatMap((child) => {
    if (child.nodeName === '#comment')
      return child.sourceCodeLocation ? [child.sourceCodeLocation] : [];
    if (!('tagName' in child)) return [];
    return placesOf('content' in child ? child.content : child);
  });
}
