import * as z from 'zod';
import { partsOf } from '../address/address.ts';
import { normalizePath } from '../address/permalink.ts';
import { isLinkable, schemeOf } from '../address/scheme.ts';
import { line, rootPath, typedPathTrouble, webAddress } from './text.ts';

const target = z.union(
  [
    rootPath,
    z.string().refine(isPlaceOnPage).overwrite(withNormalPath),
    webAddress,
    z.string().refine(isOtherAddress),
  ],
  { error: 'a path that begins with /, or an address' },
);

/** Whether a path has a query or a fragment behind it. */
function isPlaceOnPage(written: string): boolean {
  const { pathname, query, fragment } = partsOf(written);
  return query + fragment !== '' && !/\s/.test(written) && typedPathTrouble(pathname) === undefined;
}

/** Such a path as {@link rootPath} has it; what stands behind stays as it is written. */
function withNormalPath(written: string): string {
  const { pathname, query, fragment } = partsOf(written);
  return normalizePath(pathname) + query + fragment;
}

/** Whether an address is that of somebody to write to or to call, such as `mailto:me@example.org`. */
function isOtherAddress(written: string): boolean {
  const isWeb = /^https?$/.test(schemeOf(written) ?? 'http');
  return !isWeb && isLinkable(written) && /^[a-z][a-z0-9+.-]*:[^\s\p{Cc}]+$/iu.test(written);
}

/** A link that every page has. */
export const navLinkSchema = z.strictObject({
  /** Its words. */
  label: line,
  /** Where it leads. */
  path: target,
});

/** The same, or several below one label. */
export const navItemSchema = z
  .strictObject({
    /** Its words. */
    label: line,
    /** Where it leads. */
    path: target.optional(),
    /** Links below this label, in place of a path. */
    entries: z.array(navLinkSchema).min(1, { error: 'one link at least' }).optional(),
  })
  .superRefine(({ path, entries }, context) => {
    if ((path === undefined) === (entries === undefined))
      context.addIssue({
        code: 'custom',
        message: 'a "label" with a "path", or with "entries" below it',
      });
  });
