import * as z from 'zod';

/** Text with something in it. */
export const words = z
  .string({ error: 'text' })
  .refine((text) => text.trim() !== '', { error: 'text that is not empty' });

/** `true` or `false`; every scalar of the front matter arrives as text. */
export const flag = z
  .string({ error: 'true or false' })
  .refine((text) => text === 'true' || text === 'false', { error: 'true or false' })
  .transform((text) => text === 'true');

/** A whole number from 1 on. */
export const count = z
  .string({ error: 'a whole number from 1 on' })
  .regex(/^[1-9]\d{0,5}$/, { error: 'a whole number from 1 on' })
  .transform(Number);

/** An address with http or https. */
export const webAddress = z
  .string({ error: 'an address that begins with https://' })
  .refine(isWebAddress, {
    error: 'an address that begins with https:// (or http://)',
  });

/** A path from the site's root, such as `/about/`. */
export const rootPath = z
  .string({ error: 'a path that begins with /' })
  .regex(/^\/(?!\/)[^\s?#\\]*$/, { error: 'a path that begins with / and has no space, ? or #' })
  .refine((path) => !path.split('/').some((segment) => segment === '..' || segment === '.'), {
    error: 'a path without . or .. in it',
  });

/** The name of a file in the content folder, as ids of series, pages and authors use it. */
export const identifier = z
  .string({ error: 'an id' })
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u, { error: 'an id of letters, digits, - and _' });

/** A language tag as in HTML's `lang` (BCP 47). */
export const language = z
  .string({ error: 'a language tag such as en or pt-BR' })
  .refine(isLanguage, {
    error: 'a language tag such as en or pt-BR',
  });

/** One text or a list of them; always a list when parsed. */
export const wordsList = z
  .union([words, z.array(words)], { error: 'a list of texts' })
  .transform((value) => (typeof value === 'string' ? [value] : value));

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
