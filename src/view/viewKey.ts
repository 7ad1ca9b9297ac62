import { digestOf } from '../cache/bodies.ts';

/**
 * The key under which an unchanged page is kept from build to build: a digest of the very object that the page renders
 * from. A function in it does not count: it gives what a digest beside it stands for.
 */
export function viewKey(view: object): string {
  return digestOf(JSON.stringify(view));
}
