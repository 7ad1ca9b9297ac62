import * as z from 'zod';
import { line, rootPath, webAddress } from './text.ts';

const target = z.union([rootPath, webAddress], {
  error: 'a path that begins with /, or an address',
});

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
