import type * as z from 'zod';
import { ownPathFaults } from '../address/pathRules.ts';
import { plainSlug } from '../address/slug.ts';
import type { Fault } from '../fault/fault.ts';
import { readOrRefuse } from '../fault/unreadable.ts';
import { type SplitFile, splitFrontMatter } from '../file/frontMatter.ts';
import { checkedMatter } from '../schema/checkedMatter.ts';
import { pageSchema } from '../schema/pageSchema.ts';
import type { Site } from '../schema/siteSchema.ts';
import { salvage } from '../schema/validate.ts';
import { faultsIn, isOfDraft } from './draft.ts';
import { type Entry, fileSlug } from './entry.ts';

/** A page outside the stream, such as /about/. */
export interface Page extends Pick<Entry, OfAnyDocument> {
  readonly kind: 'page';
  readonly title: string;
}

/** What is the same of an entry and of a page. */
type OfAnyDocument =
  | ('format' | 'file' | 'folder' | 'id' | 'path' | 'aliases' | 'summary' | 'lang' | 'draft')
  | ('body' | 'bodyLine' | 'lineOf');

/** `pages/about.md` becomes /about/. */
export function isPageFile(file: string): boolean {
  return /^pages\/.*\.mdx?$/.test(file);
}

/** Whether a file is the page that `site.yaml` has at the address of the journal itself. */
export function isHomeFile(file: string, { home }: Pick<Site, 'home'>): boolean {
  if (home.is !== 'page') return false;
  const name = file.replace(/^pages\//, '').replace(/\.mdx?$/, '');
  return [name, fileSlug(file), ownPathOf(file).slice(1, -1)].includes(home.name);
}

/** The path of a page that is not the home page. */
function ownPathOf(file: string): string {
  const name = fileSlug(file);
  return `/${plainSlug(name, name)}/`;
}

/** Reads a page from the text of its file; with `salvaging`, what can be read of one that has faults. */
export function readPage(
  file: string,
  source: string,
  site: Pick<Site, 'home'>,
  salvaging = false,
): ReadPage {
  return readOrRefuse(
    { file, text: () => source },
    () => readWhole(file, source, site, salvaging),
    (fault) => ({ page: undefined, faults: faultsIn(source, [fault]) }),
  );
}

/** What became of one file: a page, or the reasons why not. */
interface ReadPage {
  readonly page: Page | undefined;
  readonly faults: readonly Fault[];
}

function readWhole(
  file: string,
  source: string,
  site: Pick<Site, 'home'>,
  salvaging: boolean,
): ReadPage {
  const split = splitFrontMatter(source, file);
  const read = checkedMatter(pageSchema, split, file);
  const faults = faultsIn(source, read.faults);
  const matter =
    read.value ??
    (salvaging ? salvage(pageSchema, split.yaml, { title: fileSlug(file) }) : undefined);
  if (!matter) return { page: undefined, faults };
  const draft = matter.draft === true || isOfDraft(faults);
  const page = pageFrom(file, { ...matter, draft }, split, isHomeFile(file, site));
  const wrong = ownPathFaults(file, () => 1, page.path);
  return wrong.length === 0
    ? { page, faults }
    : { page: undefined, faults: [...faults, ...faultsIn(source, wrong)] };
}

function pageFrom(
  file: string,
  value: z.infer<typeof pageSchema>,
  split: SplitFile,
  isHome: boolean,
): Page {
  const own = ownPathOf(file);
  const aliases = value.aliases ?? [];
  return {
    kind: 'page',
    format: file.endsWith('.mdx') ? 'mdx' : 'md',
    file,
    folder: file.slice(0, file.lastIndexOf('/') + 1),
    id: own,
    path: isHome ? '/' : own,
    aliases: isHome ? [...aliases, own] : aliases,
    title: value.title,
    summary: value.summary,
    lang: value.lang,
    draft: value.draft ?? false,
    body: split.body,
    bodyLine: split.bodyLine,
    lineOf: (keys) => split.yaml.lineOf(keys),
  };
}
