import type { List, ListItem } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** Whether each item of an unordered list begins with a bold term, then `:`, ` –` or ` —`. */
export function isListOfTerms({ ordered, children }: Readonly<List>): boolean {
  return !ordered && children.every(isTerm);
}

function isTerm({ checked, children }: ListItem): boolean {
  const [first] = children;
  if (typeof checked === 'boolean' || first?.type !== 'paragraph') return false;
  const [term, after] = first.children;
  if (term?.type !== 'strong') return false;
  if (/\S\s*[:：]$/.test(textOf(term))) return true;
  return after?.type === 'text' && /^(?:\s?[:：]|\s[–—](?:\s|$))/.test(after.value);
}
