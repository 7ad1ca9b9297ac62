import { escapedAlt } from '../item/escaped.ts';
import { KeptPieces } from '../item/keptPieces.ts';
import type { Notes } from '../item/notes.ts';
import { calloutKind } from './callouts.ts';
import { embed, writtenDestination } from './destinations.ts';
import { inComment, leftTag } from './signs.ts';

const kept =
  /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t]*\1[`~]*[ \t]*$|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)|\$\$[\s\S]*?\$\$|(?<![\\$])\$(?!\s)[^$\n]+(?<!\s)\$(?!\d)/gm;

/**
 * A text of MDX in Markdown: programs in it are left; of components, pictures, films and callouts are said, and what else there
 * is stands in a comment. Undefined for a text in which a program makes all the words.
 */
export function plainMdx(body: string, notes: Notes): string | undefined {
  const pieces = new KeptPieces('\uFDD1');
  const text = body.replace(kept, (code) => pieces.keep(code));
  const { rest, pictures } = withoutStatements(text, pieces, notes);
  const said = withoutTags(rest, { pictures, notes });
  const words = said.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, '');
  if (words.trim() === '' && rest.trim() !== text.trim()) return undefined;
  return pieces.restored(said);
}

const statement =
  /(?<![^\n])(?:import\s+(?:["']|[\w*{][^;"'`.]*?\sfrom\s*["'])|export\s+(?:const|let|var|default|async|function|class|\{|\*))/g;

/** A text without what a program says at its top, and the files of pictures by the names that it gives them. */
function withoutStatements(text: string, pieces: KeptPieces, notes: Notes) {
  const pictures = new Map<string, string>();
  let rest = '';
  let from = 0;
  for (const { index } of text.matchAll(statement)) {
    if (index < from) continue;
    const end = endOfStatement(text, index);
    const whole = pieces.restored(text.slice(index, end));
    for (const [, name = '', file = ''] of whole.matchAll(
      /import\s+(\w+)\s+from\s+["']([^"'\n]+\.\w+)["']/g,
    ))
      pictures.set(name, file);
    rest += text.slice(from, index);
    from = end;
    notes.left('program in a text', 'a text of a journal is no program');
  }
  return { rest: rest + text.slice(from), pictures };
}

/** What counts where a statement ends: texts and comments, in which nothing does, brackets, and lines. */
const part =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?<!\S)\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{([\])}]|\n(?:[ \t]*(\n|$))?/g;

/**
 * Behind the first empty line at which no bracket is open, or the line of what an import names; where a bracket never closes,
 * behind the first empty line: what is no program is words.
 */
