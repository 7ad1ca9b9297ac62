import Prism from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';
import { escapeHtml } from './html.ts';

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
 * A fenced code block as HTML. Colours come from classes (`token keyword`), never from inline styles; a language that
 * Prism does not know stays plain text.
 */
export function highlightCode(code: string, info: string | null | undefined): string {
  const language = /^[\w#+-]+/.exec(info ?? '')?.[0].toLowerCase();
  if (language === undefined) return `<pre><code>${escapeHtml(code)}\n</code></pre>`;
  const grammar = grammarOf(language);
  const html = grammar ? Prism.highlight(code, grammar, language) : escapeHtml(code);
  const name = escapeHtml(language);
  return `<pre class="language-${name}" data-language="${name}"><code>${html}\n</code></pre>`;
}

function grammarOf(language: string): Prism.Grammar | undefined {
  if (!isLoaded) loadLanguages(languages);
  isLoaded = true;
  const grammar = Object.hasOwn(Prism.languages, language) ? Prism.languages[language] : undefined;
  return typeof grammar === 'object' ? grammar : undefined;
}
