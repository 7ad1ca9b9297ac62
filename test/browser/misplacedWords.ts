/**
 * Lines of text that a reader cannot read: they lie beyond an edge of the window, or upon words of another block.
 * What is cut on purpose (for screen readers alone) and what scrolls sideways in a box of its own is left out. Runs in
 * the page.
 */
export function misplacedWords(): string[] {
  const lines: { words: string; block: Element; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = (node.textContent ?? '').trim();
    const parent = node.parentElement;
    if (words === '' || !parent?.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest('.sr-only, .skip, pre, .table, math, script, style')) continue;
    let block = parent;
    while (getComputedStyle(block).display.startsWith('inline') && block.parentElement)
      if (['absolute', 'fixed'].includes(getComputedStyle(block).position)) break;
      else block = block.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 1) lines.push({ words: words.slice(0, 40), block, box });
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  const problems = new Set<string>();
  for (const [at, { words, block, box }] of lines.entries()) {
    if (box.left < -0.5 || box.right > innerWidth + 0.5) problems.add(`"${words}" beyond the edge`);
    for (const other of lines.slice(at + 1)) {
      if (other.box.top > box.bottom) break;
      if (block === other.block) continue;
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (wide > 2 && high > Math.min(box.height, other.box.height) / 2)
        problems.add(`"${words}" and "${other.words}" on each other`);
    }
  }
  return [...problems];
}