function endOfStatement(text: string, start: number): number {
  const isImport = text.startsWith('import', start);
  let depth = 0;
  let hasSource = false;
  let first: number | undefined;
  part.lastIndex = start;
  for (let found = part.exec(text); found !== null; found = part.exec(text)) {
    const [sign, emptyLine] = found;
    if (/^["']/.test(sign)) hasSource = true;
    else if (/^[{([]/.test(sign)) depth += 1;
    else if (/^[\])}]/.test(sign)) depth -= 1;
    else if (sign.startsWith('\n')) {
      if (emptyLine !== undefined) first ??= part.lastIndex;
      if (depth <= 0 && isImport && hasSource) return found.index + 1;
      if (depth <= 0 && emptyLine !== undefined) return part.lastIndex;
    }
  }
  return (depth > 0 ? first : undefined) ?? text.length;
}

interface TagTools {
  readonly pictures: ReadonlyMap<string, string>;
  readonly notes: Notes;
}

const tag = /\{\/\*([\s\S]*?)\*\/\}|<(\/?)([A-Za-z][\w.]*|)(?=[\s/>])|(\\?)\{(?!#)/g;

function withoutTags(text: string, tools: TagTools): string {
  let said = '';
  let from = 0;
  tag.lastIndex = 0;
  for (let found = tag.exec(text); found !== null; found = tag.exec(text)) {
    const [whole, comment, slash, name, backslash] = found;
    said += text.slice(from, found.index);
    from = found.index + whole.length;
    if (comment !== undefined) said += `<!--${inComment(comment)}-->`;
    else if (name === undefined) {
      const end = backslash === '' ? endOf(text, found.index + 1, '}') : undefined;
      if (end === undefined) said += '{';
      else said += expression(text.slice(found.index, end), tools.notes);
      from = end ?? from;
    } else {
      const end = endOf(text, from, '>');
      if (end === undefined) said += whole;
      else said += element(name, slash === '/', text.slice(from, end - 1), tools);
      from = end ?? from;
    }
    tag.lastIndex = from;
  }
  return said + text.slice(from);
}

/** What is longer is no tag, but one that was never ended. */
const mostSigns = 2000;
/** Braces within each other; the same. */
const deepest = 20;

/** Behind the sign that ends what was opened, which is in no quotes and no braces; undefined where none is near. */
function endOf(text: string, start: number, sign: string): number | undefined {
  let depth = 0;
  let quote = '';
  for (const { 0: one, index } of text.slice(start, start + mostSigns).matchAll(/["'`{}>]|\n\n/g)) {
    if (quote !== '') quote = one === quote ? '' : quote;
    else if (/["'`]/.test(one) && (depth > 0 || sign === '>')) quote = one;
    else if (one === sign && depth === 0) return start + index + 1;
    else if (one === '{') depth += 1;
    else if (one === '}') depth -= 1;
    if (depth > deepest || (one === '\n\n' && depth === 0 && quote === '')) return undefined;
  }
  return undefined;
}

function expression(whole: string, notes: Notes): string {
  const [, words] =
    /^\{\s*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`$]*)`)\s*\}$/
      .exec(whole)
      ?.filter((one) => one !== undefined) ?? [];
  return words ?? leftTag(whole, 'expression of MDX', notes);
}

const callouts = /^(?:note|info|callout|admonition|alert|aside|message|notice)$/i;

/** A tag of HTML with attributes as HTML has them, or what a component says. */
function element(name: string, isEnd: boolean, written: string, tools: TagTools): string {
  const isComponent = /^[A-Z]|\./.test(name);
  const { values, plain } = attributesOf(written, tools.pictures);
  const said = (...names: readonly string[]) =>
    names.map((one) => values.get(one)).find((one) => one !== undefined);
  if (name === '') return '';
  if (!isComponent && !(name === 'img' && values.get('src') !== undefined))
    return `<${isEnd ? '/' : ''}${name}${plain}>`;
  const isFolded = /^(?:details|collapse|accordion|spoiler|toggle)$/i.test(name);
  if (isFolded || callouts.test(name) || calloutKind(name) !== undefined) {
    if (isEnd) return '\n:::\n';
    const kind = isFolded ? 'details' : (calloutKind(said('type', 'variant') ?? name) ?? 'note');
    const title = said('title', 'summary') ?? '';
    const words = said('text', 'content', 'message');
    if (!/\/\s*$/.test(written)) return `\n:::${kind.toLowerCase()}[${title}]\n`;
    // It stands alone: there is no end of it.
    if (words !== undefined) return `\n:::${kind.toLowerCase()}[${title}]\n${words}\n:::\n`;
  }
  if (isEnd) return '';
  const src = said('src', 'image');
  if (src !== undefined && /^img$|image|img|figure|picture|photo/i.test(name)) {
    const [title, caption] = [values.get('title'), values.get('caption')];
    const more = title === undefined ? '' : ` "${title.replace(/["\\]/g, '\\$&')}"`;
    const shown = `![${escapedAlt(values.get('alt') ?? '')}](${writtenDestination(src)}${more})`;
    return caption === undefined ? shown : `${shown}\\\n${caption}`;
  }
  const film = /^(youtube|vimeo|tweet|gist)/i.exec(name)?.[1]?.toLowerCase();
  const id = said('id', 'videoid', 'tweetlink', 'url', 'video');
  if (film !== undefined && id !== undefined) return embed(film, id, tools.notes);
  return leftTag(`<${name}${written}>`, `component ${name}`, tools.notes);
}

const attribute =
  /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`$]*)`|([\w.]+))\s*\}|(\{[\s\S]*?\}\}?)))?/g;
const htmlNames: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' };

/** The values of attributes as far as they are written out, by their names in small letters, and all as HTML has them. */
function attributesOf(written: string, pictures: ReadonlyMap<string, string>) {
  const values = new Map<string, string>();
  let plain = '';
  for (const [, name = '', ...said] of written
    .replace(/\{\s*\.\.\.[^}]*\}/g, '')
    .matchAll(attribute)) {
    const program = said.at(-1);
    const word = said.at(-2);
    const value = program === undefined ? (said.find((one) => one !== undefined) ?? '') : undefined;
    const meant = word === undefined || /^[\d.]+$|^true$/.test(word) ? value : pictures.get(word);
    if (meant === undefined) continue;
    values.set(name.toLowerCase(), meant);
    plain += ` ${htmlNames[name] ?? name}="${meant.replaceAll('"', '&quot;')}"`;
  }
  return { values, plain: plain + (/\/\s*$/.test(written) ? ' /' : '') };
}
