import { failureWords } from '#journal/fault/ownFailure.ts';

/** Why one text could not be written, and what to do about it. */
export function reasonIn(error: unknown): string {
  if (error instanceof RangeError && /call stack/.test(error.message))
    return 'it has thousands of elements within each other, and cannot be read; expected a text that a browser shows; take away what is around it, and import again';
  const words = failureWords(error);
  const [, fault] = /^The front matter cannot be edited: (.*)$/s.exec(words) ?? [];
  return fault === undefined
    ? words
    : `its text has ${fault}; expected a text that can be a page; mend it in the export, and import again`;
}
