import { pieceMark } from '../item/keptPieces.ts';
import { nameWords } from '../item/nameWords.ts';
import type { Notes } from '../item/notes.ts';
import { fenceAt, withoutCode } from './code.ts';

/** Scrollback's kinds, and what others call them. */
const kinds = {
  TIP: /^(?:tip|hint|success|check|done)$/i,
  IMPORTANT: /^important$/i,
  WARNING: /^(?:warning|attention)$/i,
  CAUTION: /^(?:caution|danger|error|bug|failure|fail|missing)$/i,
};

/** The kind of callout that Scrollback has for what others call one; undefined for what is no more than a note. */
export function calloutKind(name: string): string | undefined {
  return Object.entries(kinds).find(([, names]) => names.test(name))?.[0];
}

/** Words as a quotation. */
export function quoted(text: string): string {
  return text.trim().replace(/^/gm, '> ').replace(/^> $/gm, '>');
}

/** A callout of one of Scrollback's kinds. */
export function callout(kind: string, title: string, text: string): string {
  const head = `> [!${kind}] ${title.replace(/\s+/g, ' ')}`.trimEnd();
  return text.trim() === '' ? head : `${head}\n${quoted(text)}`;
}

/** What a note of Hexo's themes says of its looks. */
const hexoLooks =
  /^(?:default|primary|success|info|warning|danger|no-icon|simple|modern|flat|disabled|blue|pink|red|purple|orange|green|-)$/i;

