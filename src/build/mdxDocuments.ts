import type { Entry } from '#journal/content/entry.ts';
import type { Page } from '#journal/content/page.ts';
import { withSlashes } from '#journal/file/withSlashes.ts';
import { digestOf } from '../cache/bodies.ts';
import { currentJournal } from '../load/current.ts';

type MdxDocument = Entry | Page;

/** Whether a file, by its absolute path, is a document of the loaded journal that the bundler makes. */
export function isMdxDocument(path: string): boolean {
  return documentAt(withSlashes(path)) !== undefined;
}

/** The MDX documents of the journal, which are modules of the bundler. */
export function mdxDocuments(): MdxDocument[] {
  const { journal } = currentJournal();
  return [...journal.entries, ...journal.pages].filter((document) => document.format === 'mdx');
}

/** What the bodies of those MDX documents are made of that may run code of their own, be it in braces or as a module. */
export function mdxTexts(): string[] {
  return mdxDocuments().flatMap(({ body }) =>
    body.includes('{') || /^(?:import|export)\b/m.test(body) ? [body] : [],
  );
}

/** Changes whenever what the bundler makes of the MDX documents does. */
export function mdxDigest(): string {
  const { journal, digestOf: digestOfDocument } = currentJournal();
  const told = mdxDocuments().flatMap((document) => [document.file, digestOfDocument(document)]);
  return digestOf(journal.site.url, ...told);
}

/** The MDX document at an absolute path, as the bundler names it. */
export function documentAt(path: string): MdxDocument | undefined {
  const { onDisk } = currentJournal();
  return mdxDocuments().find((document) => onDisk(document.file) === path);
}
