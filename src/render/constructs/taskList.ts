import type { SiteWords } from '#journal/words/languages/siteWords.ts';
import { labelHtml } from '../collect/bodyWords.ts';

/** Says in words, for those who do not see it, what the box of a task in a list shows. */
export function labelTasks(html: string, words: SiteWords): string {
  if (!html.includes('task-list-item')) return html;
  return html.replace(
    /(<li class="task-list-item">\s*(?:<p>\s*)?<input type="checkbox")(?! aria-label)( checked\b)?/g,
    (box, opening: string, checked: string | undefined) =>
      checked === undefined
        ? `${opening} ${labelHtml(words, 'taskToDo')}`
        : `${opening} ${labelHtml(words, 'taskDone')}${box.slice(opening.length)}`,
  );
}
