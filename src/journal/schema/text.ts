import * as z from 'zod';
import { pathTrouble } from '../address/pathRules.ts';
import { normalizePath } from '../address/permalink.ts';
import { freeName, isReservedName } from '../address/reservedName.ts';
import { isLanguage } from '../words/languageTag.ts';
import { parseMoment } from './moment.ts';

/** Text that passes a test; of all else it is said what was expected. */
export function textThat(expected: string, isRight: (text: string) => boolean): z.ZodString {
  return z.string({ error: expected }).refine(isRight, { error: expected });
}

/** Text with something in it. */
export const words = z
  .string({ error: 'text' })
  .refine((text) => text.trim() !== '', { error: 'text that is not empty' });

/** The same as it is typed, where it is one line. */
export const unbroken = words.refine((text) => !/\p{Cc}/u.test(text), {
  error: 'one line without control characters',
});

/** The same on one line, whatever YAML made of how it is written: `>` leaves a line break at its end. */
export const line = words.overwrite(onOneLine);

/** What a picture shows, on one line; empty where it only decorates. */
export const altText = z
  .string({ error: 'alt text; write alt: "" if the picture only decorates' })
  .overwrite(onOneLine);

function onOneLine(text: string): string {
  const lines = text.split(/[\r\n]+/).map((one) => one.trim());
  return lines.filter((one) => one !== '').join(' ');
}

/** `true` or `false`; every scalar of the front matter arrives as text. */
export const flag = textThat('true or false', (text) => /^(?:true|false)$/.test(text)).transform(
  (text) => text === 'true',
);

/** A whole number from 1 on. */
export const count = textThat('a whole number from 1 on', (text) =>
  /^[1-9]\d{0,5}$/.test(text),
).transform(Number);

/** An address with http or https. */
export const webAddress = textThat(
  'an address that begins with https:// (or http://)',
  isWebAddress,
);

/** A path from the site's root, such as `/about/`: decoded once, and in the form of `normalPath`. */
export const rootPath = z
  .string({ error: 'a path that begins with /' })
  .superRefine((typed, context) => refuse(typedPathTrouble(typed), context))
  .overwrite(normalizePath);

/** Why a path as it is typed, escaped or not, cannot be one from the site's root; undefined where it can. */
export function typedPathTrouble(typed: string): string | undefined {
  return /^\/(?!\/)[^\s?#\\]*$/.test(typed)
    ? pathTrouble(normalizePath(typed))
    : 'a path that begins with / and has no space, ? or #';
}

/** One of them or a list of them; always a list when parsed. */
export function oneOrMore<One extends z.ZodType>(one: One, error: z.core.$ZodErrorMap | string) {
  return z.union([one.transform((value) => [value]), z.array(one)], { error });
}

/** Old paths: one, or a list of them. */
export const oldPaths = oneOrMore(
  rootPath,
  ({ input }) =>
    (typeof input === 'string' && input.startsWith('/') && typedPathTrouble(input)) ||
    'an old path that begins with /, or a list of them',
);

/** Tells what was expected, where that is not there. */
export function refuse(expected: string | undefined, context: z.RefinementCtx): void {
  if (expected !== undefined) context.addIssue({ code: 'custom', message: expected });
}

/** The name of a file in the content folder, as ids of series, pages and authors use it; in NFC, as names of files are. */
export const identifier = z
  .string({ error: 'an id' })
  .normalize('NFC')
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u, { error: 'an id of letters, digits, - and _' })
  .refine((id) => !isReservedName(id), { error: freeName });

/** A language tag as in HTML's `lang` (BCP 47). */
export const language = textThat('a language tag such as en or pt-BR', isLanguage);

/** A date (`2026-11-21`) or a date-time with offset (`2026-11-21T09:30:00+01:00`), kept as it was typed. */
export const when = textThat(
  'a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00',
  (text) => parseMoment(text, 'UTC') !== undefined,
);

/** One text or a list of them. */
export const wordsList = oneOrMore(line, 'a list of texts');

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.parse(text) !== null;
}
