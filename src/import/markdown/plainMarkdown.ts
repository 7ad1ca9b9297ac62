import { slug } from 'github-slugger';
import { KeptPieces } from '../item/keptPieces.ts';
import type { Notes } from '../item/notes.ts';
import { withContainers, withKnownCallouts } from './callouts.ts';
import {
  fencedCode,
  keepingAddresses,
  keepingCode,
  outsideFences,
  withPlainFences,
} from './code.ts';
import { embed, writtenDestination } from './destinations.ts';
import { kramdown } from './kramdown.ts';
import { withFormulas } from './signs.ts';
import { withTerms } from './terms.ts';
import { withTypedNotes } from './typedNotes.ts';

const leadingComments =
  /^([ \t]*(?:(?:[-+*]|\d+[.)])[ \t]+)?)((?:<!-- [{<](?:(?!-->).)*-->[ \t]*)+)((?!<!-- [{<])\S.*)$/gm;

/** What means more than its signs. */
const markdownSign = /[*_`[\\]|:\/\//;

/** Comments that say a tag stand behind the Markdown of their line: before it, they would make HTML of it. */
function withLateComments(text: string): string {
  return text.replace(leadingComments, (whole, edge: string, comments: string, words: string) => {
    if (!markdownSign.test(words)) return whole;
    const [, line = '', lineEnd = ''] = /^(.*?)(\\?|\s*)$/.exec(words) ?? [];
    return `${edge}${line} ${comments.trim()}${lineEnd}`;
  });
}

/** A parenthesis that closes as `%29` or `\)`, before the one that ends the address, and before a title if need be. */
const unclosed =
  /\]\((https?:\/\/[^\s()<>\\]*\([^\s()<>\\]*(?:%29|\\\))[^\s()<>\\]*)((?:[ \t]+"[^"\n]*")?\))(?![^\s()<>]*\))/g;

/**
 * Addresses that hold a parenthesis between `<` and `>`. Where the first `)` ended an address, as in Markdown.pl and those
 * that followed it, one within was written `%29` or `\)`; CommonMark counts the opening ones, and sees no link there.
 */
function withClosedAddresses(body: string, notes: Notes): string {
  if (!/%29|\\\)/.test(body)) return body;
  return keepingCode(body, (text) =>
    text.replace(unclosed, (_, address: string, end: string) => {
      notes.changed('address with a parenthesis', 'between < and >');
      return `](${writtenDestination(address.replaceAll('\\)', ')'))}${end}`;
    }),
  );
}

const namedHeading = /^(#{1,6}[ \t]+(.*?\S))[ \t]+\(#([\w-]*[A-Za-z][\w-]*)\)[ \t]*#*[ \t]*$/gm;

/**
 * Headings with their ids in braces that had them in parentheses, as programs of people's own do: `## Words (#id)`. One that is
 * alone of its kind in a text may be meant to be read, unless it says no more than the words before it.
 */
function withHeadingIds(body: string, notes: Notes): string {
  if (body.search(namedHeading) === -1) return body;
  return keepingCode(body, (text) => {
    const isRule = (text.match(namedHeading)?.length ?? 0) > 1;
    return text.replace(namedHeading, (whole, heading: string, words: string, id: string) => {
      if (!isRule && slug(words) !== id) return whole;
      notes.changed('id of a heading', '{#id}');
      return `${heading} {#${id}}`;
    });
  });
}

const pressed =
  /^[ \t]*\[(sourcecode|code)\b([^\]\n]*)\]\n?([\s\S]*?)\n?[ \t]*\[\/\1\][ \t]*$|\[caption\b[^\]\n]*\]\s*(!\[[^\]\n]*\]\([^)\n]*\)|\[!\[[^\]\n]*\]\([^)\n]*\)\]\([^)\n]*\)|<img\b[^>]*>)([\s\S]*?)\[\/caption\]/gm;

/** What WordPress has in brackets, and converters leave: code, and pictures with their captions. */
function withoutBrackets(body: string): string {
  if (!/\[(?:sourcecode|code|caption)\b/.test(body)) return body;
  return outsideFences(body, (text) =>
    text.replace(pressed, (_, name, values, code, picture, caption) => {
      if (name === undefined) return `${picture}\\\n${String(caption).trim()}`;
      const [, language = ''] = /lang(?:uage)?\s*=\s*["']?([\w+#-]+)/.exec(values) ?? [];
      return fencedCode(code, language);
    }),
  );
}

const taggedCode = /<(code|kbd|samp|tt)\b[^<>]*>[\s\S]{0,2000}?<\/\1>/gi;

function formulas(body: string, notes: Notes): string {
  const mayHaveOne = /\$[^$\n]*[\\_^{}=<>][^$\n]*\$|\\[([]/.test(body);
  if (!mayHaveOne) return body;
  return keepingAddresses(body, (text) => {
    const code = new KeptPieces('\uFDD0');
    const rest = text.replace(taggedCode, (one) => code.keep(one));
    return code.restored(withFormulas(rest, notes));
  });
}

const framed =
  /^([ \t]*)(?:`(youtube|vimeo):[ \t]*([^\s`]+)`|@\[(youtube|vimeo|gist|tweet|card(?=\]\(https?:)|codepen(?=\]\(https?:))\]\(([^)\s]+)\)|\[(gist)[ \t]+id=["']?([\w/-]+)[^\]\n]*\])[ \t]*$/gm;

/** What plugins show in a frame, alone in its line: films of Gatsby's, `@[youtube](id)` of Zenn and VuePress, `[gist id=7]`. */
function withoutFrames(body: string, notes: Notes): string {
  if (!/`(?:youtube|vimeo):|@\[|\[gist/.test(body)) return body;
  return outsideFences(body, (text) =>
    text.replace(framed, (_, indent: string, ...said: (string | undefined)[]) => {
      const [kind = '', id = ''] = said.slice(0, 6).filter((one) => one !== undefined);
      return indent + embed(kind, id, notes);
    }),
  );
}

const contents =
  /^[ \t]*(?:\[TOC\]|\[\[_?toc_?\]\]|@\[toc\](?:\([^)\n]*\))?|\$\{toc\}|\{\{toc\}\})[ \t]*$/gim;

/** A line in whose place others put a table of contents. */
function withoutContents(body: string, notes: Notes): string {
  if (body.search(contents) === -1) return body;
  return keepingCode(body, (text) =>
    text.replace(contents, () => {
      notes.left('table of contents', 'the theme decides how a page looks');
      return '';
    }),
  );
}

/** A body without what the Markdown of other generators has beyond that of Scrollback. */
export function plainMarkdown(body: string, notes: Notes): string {
  const said = /<!-- [{<]/.test(body) ? outsideFences(body, withLateComments) : body;
  const linked = withoutFrames(said, notes);
  const blocks = withContainers(formulas(withPlainFences(withoutBrackets(linked)), notes), notes);
  const plain = withHeadingIds(kramdown(withoutContents(blocks, notes), notes), notes);
  const known = plain.includes('[!')
    ? outsideFences(plain, (text) => withKnownCallouts(text, notes))
    : plain;
  return withTypedNotes(withTerms(withClosedAddresses(known, notes), notes), notes);
}
