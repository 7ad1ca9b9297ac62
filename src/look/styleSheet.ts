import { type Dependency, transform, type Warning } from 'lightningcss';
import type { Fault } from '#journal/fault/fault.ts';
import { unclosedIn } from './unclosed.ts';

/** An address in a style sheet. Lines are 1-based. */
export interface NamedInStyle {
  readonly address: string;
  readonly line: number;
}

/** A style sheet, as far as it can be read. */
export interface StyleSheet {
  readonly faults: readonly Fault[];
  readonly named: readonly NamedInStyle[];
  /** Its rules, with other addresses in place of those that it names; undefined leaves one as it is. */
  text(addressOf: (address: string) => string | undefined): string;
}

/** Characters. No page needs so many, and every page waits for them. */
const longest = 500_000;

/** Reads CSS that begins at line `firstLine` of `file`. */
export function readStyleSheet(source: string, file: string, firstLine = 1): StyleSheet {
  const fault = (line: number, { words, ...more }: Words): Fault => {
    const [what, expected, cure] = words;
    return { file, line: firstLine + line - 1, kind: 'style-sheet', what, expected, cure, ...more };
  };
  if (source.length > longest) return unusable(fault(1, tooLong(source)));
  const parsed = parse(source);
  if (parsed.words !== undefined) return unusable(fault(parsed.line, parsed));
  const { code, warnings, urls, imports } = parsed;
  const open = unclosedIn(source);
  return {
    faults: [
      ...(open
        ? [fault(open.line, { words: [`"${open.opening}" without an end`, 'its end', 'close it'] })]
        : []),
      ...warnings.map((one) => fault(one.loc.line, warningWords(one))),
      ...imports.map(({ url, loc }) => fault(loc.start.line, importWords(url))),
    ],
    named: urls.map(({ url, loc }) => ({ address: url, line: firstLine + loc.start.line - 1 })),
    text: (addressOf) =>
      urls.reduce(
        (text, { url, placeholder }) =>
          text.replaceAll(`"${placeholder}"`, () => cssString(addressOf(url) ?? url)),
        code,
      ),
  };
}

interface Words {
  readonly words: readonly [what: string, expected: string, cure: string];
  readonly warning?: true;
}

function unusable(fault: Fault): StyleSheet {
  return { faults: [fault], named: [], text: () => '' };
}

/** The parser reads on behind what is wrong, as browsers do, but for what it cannot make sense of at all. */
function parse(source: string) {
  try {
    const { code, warnings, dependencies } = transform({
      filename: 'style.css',
      code: Buffer.from(source),
      errorRecovery: true,
      analyzeDependencies: { preserveImports: true },
    });
    const named: readonly Dependency[] = dependencies || [];
    return {
      code: Buffer.from(code).toString(),
      warnings,
      urls: named.filter((one) => one.type === 'url'),
      imports: named.filter((one) => one.type === 'import'),
    };
  } catch (error) {
    const { message, loc } = error as Error & { readonly loc?: { readonly line: number } };
    const words: Words['words'] = [lowered(message), 'CSS', 'correct it'];
    return { line: loc?.line ?? 1, words };
  }
}

/** What later editions of CSS have brought is for browsers to know. */
const mayBeNew = new Set(['AtRuleInvalid']);
const maybeNewSelectors = /^Unsupported(?:PseudoClass|PseudoElement)/;

function warningWords({ message, type, value }: Warning): Words {
  const selector = (value as { readonly type?: string } | undefined)?.type ?? '';
  if (mayBeNew.has(type) || maybeNewSelectors.test(selector))
    return {
      words: [lowered(message), 'CSS', 'correct it, if browsers do not know it'],
      warning: true,
    };
  if (type === 'UnexpectedImportRule') return importWords();
  return { words: [`CSS that cannot be read (${lowered(message)})`, 'CSS', 'correct it'] };
}

function importWords(address?: string): Words {
  if (address !== undefined && /^(?:[a-z]+:|\/\/)/i.test(address)) {
    const what = `@import of ${address}, which is on another host`;
    return { words: [what, 'a style sheet that loads nothing from elsewhere', elsewhereCure] };
  }
  const name = address?.replace(/^.*\//, '') ?? 'a.css';
  const cure = `write the rules of that style sheet in its place, or put it into public/ and the line <link rel="stylesheet" href="/${name}"> into head.html`;
  const what = address === undefined ? '@import' : `@import of ${address}`;
  return { words: [what, 'all rules in one file', cure] };
}

const elsewhereCure =
  'write its rules in its place, and put the fonts that it names into the content folder: "theme.faces" of site.yaml, or @font-face here, sets text in them';

function tooLong({ length }: string): Words {
  const what = `a style sheet of ${length} characters`;
  return { words: [what, `at most ${longest}`, 'take out what no page needs'] };
}

function lowered(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function cssString(address: string): string {
  return `"${address.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\a ')}"`;
}
