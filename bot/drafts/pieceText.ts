/** The file with one more piece: in front of `behind`, where that is a block of it, else at its end. */
export function withPiece(source: string, markdown: string, behind: string | undefined): string {
  if (markdown === '') return source;
  const at = behind === undefined ? undefined : pieceAt(source, behind);
  return at !== undefined && behind !== undefined && isBlock(source, at, behind)
    ? `${source.slice(0, at)}${markdown}\n\n${source.slice(at)}`
    : `${source.trimEnd()}\n\n${markdown}\n`;
}

/** Where a piece stands in a file, if that is certain: as a block of its own, else as the only such text. */
export function pieceAt(source: string, markdown: string): number | undefined {
  const places = placesOf(source, markdown);
  const blocks = places.filter((at) => isBlock(source, at, markdown));
  const certain = blocks.length > 0 ? blocks : places;
  return certain.length === 1 ? certain[0] : undefined;
}

/** Whether a piece stands in a file as a block of its own. */
export function hasBlock(source: string, markdown: string): boolean {
  return placesOf(source, markdown).some((at) => isBlock(source, at, markdown));
}

/** Every place at which a file has these characters. */
export function placesOf(source: string, markdown: string): number[] {
  const places: number[] = [];
  if (markdown === '') return places;
  for (let at = source.indexOf(markdown); at !== -1; at = source.indexOf(markdown, at + 1))
    places.push(at);
  return places;
}

/** Whether empty lines, or the ends of the text, are around it. */
function isBlock(source: string, at: number, markdown: string): boolean {
  const end = at + markdown.length;
  return (
    source.slice(0, at).endsWith('\n\n') &&
    (end >= source.trimEnd().length || source.startsWith('\n\n', end))
  );
}
