import type { Nodes } from 'mdast';
import { placeOf } from '#journal/text/inline/place.ts';
import { isJsxLink } from '../collect/brackets.ts';

/** Where in a body something stands within a link that is written as HTML, by offsets. */
export class Anchors {
  readonly #ranges: { readonly start: number; readonly end: number }[] = [];
  /** The outermost of them in their order, once something is looked for. */
  #ordered: { readonly start: number; readonly end: number }[] | undefined;

  /** Whether something that begins at an offset stands within such a link. */
  has(offset: number): boolean {
    this.#ordered ??= outermost(this.#ranges);
    let low = 0;
    let high = this.#ordered.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#ordered[middle]?.start ?? offset) < offset) low = middle + 1;
      else high = middle;
    }
    return offset < (this.#ordered[low - 1]?.end ?? 0);
  }

  /** Looks for links of HTML among nodes. One that is never closed ends where the next begins, and holds nothing. */
  find(node: Readonly<Nodes>): void {
    if (!('children' in node)) return;
    let begun: number | undefined;
    for (const child of node.children) {
      const place = placeOf({ position: child.position });
      if (place && isJsxLink(child)) this.#ranges.push(place);
      if (child.type !== 'html' || !place) {
        this.find(child);
        continue;
      }
      for (const { isEnd, index } of anchorTags(child.value)) {
        const at = place.start + index;
        if (isEnd && begun !== undefined) this.#ranges.push({ start: begun, end: at });
        begun = isEnd ? undefined : at;
      }
    }
  }
}

/** Those that end behind all before them, by where they begin. */
function outermost<T extends { readonly start: number; readonly end: number }>(
  ranges: readonly T[],
): T[] {
  let end = 0;
  return [...ranges]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      const isBehind = one.end > end;
      end = Math.max(end, one.end);
      return isBehind;
    });
}

function anchorTags(html: string): { isEnd: boolean; index: number }[] {
  return [...html.matchAll(/<(\/?)a(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'">])*>/gi)].flatMap((match) => {
    const isEnd = match[1] === '/';
    // One without an address is a place to lead to.
    return isEnd || /[\s/]href\s*=/i.test(match[0]) ? [{ isEnd, index: match.index }] : [];
  });
}
