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

/** A run of words that all have the same marks. */
interface Run {
  readonly text: string;
  readonly styles: readonly string[];
  /** One object for each link, so that two of them side by side stay two. */
  readonly link: { readonly url: string } | undefined;
  readonly code: { readonly language: string | undefined; readonly isBlock: boolean } | undefined;
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
  const runs = runsOf(typed, [], undefined);
  const text = runs.map((run) => run.text).join('');
  return { text, entities: [...styleMarks(runs), ...linkMarks(runs), ...codeMarks(runs)] };
}

function runsOf(typed: string, styles: readonly string[], link: Run['link']): Run[] {
  const runs: Run[] = [];
  let plain = '';
  const end = () => {
    if (plain !== '') runs.push({ text: plain, styles, link, code: undefined });
    plain = '';
  };
  for (let at = 0; at < typed.length; ) {
    const found =
      codeAt(typed, at) ??
      (link ? undefined : linkAt(typed, at, styles)) ??
      styledAt(typed, at, styles, link);
    if (found) {
      end();
      runs.push(...found.runs);
      at = found.end;
      continue;
    }
    if (typed[at] === '\\' && escapable.test(typed[at + 1] ?? '')) at++;
    plain += typed[at];
    at++;
  }
  end();
  return runs;
}

interface Found {
  readonly runs: readonly Run[];
  readonly end: number;
}

function codeAt(typed: string, at: number): Found | undefined {
  const rest = typed.slice(at);
  const block = /^```(?:([\w+#-]+)\n|\n?)([\s\S]+?)\n?```/.exec(rest);
  const [whole, language, text] = block ?? [];
  if (whole !== undefined && text !== undefined)
    return { runs: [codeRun(text, { language, isBlock: true })], end: at + whole.length };
  const [inline, words] = /^`([^`\n]+)`/.exec(rest) ?? [];
  if (inline === undefined || words === undefined) return undefined;
  return {
    runs: [codeRun(words, { language: undefined, isBlock: false })],
    end: at + inline.length,
  };
}

function codeRun(text: string, code: NonNullable<Run['code']>): Run {
  return { text, styles: [], link: undefined, code };
}

function linkAt(typed: string, at: number, styles: readonly string[]): Found | undefined {
  const [whole, words, url] =
    /^\[((?:\\.|[^\]\\\n])+)\]\((https?:\/\/[^\s()]+)\)/.exec(typed.slice(at)) ?? [];
  if (whole === undefined || words === undefined || url === undefined) return undefined;
  return { runs: runsOf(words, styles, { url }), end: at + whole.length };
}

function styledAt(
  typed: string,
  at: number,
  styles: readonly string[],
  link: Run['link'],
): Found | undefined {
  for (const [sign, style] of signs) {
    if (!typed.startsWith(sign, at) || styles.includes(style)) continue;
    const inner = innerOf(typed, at, sign);
    if (inner === undefined) continue;
    return {
      runs: runsOf(inner, [...styles, style], link),
      end: at + inner.length + 2 * sign.length,
    };
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

function placed(runs: readonly Run[]): { readonly run: Run; readonly offset: number }[] {
  let offset = 0;
  return runs.map((run) => {
    const at = offset;
    offset += run.text.length;
    return { run, offset: at };
  });
}

/** One mark for each stretch of runs of which something is the same; undefined runs break it. */
function stretches<Same>(
  runs: readonly Run[],
  sameOf: (run: Run) => Same | undefined,
): { readonly same: Same; readonly offset: number; readonly length: number }[] {
  const found: { same: Same; offset: number; length: number }[] = [];
  let last: Same | undefined;
  for (const { run, offset } of placed(runs)) {
    const same = sameOf(run);
    const open = found.at(-1);
    if (same !== undefined && same === last && open) open.length += run.text.length;
    else if (same !== undefined) found.push({ same, offset, length: run.text.length });
    last = same;
  }
  return found;
}

/** Beside code, which has no style, a style would begin or end with a space: there it shows nothing. */
function styleMarks(runs: readonly Run[]): Mark[] {
  const text = runs.map((run) => run.text).join('');
  const styles = [...new Set(signs.map(([, style]) => style))];
  return styles.flatMap((type) =>
    stretches(runs, (run) => run.styles.includes(type) || undefined).flatMap((found) => {
      const words = text.slice(found.offset, found.offset + found.length);
      const offset = found.offset + words.length - words.trimStart().length;
      const { length } = words.trim();
      return length > 0 ? [{ type, offset, length }] : [];
    }),
  );
}

function linkMarks(runs: readonly Run[]): Mark[] {
  return stretches(runs, (run) => run.link).map(({ same, offset, length }) => ({
    type: 'text_link',
    offset,
    length,
    url: same.url,
  }));
}

function codeMarks(runs: readonly Run[]): Mark[] {
  return placed(runs).flatMap(({ run: { text, code }, offset }) => {
    if (!code) return [];
    const mark = { type: code.isBlock ? 'pre' : 'code', offset, length: text.length };
    return [code.language === undefined ? mark : { ...mark, language: code.language }];
  });
}
