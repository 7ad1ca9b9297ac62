/**
 * Counts the line breaks of a text before offsets that come in rising order; one that comes out of order costs a count
 * from the beginning.
 */
export function lineBreaksBefore(text: string): (offset: number) => number {
  let count = 0;
  let counted = 0;
  let next = text.indexOf('\n');
  return (offset) => {
    if (offset < counted) {
      count = 0;
      next = text.indexOf('\n');
    }
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) count++;
    counted = offset;
    return count;
  };
}
