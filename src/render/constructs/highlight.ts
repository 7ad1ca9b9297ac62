import Prism from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';
import { sameFor } from '#journal/once/sameFor.ts';
import type { CodeInfo } from '#journal/text/block/codeInfo.ts';
import { escapeHtml } from '../html/html.ts';
import { markLines } from './markedLines.ts';

/**
 * Grammars know of one another: which are loaded, and in which order, changes what the others give. So all are loaded
 * at once, always in this order, and a block looks the same whatever else is in the journal.
 */
const languages =
  'markup css clike javascript awk bash c cpp csharp clojure cmake dart diff docker elixir elm erlang fsharp git go graphql groovy haskell hcl http ini java json json5 jsx julia kotlin latex less lisp lua makefile markdown matlab nginx nim nix objectivec ocaml perl php powershell protobuf python r regex ruby rust sass scala scheme scss sql swift toml typescript tsx vim wasm yaml zig shell-session batch nasm'.split(
    ' ',
  );

/** What people call a language for which Prism has another name. */
const otherNames: Readonly<Record<string, string>> = {
  ...sameFor('console terminal shell-session shellsession sh-session session', 'shell-session'),
  ...sameFor('zsh ksh ash dash fish shellscript shell-script', 'bash'),
  ...sameFor(
    'mysql mariadb postgres postgresql psql pgsql plpgsql sqlite sqlite3 tsql plsql',
    'sql',
  ),
  ...sameFor('c++ cxx cc hpp hxx h++', 'cpp'),
  ...sameFor('c#', 'csharp'),
  ...sameFor('f#', 'fsharp'),
  ...sameFor('node nodejs mjs cjs ecmascript', 'javascript'),
  ...sameFor('mts cts', 'typescript'),
  ...sameFor('python3 py3 python2 pycon ipython', 'python'),
  ...sameFor('irb gemfile rakefile', 'ruby'),
  ...sameFor('jsonc jsonl ndjson geojson', 'json'),
  ...sameFor('conf cfg config properties gitconfig editorconfig dotenv env systemd service', 'ini'),
  ...sameFor('ps1 pwsh posh', 'powershell'),
  ...sameFor('bat cmd dos', 'batch'),
  ...sameFor('asm assembly x86asm', 'nasm'),
  ...sameFor('golang gomod', 'go'),
  ...sameFor('rs', 'rust'),
  ...sameFor('ex exs iex', 'elixir'),
  ...sameFor('erl', 'erlang'),
  ...sameFor('pl pm', 'perl'),
  ...sameFor('viml vimscript nvim', 'vim'),
  ...sameFor('tf terraform', 'hcl'),
  ...sameFor('make mk', 'makefile'),
  ...sameFor('proto', 'protobuf'),
  ...sameFor('patch udiff', 'diff'),
  ...sameFor('vue svelte astro xhtml plist erb html+erb', 'markup'),
  ...sameFor('gradle jenkinsfile', 'groovy'),
  ...sameFor('sbt', 'scala'),
  ...sameFor('ml mli', 'ocaml'),
  ...sameFor('clj cljs edn', 'clojure'),
  ...sameFor('docker-compose', 'yaml'),
  ...sameFor('nginxconf', 'nginx'),
};

let isLoaded = false;

/**
 * A code block as HTML, with the name of its file above and its marked lines in `mark` elements. Colours come from
 * classes (`token keyword`), never from inline styles; a language that Prism does not know stays plain text, and so does
 * what is too long for it; without `isColoured` all does.
 */
export function highlightCode(
  code: string,
  { language, title, marked }: CodeInfo,
  isColoured = true,
): string {
  const grammar = isColoured && language !== undefined ? grammarOf(language) : undefined;
  const plain =
    grammar && isQuicklyRead(code) ? coloured(code, grammar, language ?? '') : escapeHtml(code);
  const html = marked.size > 0 ? markLines(plain, marked) : `${plain}\n`;
  const name = escapeHtml(language ?? '');
  const known = name === '' ? '' : ` class="language-${name}" data-language="${name}"`;
  const pre = `<pre${known}${mayScroll(code) ? ' tabindex="0"' : ''}><code>${html}</code></pre>`;
  if (title === undefined) return pre;
  return `<figure class="code"><figcaption>${escapeHtml(title)}</figcaption>${pre}</figure>`;
}

/** A character that stands in no text: Unicode keeps it for programs. */
const standIn = '\uFDD0';

// Prism writes a common space for each that does not break.
function coloured(code: string, grammar: Prism.Grammar, language: string): string {
  const html = Prism.highlight(code.replaceAll('\u00A0', standIn), grammar, language);
  return html.replaceAll(standIn, '\u00A0');
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

function prismName(language: string): string {
  return Object.hasOwn(otherNames, language) ? (otherNames[language] ?? language) : language;
}

function grammarOf(language: string): Prism.Grammar | undefined {
  if (!isLoaded) loadLanguages(languages);
  isLoaded = true;
  const name = prismName(language);
  const grammar = Object.hasOwn(Prism.languages, name) ? Prism.languages[name] : undefined;
  return typeof grammar === 'object' ? grammar : undefined;
}
