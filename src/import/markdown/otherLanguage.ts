import type { ImportedDocument } from '../item/item.ts';
import type { Notes } from '../item/notes.ts';
import { fencedCode } from './code.ts';
import type { ForeignMatter } from './frontMatter.ts';

const languages = [
  { ending: /\.org$/i, name: 'Org', code: 'org' },
  { ending: /\.textile$/i, name: 'Textile', code: 'textile' },
  { ending: /\.mdx$/i, name: 'MDX', code: 'mdx' },
  { ending: /\.(?:adoc|asciidoc)$/i, name: 'AsciiDoc', code: 'asciidoc' },
  { ending: /\.rst$/i, name: 'reStructuredText', code: 'rst' },
];

/** What of a document another language changes. */
type Kept = Pick<ImportedDocument, 'state' | 'body'>;

/**
 * A text that nobody can read here is a draft: its facts come, and its words as they were written, in a block of code, so
 * that whoever puts them into Markdown has all of it. Undefined for a text in Markdown or HTML.
 */
export function keptSource(name: string, body: string, notes: Notes): Kept | undefined {
  const language = languages.find(({ ending }) => ending.test(name));
  if (!language) return undefined;
  notes.changed(
    `text in ${language.name}`,
    'it is a draft with its words as they were written: put them into Markdown, and take "draft" out',
  );
  return {
    state: 'draft',
    body: { is: 'markdown', text: fencedCode(body.replace(/^\n+|\s+$/g, ''), language.code) },
  };
}

/** The front matter of an Org file, which is lines such as `#+TITLE: Words`, and the text without them. */
export function orgMatter(text: string): { readonly matter: ForeignMatter; readonly body: string } {
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

const orgKeys = new Set(['title', 'date', 'author', 'description', 'tags', 'slug', 'draft']);

/** `<2010-05-05 Wed 10:00>` without its brackets and the day's name. */
function plainDate(value: string): string {
  const [, day, time] =
    /^[<[](\d{4}-\d\d-\d\d)[^\d>\]]*(\d\d?:\d\d)?[^>\]]*[>\]]$/.exec(value.trim()) ?? [];
  return day === undefined ? value.trim() : [day, time].filter(Boolean).join(' ');
}
