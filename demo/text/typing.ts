import type { Mark, MarkedText } from './typed.ts';

const pairs: Readonly<Record<string, readonly [open: string, close: string]>> = {
  bold: ['**', '**'],
  italic: ['__', '__'],
  strikethrough: ['~~', '~~'],
  spoiler: ['||', '||'],
  code: ['`', '`'],
};

/** A message as its writer would type it, for the field in which it is edited: what `markedText` reads back. */
export function typedText({ text, entities }: MarkedText): string {
  const marks = entities.filter((mark) => signsOf(mark) !== undefined);
  let typed = '';
  for (let at = 0; at <= text.length; at++) {
    const ending = marks.filter((mark) => mark.offset + mark.length === at);
    // What began last ends first.
    for (const mark of ending.toSorted(byBegin).toReversed()) typed += signsOf(mark)?.[1] ?? '';
    const beginning = marks.filter((mark) => mark.offset === at);
    for (const mark of beginning.toSorted(byBegin)) typed += signsOf(mark)?.[0] ?? '';
    typed += escaped(text, at, marks);
  }
  return typed;
}

function byBegin(a: Mark, b: Mark): number {
  return a.offset - b.offset || b.length - a.length || rank(a) - rank(b);
}

/** Of marks on the same words, in which order they stand around them. */
function rank({ type }: Mark): number {
  return ['text_link', 'bold', 'italic', 'strikethrough', 'spoiler'].indexOf(type);
}

function signsOf(mark: Mark): readonly [string, string] | undefined {
  if (mark.type === 'text_link') return ['[', `](${mark.url ?? ''})`];
  if (mark.type === 'pre') return [`\`\`\`${mark.language ?? ''}\n`, '\n```'];
  return pairs[mark.type];
}

function escaped(text: string, at: number, marks: readonly Mark[]): string {
  const sign = text[at] ?? '';
  const isCode = marks.some(
    ({ type, offset, length }) =>
      (type === 'code' || type === 'pre') && at >= offset && at < offset + length,
  );
  // Beside the signs of a mark, one of the text would be read together with them.
  const isAtEdge = marks.some((mark) =>
    [mark.offset, mark.offset + mark.length].some((edge) => edge === at || edge === at + 1),
  );
  const isEscaped = /[\\*`[\]]|[_~|]/.test(sign) && (isAtEdge || mayMean(text, at));
  return !isCode && isEscaped ? `\\${sign}` : sign;
}

/** Within words `_` means nothing, and `~` and `|` mean something only in pairs. */
function mayMean(text: string, at: number): boolean {
  const [before = '', sign = '', after = ''] = [text[at - 1], text[at], text[at + 1]];
  if (sign === '_') return !/\w/.test(before) || !/\w/.test(after) || after === '_';
  if (sign === '~' || sign === '|') return before === sign || after === sign;
  return true;
}
