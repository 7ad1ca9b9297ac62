/**
 * A character that no text of a journal may have: controls other than tab and line ends, and what XML refuses beside them.
 * It is invisible, and a feed with it cannot be read.
 */
export const forbiddenCharacter = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/u;

/** A character that changes the direction of the words behind it, and does not end where a name ends. */
export const directionControl = /[\u202A-\u202E\u2066-\u2069]/u;

/** Whether a text has a character that no text may have, or half of a surrogate pair. */
export function hasForbiddenCharacter(text: string): boolean {
  return !text.isWellFormed() || forbiddenCharacter.test(text);
}

/** A text with a space for each character that no text may have: what counts its units goes on counting right. */
export function withoutForbiddenCharacters(text: string): string {
  return text.toWellFormed().replace(new RegExp(forbiddenCharacter, 'gu'), ' ');
}

/** A name as one line, without what cannot be seen and would reach over its end. */
export function plainName(text: string): string {
  return text
    .toWellFormed()
    .replace(new RegExp(directionControl, 'gu'), '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\uFFFE\uFFFF]+/gu, ' ');
}
