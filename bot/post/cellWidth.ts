const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

// The East Asian Width property is not among those of regular expressions: these are the scripts and blocks that it
// calls wide, and what is shown as a picture.
const wide =
  /^(?:\p{Emoji_Presentation}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6])/v;
const invisible = /^[\p{Mark}\p{Cf}\p{Cc}]+$/u;

/** How many cells of a monospaced line a text takes: two for a wide character, none for a mark without a letter. */
export function cellWidth(text: string): number {
  let cells = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (invisible.test(segment)) continue;
    cells += wide.test(segment) || segment.includes('\uFE0F') ? 2 : 1;
  }
  return cells;
}
