/**
 * Words of other people, for the owner to read in private: what looks like a command there would be sent by a tap on it,
 * in the owner's name. It looks the same and is no command.
 */
export function withoutLinks(words: string): string {
  return words.replace(/(?<![\w/<>])\/(?=\w)/g, '/\u2060');
}
