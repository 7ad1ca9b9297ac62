import type { List, ListItem } from 'mdast';
import { quotationAmong, type Styles } from './postText.ts';
import type { Rendering } from './rendering.ts';

/** Writes a list, an item a line, lists within it indented: `•`, the number, or `☑` and `☐` for tasks. */
export function writeList(list: List, styles: Styles, depth: number, rendering: Rendering): void {
  const lineBreak = () => rendering.out.append('\n', quotationAmong(styles));
  for (const [index, item] of list.children.entries()) {
    if (index > 0) lineBreak();
    rendering.out.append(`${'  '.repeat(depth)}${markOf(item, index, list)} `, styles);
    for (const [position, child] of item.children.entries()) {
      if (position > 0) lineBreak();
      if (child.type === 'list') writeList(child, styles, depth + 1, rendering);
      else rendering.blocks([child], styles, true);
    }
  }
}

function markOf({ checked }: ListItem, index: number, { ordered, start }: List): string {
  if (typeof checked === 'boolean') return checked ? '☑' : '☐';
  return ordered ? `${(start ?? 1) + index}.` : '•';
}
