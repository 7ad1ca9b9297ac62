/**
 * Marks lines of highlighted code. `html` is text with `span` elements, which may run over several lines: within a mark
 * they are closed at its end and opened anew behind it, so that elements never cross.
 */
export function markLines(html: string, marked: ReadonlySet<number>): string {
  const open: string[] = [];
  return html
    .split('\n')
    .map((line, index) => {
      const before = open.join('');
      for (const [tag] of line.matchAll(/<[^>]*>/g)) {
        if (tag.startsWith('</')) open.pop();
        else open.push(tag);
      }
      const whole = `${before}${line}\n${'</span>'.repeat(open.length)}`;
      return marked.has(index + 1) ? `<mark class="line">${whole}</mark>` : whole;
    })
    .join('');
}
