import type { Notes } from '../item/notes.ts';
import { codeElsewhere, styledMarks } from './clean.ts';
import { startTagAt } from './tree/startTag.ts';

const looks = 'the theme decides how a page looks';

const decorating = /^(?:font|center|big|basefont|nobr|blink|marquee|o:p)$/;

/** Old elements, and those that HTML has for the same. */
const renamed: Readonly<Record<string, string>> = { tt: 'code', strike: 'del' };

const presentational =
  /^(?:style|align|bgcolor|background|color|face|valign|hspace|vspace|border|cellpadding|cellspacing)$/i;

/** Cleans the tags of one block of Markdown, in their order: an end belongs to the last beginning. */
export class Tags {
  readonly #notes: Notes;
  /** What each open `span` ends with; undefined for one that stays. */
  readonly #spans: (string | undefined)[] = [];

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** A piece of HTML, whole or in parts, without what only decorates. */
  cleaned(source: string): string {
    if (source.startsWith('<!--')) return source;
    const shown = source
      .replace(/<(script|noscript)\b[\s\S]*?<\/\1\s*>/gi, (script) => this.#script(script))
      .replace(/<style\b[\s\S]*?<\/style\s*>|<(?:link|meta)\b[^>]*>/gi, () =>
        this.#dropped('style sheet'),
      );
    let text = '';
    let from = 0;
    for (let at = shown.indexOf('<'); at !== -1; at = shown.indexOf('<', from)) {
      const { written, end } = this.#tag(shown, at);
      text += shown.slice(from, at) + written;
      from = end;
    }
    return text + shown.slice(from);
  }

  #script(script: string): string {
    const page = codeElsewhere(/^<script\b[^>]*\ssrc=["']([^"']+)["']/i.exec(script)?.[1] ?? '');
    if (page === undefined) return this.#dropped('script');
    this.#notes.changed('code of another site, which a script showed', 'a link to it');
    return `<${page}>`;
  }

  #dropped(what: string): string {
    this.#notes.left(what, 'an entry holds what is to be read');
    return '';
  }

  #tag(source: string, at: number): { readonly written: string; readonly end: number } {
    const [whole, name] = /^<\/([a-z][\w:-]*)\s*>/i.exec(source.slice(at, at + 60)) ?? [];
    if (whole !== undefined && name !== undefined)
      return { written: this.#end(whole, name.toLowerCase()), end: at + whole.length };
    if (!/[a-z]/i.test(source[at + 1] ?? '')) return { written: '<', end: at + 1 };
    const tag = startTagAt(source, at);
    if (tag.trouble !== 'none') return { written: source.slice(at, tag.end), end: tag.end };
    return {
      written: this.#start(source.slice(at, tag.end), tag.name.toLowerCase()),
      end: tag.end,
    };
  }

  #end(whole: string, name: string): string {
    if (decorating.test(name)) return '';
    if (name === 'span' && this.#spans.length > 0) return this.#spans.pop() ?? whole;
    return renamed[name] === undefined ? whole : `</${renamed[name]}>`;
  }

  #start(whole: string, name: string): string {
    if (decorating.test(name)) {
      this.#notes.left('tag that only decorates', looks);
      return '';
    }
    const tag = this.#withoutLooks(whole);
    if (name === 'span' && !/\/>$/.test(whole)) return this.#span(whole, tag);
    return renamed[name] === undefined ? tag : tag.replace(/^<\w+/, `<${renamed[name]}`);
  }

  /** Bold and italics that are so by style alone are words' own; a `span` that says nothing else goes. */
  #span(whole: string, tag: string): string {
    if (tag === whole) {
      this.#spans.push(undefined);
      return whole;
    }
    const names = styledMarks(whole, ['b', 'i', 'del']);
    const isBare = /^<span\s*>$/i.test(tag);
    const begins = names.map((name) => `<${name}>`).join('');
    const ends = names
      .map((name) => `</${name}>`)
      .toReversed()
      .join('');
    this.#spans.push(ends + (isBare ? '' : '</span>'));
    return (isBare ? '' : tag) + begins;
  }

  #withoutLooks(whole: string): string {
    return whole.replace(
      /\s+([^\s=>"'/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))/gi,
      (attribute: string, name: string) => {
        if (/^on[a-z]/i.test(name)) return this.#dropped('script');
        const isOfTable = /^<t[dhr]\b/i.test(whole) && /^v?align$/i.test(name);
        if (!presentational.test(name) || isOfTable) return attribute;
        this.#notes.left('inline style', looks);
        return '';
      },
    );
  }
}

const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
const mayStayOpen = /^(?:p|li|dt|dd|td|th|tr|thead|tbody|tfoot|option|colgroup)$/;

/** Whether all that begins in a piece of HTML ends in it. */
export function isWhole(source: string): boolean {
  const open = new Map<string, number>();
  const text = source.replace(/<!--[\s\S]*?-->/g, '');
  for (const [, slash = '', name = '', rest = ''] of text.matchAll(
    /<(\/?)([a-z][\w:-]*)([^<>]*)>/gi,
  )) {
    const key = name.toLowerCase();
    if (empty.test(key) || mayStayOpen.test(key) || rest.endsWith('/')) continue;
    open.set(key, (open.get(key) ?? 0) + (slash === '' ? 1 : -1));
  }
  return [...open.values()].every((count) => count === 0) && !/<[a-z][^<>]*$/i.test(text);
}