/** A note of Hexo's themes: its kind, and a title, which is the words behind these or in quotes, and not the name of an icon. */
export function hexoNote(text: string, options: string): string {
  const inQuotes = [...options.matchAll(/(["'])(.*?)\1/g)].map((found) => found[2] ?? '');
  const words = options
    .replace(/(["']).*?\1/g, '')
    .split(/\s+/)
    .filter((one) => one !== '');
  const first = words.findIndex((one) => !hexoLooks.test(one) && calloutKind(one) === undefined);
  const start = first === -1 ? words.length : first;
  const [kind = 'NOTE'] = words.slice(0, start).flatMap((one) => calloutKind(one) ?? []);
  const title = inQuotes.find((one) => !/^fa[\w-]* /.test(one)) ?? words.slice(start).join(' ');
  return callout(kind, title, text);
}

const own = /^(?:note|tip|important|warning|caution|pull)$/i;

const head =
  /^(?<quote>(?:[ \t]*>)+[ \t]*)\[!(?<kind>[\p{L}\p{N}_-]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*(?<title>.*)$/u;

/** Callouts of kinds that other editors have, as the nearest of Scrollback's own; `[!quote]` is a quotation. */
export function withKnownCallouts(text: string, notes: Notes): string {
  const lines = text.split('\n');
  return lines
    .map((line, index) => {
      const { quote = '', kind = '', title = '' } = head.exec(line)?.groups ?? {};
      if (kind === '' || own.test(kind) || isQuoted(lines[index - 1] ?? '', depthOf(quote)))
        return line;
      notes.changed(`callout [!${kind}]`, isQuote(kind) ? 'a quotation' : 'the nearest of five');
      if (!isQuote(kind))
        return `${quote}[!${calloutKind(kind) ?? 'NOTE'}] ${title || nameWords(kind)}`;
      return title === '' ? quote.trimEnd() : `${quote}**${title}**\n${quote.trimEnd()}`;
    })
    .join('\n');
}

function isQuote(kind: string): boolean {
  return /^(?:quote|cite)$/i.test(kind);
}

function depthOf(quote: string): number {
  return quote.split('>').length - 1;
}

/** Whether a line has words in a quotation of that depth: the next one goes on with them. */
function isQuoted(line: string, depth: number): boolean {
  const [quote = ''] = /^(?:[ \t]*>)+/.exec(line) ?? [];
  return depthOf(quote) >= depth && line.slice(quote.length).trim() !== '';
}

const opened =
  /^([ \t]*):{3,}[ \t]*(?=[\w{])([\w-]*)(?:[ \t]*\[([^\]]*)\]|[ \t]+([^\s{}][^{}]*))?[ \t]*(?:\{([^{}]*)\})?[ \t]*$/;
const anyOpened = /^[ \t]*:{3,}[ \t]*[\w{]/;
const closed = /^[ \t]*:{3,}[ \t]*$/;
const marked = /^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+([a-z][\w-]*)([^"\n]*)(?:"([^"\n]*)")?[ \t]*$/i;

/** What says of itself no more than that it is to be noted. */
const plainKinds =
  /^(?:note|info|message|abstract|summary|tldr|seealso|question|faq|example|default|primary)$/i;
const folded = /^(?:details|spoiler|collapse|accordion)$/i;

/**
 * A text whose containers are callouts: `::: tip Title` of VuePress, Docusaurus, Starlight, Zenn and Pandoc, and `!!! note "Title"`
 * of Python-Markdown. What folds has its title above it, and so has one that only says how it looks, if it has a title.
 */
export function withContainers(body: string, notes: Notes): string {
  if (!/^[ \t]*(?::{3,}[ \t]*[\w{]|!!!|\?\?\?)/m.test(body)) return body;
  return readLines(withHiddenCode(body).split('\n'), notes).join('\n').replaceAll(pieceMark, ':');
}

/** A text in which code behind an indent, which a list can have around a container, begins none. */
function withHiddenCode(body: string): string {
  if (!/^(?: {4}|[ \t]*\t)[ \t]*:{3}/m.test(body)) return body;
  const plain = withoutCode(body).split('\n');
  const hidden = (line: string, at: number) =>
    plain[at]?.trim() === '' ? line.replace(/^([ \t]*):(?=::)/, `$1${pieceMark}`) : line;
  return body.split('\n').map(hidden).join('\n');
}

function readLines(lines: readonly string[], notes: Notes): string[] {
  const said: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const fenceEnd = fenceAt(lines, at);
    const block =
      fenceEnd === undefined ? (container(lines, at) ?? indented(lines, at)) : undefined;
    const end = fenceEnd ?? block?.end ?? at + 1;
    if (block) {
      const isApart = (line: string | undefined) => line === undefined || line.trim() === '';
      if (!isApart(said.at(-1))) said.push('');
      said.push(...saidOf(block, notes));
      if (!isApart(lines[end])) said.push('');
    } else said.push(...lines.slice(at, end));
    at = end;
  }
  return said;
}

interface Block {
  readonly indent: string;
  readonly name: string;
  readonly title: string;
  readonly inner: readonly string[];
  /** The line behind it. */
  readonly end: number;
}

/** Each that is opened within it is closed before it is. */
function container(lines: readonly string[], start: number): Block | undefined {
  const [whole, indent = '', own = '', label, words, attributes = ''] =
    opened.exec(lines[start] ?? '') ?? [];
  if (whole === undefined) return undefined;
  let depth = 1;
  let at = start + 1;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (anyOpened.test(line)) depth += 1;
    else if (closed.test(line)) depth -= 1;
    if (depth === 0) break;
    at = fenceAt(lines, at) ?? at + 1;
  }
  if (depth > 0) return undefined;
  const [, named = 'div'] = /(?:^|\s)\.?(?:callout-)?(?=\w)([\w-]+)(?=\s|$)/.exec(attributes) ?? [];
  const [, said = ''] = /\btitle="([^"]*)"/.exec(attributes) ?? [];
  const name = own || named;
  const title = (label ?? words ?? said).trim();
  const inner = lines.slice(start + 1, at).map((line) => withoutIndent(line, indent.length));
  return { indent, name, title, inner, end: at + 1 };
}

function indented(lines: readonly string[], start: number): Block | undefined {
  const [whole, indent = '', name = '', more = '', quotedTitle] =
    marked.exec(lines[start] ?? '') ?? [];
  // A sentence may begin with these signs, too.
  const isOne = quotedTitle !== undefined || kindOf(name) !== undefined || folded.test(name);
  if (whole === undefined || !isOne) return undefined;
  const title =
    quotedTitle ?? more.replace(/^[ \t]+(?:inline[ \t]+end|inline|end)[ \t]*$/, '').trim();
  let end = start + 1;
  const isInside = (line: string) =>
    line.trim() === '' ||
    /^(?: {4}|\t)/.test(line.slice(line.startsWith(indent) ? indent.length : 0));
  while (end < lines.length && isInside(lines[end] ?? '')) end += 1;
  while (end > start + 1 && lines[end - 1]?.trim() === '') end -= 1;
  if (end === start + 1) return undefined;
  const inner = lines
    .slice(start + 1, end)
    .map((line) => withoutIndent(line.replace(/^(\s*?)\t/, '$1    '), indent.length + 4));
  return { indent, name, title, inner, end };
}

function withoutIndent(line: string, most: number): string {
  return line.slice(Math.min(most, line.length - line.trimStart().length));
}

function kindOf(name: string): string | undefined {
  return calloutKind(name) ?? (plainKinds.test(name) ? 'NOTE' : undefined);
}

function saidOf({ indent, name, title, inner }: Block, notes: Notes): string[] {
  const text = readLines(inner, notes).join('\n');
  const isAlert = name === 'message' && title === 'alert';
  const kind = isAlert ? 'WARNING' : kindOf(name);
  let said = text.replace(/^\n+|\s+$/g, '');
  if (kind !== undefined) {
    const usual = kind === 'NOTE' && !/^(?:note|info|message)$/i.test(name) ? nameWords(name) : '';
    said = callout(kind, isAlert ? '' : title || usual, text);
    notes.changed(`container ${name}`, 'the nearest of five callouts');
  } else if (folded.test(name) || title !== '') {
    said = `**${title || nameWords(name)}**\n\n${said}`;
    notes.changed(`container ${name}`, 'its title stands above it');
  } else notes.changed(`container ${name}`, 'what stood in it is there by itself');
  return said.split('\n').map((line) => (line === '' ? '' : indent + line));
}
