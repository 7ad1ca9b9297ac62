/** Says in words, for those who do not see it, what the box of a task in a list shows. */
export function labelTasks(html: string): string {
  if (!html.includes('task-list-item')) return html;
  return html.replace(
    /(<li class="task-list-item">\s*(?:<p>)?\s*<input type="checkbox")(?! aria-label)( checked\b)?/g,
    (box, opening: string, checked: string | undefined) =>
      checked === undefined
        ? `${opening} aria-label="to do"`
        : `${opening} aria-label="done"${box.slice(opening.length)}`,
  );
}
