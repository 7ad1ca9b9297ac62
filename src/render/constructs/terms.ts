import type { Properties } from 'hast';
import type { List, ListItem } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** The attributes of an unordered list of which each item begins with a bold term, then `:`, ` –` or ` —`. */
export function termsOf({ ordered, children }: Readonly<List>): Properties | undefined {
  return !ordered && children.every(isTerm) ? { className: ['terms'] } : undefined;
}

function isTerm({ checked, children }: ListItem): boolean {
  const [first] = children;
  if (typeof checked === 'boolean' || first?.type !== 'paragraph') return false;
  const [term, after] = first.children;
  if (term?.type !== 'strong') return false;
  if (/\S\s*[:：]$/.test(textOf(term))) return true;
  return after?.type === 'text' && /^(?:\s?[:：]|\s[–—](?:\s|$))/.test(after.value);
}
