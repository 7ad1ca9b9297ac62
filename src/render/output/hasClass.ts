import type { Element } from 'hast';

/** Whether an element has a class. */
export function hasClass({ properties }: Element, name: string): boolean {
  const classes = properties['className'];
  return Array.isArray(classes) && classes.includes(name);
}
