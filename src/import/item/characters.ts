import { forbiddenCharacter } from '#journal/fault/characters.ts';
import { misread, typedSign } from './misread.ts';
import type { Notes } from './notes.ts';

/**
 * A text without the characters that none may have, which nobody sees; those that Windows wrote for others are these. `notes`
 * tell which they were.
 */
export function plainText(text: string, notes: Notes): string {
  const whole = text.toWellFormed();
  if (!forbiddenCharacter.test(whole)) return whole;
  return whole.replace(new RegExp(forbiddenCharacter, 'gu'), (sign) => {
    const typed = sign < '\u00A0' ? typedSign(sign) : sign;
    if (typed !== sign) {
      notes.changed(misread, 'the characters that were meant');
      return typed;
    }
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    notes.left(`character U+${code}`, 'nobody sees it, and no feed can carry it');
    return '';
  });
}
