/** Comments, texts and addresses whole, so that brackets in them count for nothing; then single brackets. */
const pieces =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|\burl\(\s*(?!["'\s])(?:\\[\s\S]|[^)\\])*\)?|\\[\s\S]|[{}()[\]]/gi;

const closings: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

/**
 * The last thing of a style sheet that is opened and never closed, how it begins and on which 1-based line: CSS closes all of
 * them at the end, without a word.
 */
export function unclosedIn(source: string) {
  const open: { readonly closing: string; readonly at: number; readonly opening: string }[] = [];
  for (const { 0: piece, index } of source.matchAll(pieces)) {
    const closing = closings[piece];
    if (closing !== undefined) open.push({ closing, at: index, opening: piece });
    else if (piece === open.at(-1)?.closing) open.pop();
    else if (piece.startsWith('/*') && !/^\/\*[\s\S]*\*\/$/.test(piece))
      open.push({ closing: '*/', at: index, opening: '/*' });
  }
  const last = open.at(-1);
  return last && { line: source.slice(0, last.at).split('\n').length, opening: last.opening };
}
