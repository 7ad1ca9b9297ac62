import Prism from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';
import type { CodeInfo } from './codeInfo.ts';
import { escapeHtml } from './html.ts';
import { markLines } from './markedLines.ts';

/**
 * Grammars know of one another: which are loaded, and in which order, changes what the others give. So all are loaded
 * at once, always in this order, and a block looks the same whatever else is in the journal.
 */
const languages =
  'markup css clike javascript awk bash c cpp csharp clojure cmake dart diff docker elixir elm erlang fsharp git go graphql groovy haskell hcl http ini java json json5 jsx julia kotlin latex less lisp lua makefile markdown matlab nginx nim nix objectivec ocaml perl php powershell protobuf python r regex ruby rust sass scala scheme scss sql swift toml typescript tsx vim wasm yaml zig'.split(
    ' ',
  );

let isLoaded = false;

/**
 * A code block as HTML, with the name of its file above and its marked lines in `mark` elements. Colours come from
 * classes (`token keyword`), never from inline styles; a language that Prism does not know stays plain text, and so does
 * what is too long for it.
 */
export function highlightCode(code: string, { language, title, marked }: CodeInfo): string {
  const grammar = language === undefined ? undefined : grammarOf(language);
  const plain =
    grammar && isQuicklyRead(code)
      ? Prism.highlight(code, grammar, language ?? '')
      : escapeHtml(code);
  const html = marked.size > 0 ? markLines(plain, marked) : `${plain}\n`;
  const name = escapeHtml(language ?? '');
  const known = name === '' ? '' : ` class="language-${name}" data-language="${name}"`;
  const pre = `<pre${known}${mayScroll(code) ? ' tabindex="0"' : ''}><code>${html}</code></pre>`;
  if (title === undefined) return pre;
  return `<figure class="code"><figcaption>${escapeHtml(title)}</figcaption>${pre}</figure>`;
}

/** Grammars go through long lines, and long blocks, again and again. */
const longest = { line: 500, block: 50_000 };

function isQuicklyRead(code: string): boolean {
  return (
    code.length <= longest.block && code.split('\n').every(({ length }) => length <= longest.line)
  );
}

/** Characters that fit into a line on a narrow phone; what is wider scrolls, and a keyboard has to reach it. */
const narrowest = 30;

function mayScroll(code: string): boolean {
  return code.split('\n').some((line) => columnsOf(line) > narrowest);
}

function columnsOf(line: string): number {
  return line.replaceAll('\t', '        ').replace(/[\u1100-\uffdc]/g, '  ').length;
}

function grammarOf(language: string): Prism.Grammar | undefined {
  if (!isLoaded) loadLanguages(languages);
  isLoaded = true;
  const grammar = Object.hasOwn(Prism.languages, language) ? Prism.languages[language] : undefined;
  return typeof grammar === 'object' ? grammar : undefined;
}
