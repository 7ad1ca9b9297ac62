/** Words that mean nothing in Markdown but what they say. */
export function escapedWords(words: string): string {
  return words.replace(/[\\*_`<[\]]/g, '\\$&');
}

/** The alt text of a picture, in which the brackets around it would end or begin. */
export function escapedAlt(alt: string): string {
  return alt.replace(/[[\]]/g, '\\$&');
}
