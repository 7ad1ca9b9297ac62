import { plainKey } from '#journal/schema/foreignKeys.ts';
import { plainText } from '../html/tree/plainText.ts';
import type { ImportedDocument } from '../item/item.ts';
import type { Notes } from '../item/notes.ts';
import { fencedCode } from './code.ts';
import type { ForeignFile } from './frontMatter.ts';

/** What a block of code calls each of them, and people do, by the endings of files. */
const languages: Readonly<Record<string, readonly [code: string, name: string]>> = {
  org: ['org', 'Org'],
  textile: ['textile', 'Textile'],
  adoc: ['asciidoc', 'AsciiDoc'],
  asciidoc: ['asciidoc', 'AsciiDoc'],
  rst: ['rst', 'reStructuredText'],
};

/** What of a document another language changes. */
type Kept = Pick<ImportedDocument, 'state' | 'body'>;

/**
 * A text that nobody can read here is a draft: its facts come, and its words as they were written, in a block of code, so
 * that whoever puts them into Markdown has all of it. Undefined for a text in Markdown or HTML.
 */
export function keptSource(name: string, body: string, notes: Notes): Kept | undefined {
  const [code, language] = languages[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? [];
  if (code === undefined) return undefined;
  notes.changed(
    `text in ${language}`,
    'it is a draft with its words as they were written: put them into Markdown, and take "draft" out',
  );
  return {
    state: 'draft',
    body: { is: 'markdown', text: fencedCode(body.replace(/^\n+|\s+$/g, ''), code) },
  };
}

type Split = Omit<ForeignFile, 'hasMatter'>;

/** How facts about a text stand in it where they stand in its own language, by the ending of its file. */
export const otherMatter: Readonly<Record<string, (text: string) => Split>> = {
  org: orgMatter,
  rst: rstMatter,
};

/** In lines such as `#+TITLE: Words`. */
function orgMatter(text: string): Split {
  const matter = new Map<string, unknown>();
  const body = text.replace(
    /^#\+([a-z_]+):[ \t]*(.*)\n?/gim,
    (line, key: string, value: string) => {
      const known = key.toLowerCase().replace(/^(?:file|hugo_)tags$/, 'tags');
      if (!orgKeys.has(known)) return line;
      matter.set(
        known,
        known === 'tags' ? value.split(/[\s:]+/).filter((tag) => tag !== '') : plainDate(value),
      );
      return '';
    },
  );
  return { matter, body };
}

/** In a list such as `:date: 2010-05-05` below the title, as Pelican has it. */
function rstMatter(text: string): Split {
  const [head, , title, , fields = ''] =
    /^\s*(?:([=#*~^"'+-])\1{2,}\n)?[ \t]*(\S[^\n]*)\n([=#*~^"'+-])\3{2,}[ \t]*\n\s*((?::[\w -]+:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*)*)/.exec(
      `${text}\n`,
    ) ?? [];
  const found = [...fields.matchAll(/^:([\w -]+):(.*(?:\n[ \t]+.*)*)/gm)].map(
    ([, key = '', value = '']): [string, string] => [
      plainKey(key),
      value.replace(/\s+/g, ' ').trim(),
    ],
  );
  if (head === undefined || found.length === 0) return { matter: new Map(), body: text };
  return { matter: new Map([['title', title], ...found]), body: text.slice(head.length) };
}

/** Facts in the `<title>` and the `<meta>` of a whole page, as Pelican reads them, and what stands in its `<body>`. */
export function htmlMatter(text: string): Split {
  const [, head] =
    /^\s*(?:<!doctype[^>]*>\s*)?<html\b[^>]*>\s*<head\b[^>]*>(.*?)<\/head>/is.exec(text) ?? [];
  if (head === undefined) return { matter: new Map(), body: text };
  const said = [...head.matchAll(/<meta\s+name=["'](\w+)["']\s+content=(["'])(.*?)\2/gis)].map(
    ([, key = '', , value = '']): [string, string] => [plainKey(key), plainText(value)],
  );
  const title = /<title>(.*?)<\/title>/is.exec(head)?.[1];
  const body = /<body\b[^>]*>(.*?)(?:<\/body>|$)/is.exec(text)?.[1] ?? '';
  return {
    matter: new Map([...(title ? [['title', plainText(title)] as const] : []), ...said]),
    body,
  };
}

const orgKeys = new Set(['title', 'date', 'author', 'description', 'tags', 'slug', 'draft']);

/** `<2010-05-05 Wed 10:00>` without its brackets and the day's name. */
function plainDate(value: string): string {
  const [, day, time] =
    /^[<[](\d{4}-\d\d-\d\d)[^\d>\]]*(\d\d?:\d\d)?[^>\]]*[>\]]$/.exec(value.trim()) ?? [];
  return day === undefined ? value.trim() : [day, time].filter(Boolean).join(' ');
}
