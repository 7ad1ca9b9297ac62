import { readComments } from '#journal/content/comments.ts';
import { type Entry, entryKind, readEntry } from '#journal/content/entry.ts';
import { isPageFile, readPage } from '#journal/content/page.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import { commentsAnchor } from '#journal/public/thread.ts';
import { type Site, siteSchema } from '#journal/schema/siteSchema.ts';
import { validate } from '#journal/schema/validate.ts';

/** Texts of a journal by file. */
export type Texts = ReadonlyMap<string, string>;

/** The settings of a journal; undefined while they are wrong. */
function siteOf(texts: Texts): Site | undefined {
  const source = texts.get('site.yaml') ?? '';
  return validate(siteSchema, parseYaml(source, 'site.yaml'), 'site.yaml').value;
}

/** The entries of a journal whose files have no faults. */
export function entriesOf(texts: Texts): Entry[] {
  const site = siteOf(texts);
  if (!site) return [];
  return [...texts].flatMap(([file, source]) =>
    entryKind(file) ? (readEntry(file, source, site).entry ?? []) : [],
  );
}

/** The page on which readers see a file, from the root of the site; undefined where there is none. */
export function pageAddress(file: string, texts: Texts): string | undefined {
  const source = texts.get(file);
  const site = siteOf(texts);
  if (source === undefined || !site) return undefined;
  if (entryKind(file)) return readEntry(file, source, site).entry?.path;
  if (isPageFile(file)) return readPage(file, source, site).page?.path;
  if (/^comments\//.test(file)) {
    const id = readComments(file, source).comments?.entry;
    const entry = entriesOf(texts).find((one) => one.id === id);
    return entry && `${entry.path}#${commentsAnchor}`;
  }
  return file === 'site.yaml' || file === 'style.css' ? '/' : undefined;
}
