import { pieceMark } from '../item/keptPieces.ts';
import type { Notes } from '../item/notes.ts';
import { callout, calloutKind } from './callouts.ts';
import { keepingCode } from './code.ts';
import { inComment } from './signs.ts';

/** A body without what only the Markdown of Jekyll and Hugo understands: attributes in braces, tables of contents. */
export function kramdown(body: string, notes: Notes): string {
  const inside = withMarkdownInside(body);
  if (!/\{[:#.\s]|\)\{\w/.test(inside)) return inside;
  return keepingCode(inside, (text) =>
    withoutAttributes(withNotices(withoutExtensions(text, notes), notes), notes),
  );
}

const notice =
  /(?<!\S[ \t]*\n)((?:^[ \t]*\S.*\n)+)[ \t]*\{:[ \t]*\.(?:prompt-|notice)(?:--)?(\w*)[ \t]*\}[ \t]*$/gm;

/** A quotation of the theme Chirpy, or a paragraph of Minimal Mistakes, that a class makes a callout. */
function withNotices(text: string, notes: Notes): string {
  if (!/\{:[ \t]*\.(?:prompt-|notice)/.test(text)) return text;
  return text.replace(notice, (whole, words: string, kind: string) => {
    if (/^[ \t]*(?:[-+*#|]|\d+[.)]|<)/.test(words)) return whole;
    notes.changed(`notice ${kind}`.trim(), 'the nearest of five callouts');
    return callout(calloutKind(kind) ?? 'NOTE', '', words.replace(/^[ \t]*>[ \t]?/gm, ''));
  });
}

const inLines = /^(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)$/i;

/** In `<div markdown="1">` stands Markdown: others read it as such where empty lines part it from the tags. */
function withMarkdownInside(body: string): string {
  if (!/<\w+\b[^<>\n]*\smarkdown\s*=/i.test(body)) return body;
  const names = new Set<string>();
  const opened = body.replace(
    /^([ \t]*<(\w+)\b[^<>\n]*?)\s+markdown\s*=\s*["']?(?:1|block|span)["']?([^<>\n]*>)[ \t]*\n?/gim,
    (whole, before: string, name: string, after: string) => {
      if (inLines.test(name)) return `${before}${after}${whole.endsWith('\n') ? '\n' : ''}`;
      names.add(name.toLowerCase());
      return `${before}${after}\n\n`;
    },
  );
  return [...names].reduce(
    (text, name) => text.replace(new RegExp(`\\n*^[ \\t]*</${name}>`, 'gim'), `\n\n</${name}>`),
    opened,
  );
}

/** `{::comment}` was for nobody to read; what stands in `{::nomarkdown}` is HTML. */
function withoutExtensions(text: string, notes: Notes): string {
  return text
    .replace(/\{::comment\}([\s\S]*?)\{:\/(?:comment)?\}/g, (_, words: string) => {
      notes.changed('comment of kramdown', '<!-- … -->');
      return `<!--${inComment(words)}-->`;
    })
    .replace(/\{::nomarkdown[^{}\n]*\}([\s\S]*?)\{:\/(?:nomarkdown)?\}/g, '$1');
}

/** Attributes right behind what is a link, is marked, or was code. */
const behindSpan = new RegExp(`(?<=[)\\]*_${pieceMark}])(?:\\{:\\s?[^{}\\n]{1,200}\\})+`, 'g');

function withoutAttributes(text: string, notes: Notes): string {
  const dropped = (what: string) => {
    notes.left(what, 'the theme decides how a page looks');
    return '';
  };
  const attributes = () => dropped('attributes in braces');
  return (
    text
      .replace(/^(#{1,6} .*?)[ \t]*\{:?\s*#([\w-]+)[^{}\n]*\}[ \t]*$/gm, '$1 {#$2}')
      .replace(/^[*-] .*\n\{:\s?toc[^{}\n]*\}[ \t]*$/gim, () => dropped('table of contents'))
      .replace(
        /^(#{1,6} .*\S)[ \t]+\{\.[\w-][^{}\n]*\}[ \t]*$/gm,
        (_, heading: string) => heading + attributes(),
      )
      .replace(/^[ \t]*\{(?::\s?|[.#](?=[\w-]))[^{}\n]{1,200}\}[ \t]*\n?/gm, attributes)
      .replace(behindSpan, attributes)
      // As Pandoc has it, and plugins of Hexo: `![A cup](a.png){width=64px}`.
      .replace(/(?<=!\[[^\]\n]*\]\([^()\n]*\))\{[\w-]+\s*=[^{}\n]{1,200}\}/g, attributes)
  );
}
