/** A part of a text that looks or does something of its own, in the words of the Bot API. */
export interface Mark {
  readonly type: string;
  /** In UTF-16 units, as Telegram counts. */
  readonly offset: number;
  readonly length: number;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
}

/** A text with its marks. */
export interface MarkedText {
  readonly text: string;
  readonly entities: readonly Mark[];
}

/** Words within signs: what they say, what the signs make of them, and where these end. */
interface Found {
  readonly inner: MarkedText;
  readonly mark: Pick<Mark, 'type' | 'url' | 'language'>;
  readonly end: number;
}

/** What stands on both sides of words, the longer first. Single signs count only around whole words. */
const signs = [
  ['**', 'bold'],
  ['__', 'italic'],
  ['~~', 'strikethrough'],
  ['||', 'spoiler'],
  ['*', 'italic'],
  ['_', 'italic'],
] as const;

const escapable = /[\\*_~|`[\]()]/;

/**
 * What somebody types becomes what a chat client sends: `**bold**`, `__italic__`, `~~struck out~~`, `||hidden||`, code in
 * backticks, and `[words](https://…)`. A backslash keeps the sign behind it.
 */
export function markedText(typed: string): MarkedText {
  const { text, entities } = nested(typed, [], false);
  const codes = entities.filter(({ type }) => type === 'code' || type === 'pre');
  const links = entities.filter(({ type }) => type === 'text_link');
  const styles = [...new Set(signs.map(([, style]) => style))].flatMap((style) =>
    joined(entities.filter(({ type }) => type === style).flatMap((mark) => outside(codes, mark))),
  );
  return {
    text,
    entities: [
      ...styles.flatMap((mark) => trimmed(mark, text)),
      ...links.flatMap((mark) => outside(codes, mark)),
      ...codes,
    ],
  };
}

/** What is typed with its marks as they stand in each other. No style stands in itself, and no link in another. */
function nested(typed: string, styles: readonly string[], isLinked: boolean): MarkedText {
  let text = '';
  const entities: Mark[] = [];
  for (let at = 0; at < typed.length; ) {
    const found =
      codeAt(typed, at) ??
      (isLinked ? undefined : linkAt(typed, at, styles)) ??
      styledAt(typed, at, styles, isLinked);
    if (found) {
      const { mark, inner, end } = found;
      const offset = text.length;
      entities.push({ ...mark, offset, length: inner.text.length });
      entities.push(...inner.entities.map((one) => ({ ...one, offset: one.offset + offset })));
      text += inner.text;
      at = end;
      continue;
    }
    if (typed[at] === '\\' && escapable.test(typed[at + 1] ?? '')) at++;
    text += typed[at++];
  }
  return { text, entities };
}

function codeAt(typed: string, at: number): Found | undefined {
  const rest = typed.slice(at);
  const [block, language, lines] = /^```(?:([\w+#-]+)\n|\n?)([\s\S]+?)\n?```/.exec(rest) ?? [];
  const [inline, words] = block === undefined ? (/^`([^`\n]+)`/.exec(rest) ?? []) : [];
  const [whole, text] = [block ?? inline, lines ?? words];
  if (whole === undefined || text === undefined) return undefined;
  const mark = { type: block === undefined ? 'code' : 'pre', ...(language && { language }) };
  return { mark, inner: { text, entities: [] }, end: at + whole.length };
}

function linkAt(typed: string, at: number, styles: readonly string[]): Found | undefined {
  const [whole, words, url] =
    /^\[((?:\\.|[^\]\\\n])+)\]\((https?:\/\/[^\s()]+)\)/.exec(typed.slice(at)) ?? [];
  if (whole === undefined || words === undefined || url === undefined) return undefined;
  const inner = nested(words, styles, true);
  return { mark: { type: 'text_link', url }, inner, end: at + whole.length };
}

function styledAt(
  typed: string,
  at: number,
  styles: readonly string[],
  isLinked: boolean,
): Found | undefined {
  for (const [sign, type] of signs) {
    if (!typed.startsWith(sign, at) || styles.includes(type)) continue;
    const words = innerOf(typed, at, sign);
    if (words === undefined) continue;
    const inner = nested(words, [...styles, type], isLinked);
    return { mark: { type }, inner, end: at + words.length + 2 * sign.length };
  }
  return undefined;
}

/** The words between a sign and the next one like it, where they begin and end with more than a space. */
function innerOf(typed: string, at: number, sign: string): string | undefined {
  const start = at + sign.length;
  const around = [typed[at - 1] ?? '', typed[start] ?? ''];
  if (sign.length === 1 && (around.includes(sign) || /[\p{L}\p{N}]/u.test(around[0] ?? '')))
    return undefined;
  for (let end = start + 1; end <= typed.length - sign.length; end++) {
    if (!typed.startsWith(sign, end) || isKept(typed, end)) continue;
    const after = typed[end + sign.length] ?? '';
    if (sign.length === 1 && (/[\p{L}\p{N}]/u.test(after) || after === sign)) continue;
    // Of three signs the last two end what two began.
    if (sign.length === 2 && after === sign[0] && typed[end - 1] !== sign[0]) continue;
    const inner = typed.slice(start, end);
    return inner.trim() === inner && inner !== '' ? inner : undefined;
  }
  return undefined;
}

/** Whether a backslash keeps the sign at a place, and not another backslash. */
function isKept(typed: string, at: number): boolean {
  const before = /\\*$/.exec(typed.slice(0, at))?.[0] ?? '';
  return before.length % 2 === 1;
}

/** The parts of a mark that are no code, which has no style and is no link. */
function outside(codes: readonly Mark[], mark: Mark): Mark[] {
  const end = mark.offset + mark.length;
  const within = codes.filter(({ offset }) => offset >= mark.offset && offset < end);
  const starts = [mark.offset, ...within.map(({ offset, length }) => offset + length)];
  return starts
    .map((offset, place) => ({ ...mark, offset, length: (within[place]?.offset ?? end) - offset }))
    .filter(({ length }) => length > 0);
}

/** Of marks of one style, one for those that touch. */
function joined(marks: readonly Mark[]): Mark[] {
  const found: Mark[] = [];
  for (const mark of marks) {
    const last = found.at(-1);
    if (last && last.offset + last.length === mark.offset)
      found.splice(-1, 1, { ...last, length: last.length + mark.length });
    else found.push(mark);
  }
  return found;
}

/** Beside code a style would begin or end with a space: there it shows nothing. */
function trimmed(mark: Mark, text: string): Mark[] {
  const words = text.slice(mark.offset, mark.offset + mark.length);
  const offset = mark.offset + words.length - words.trimStart().length;
  const { length } = words.trim();
  return length > 0 ? [{ ...mark, offset, length }] : [];
}
