const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** A text cut at the end of a sentence, else of a word, so that it has at most `limit` characters. */
export function excerptOf(text: string, limit = 200): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= limit) return plain;
  const found = [...sentences.segment(plain.slice(0, limit * 4))];
  let end = 0;
  for (const { index, segment } of found) {
    if (index + segment.trimEnd().length > limit) break;
    end = index + segment.trimEnd().length;
  }
  return end > 0 ? plain.slice(0, end) : `${firstWords(plain, limit)}`;
}

/** The first words of a text, at most `limit` characters, with an ellipsis where something was left out. */
export function firstWords(text: string, limit = 60): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= limit) return plain;
  let end = 0;
  for (const { index, segment } of words.segment(plain.slice(0, limit * 2))) {
    if (index + segment.length > limit - 1) break;
    end = index + segment.length;
  }
  return `${plain.slice(0, end).replace(/[\s\p{P}]+$/u, '')}…`;
}
