import { join } from 'node:path';
import { siteBase } from '#journal/address/base.ts';
import { siteUrlIn } from '#journal/content/siteAddress.ts';
import { textIfThere } from '../files/textIfThere.ts';

/** What stands before each path of a journal on its host, by the `site.yaml` of a content folder; nothing where it does not say. */
export function ownBase(root: string): string {
  const text = Buffer.from(textIfThere(join(root, 'site.yaml')), 'latin1').toString();
  return siteBase(siteUrlIn(text) ?? '');
}

/**
 * Refuses what Astro was told of the path below which the site is, where `site.yaml` says otherwise.
 *
 * @throws with what is to be done.
 */
export function checkBase(given: string, base: string): void {
  const bare = given.replace(/^\/|\/+$/g, '');
  if (bare === '' || `/${bare}` === base) return;
  throw new Error(
    `Astro was told that the site is below ${given}, and "url" of site.yaml says ${base === '' ? 'nothing of it' : `${base}/`}. Expected that path in "url" alone, such as url: https://journal.example/${bare}. Take "base" out of astro.config.mjs or the command.`,
  );
}
