import type * as z from 'zod';
import { ownPathFaults } from '../address/pathRules.ts';
import { slugify } from '../address/slug.ts';
import type { Fault } from '../fault/fault.ts';
import { readOrRefuse } from '../fault/unreadable.ts';
import { type SplitFile, splitFrontMatter } from '../file/frontMatter.ts';
import { pageSchema } from '../schema/page.ts';
import { salvage, validate } from '../schema/validate.ts';
import { faultsIn, isOfDraft } from './draft.ts';
import { fileSlug } from './entry.ts';

/** A page outside the stream, such as /about/. */
export interface Page {
  readonly kind: 'page';
  readonly format: 'md' | 'mdx';
  readonly file: string;
  readonly folder: string;
  readonly id: string;
  readonly path: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly summary: string | undefined;
  readonly lang: string | undefined;
  readonly draft: boolean;
  readonly body: string;
  readonly bodyLine: number;
  lineOf(path: readonly PropertyKey[]): number;
}

/** `pages/about.md` becomes /about/. */
export function isPageFile(file: string): boolean {
  return /^pages\/.*\.mdx?$/.test(file);
}

/** Reads a page from the text of its file; with `salvaging`, what can be read of one that has faults. */
export function readPage(file: string, source: string, salvaging = false): ReadPage {
  return readOrRefuse(
    { file, text: () => source },
    () => readWhole(file, source, salvaging),
    (fault) => ({ page: undefined, faults: faultsIn(source, [fault]) }),
  );
}

/** What became of one file: a page, or the reasons why not. */
interface ReadPage {
  readonly page: Page | undefined;
  readonly faults: readonly Fault[];
}

function readWhole(file: string, source: string, salvaging: boolean): ReadPage {
  const split = splitFrontMatter(source, file);
  const read =
    split.faults.length > 0
      ? { value: undefined, faults: split.faults }
      : validate(pageSchema, split.yaml, file);
  const faults = faultsIn(source, read.faults);
  const matter =
    read.value ??
    (salvaging ? salvage(pageSchema, split.yaml, { title: fileSlug(file) }) : undefined);
  if (!matter) return { page: undefined, faults };
  const draft = matter.draft === true || isOfDraft(faults);
  const page = pageFrom(file, { ...matter, draft }, split);
  const wrong = ownPathFaults(file, () => 1, page.path);
  return wrong.length === 0
    ? { page, faults }
    : { page: undefined, faults: [...faults, ...faultsIn(source, wrong)] };
}

function pageFrom(file: string, value: z.infer<typeof pageSchema>, split: SplitFile): Page {
  const name = fileSlug(file);
  const path = `/${slugify(name, name)}/`;
  return {
    kind: 'page',
    format: file.endsWith('.mdx') ? 'mdx' : 'md',
    file,
    folder: file.slice(0, file.lastIndexOf('/') + 1),
    id: path,
    path,
    aliases: value.aliases ?? [],
    title: value.title,
    summary: value.summary,
    lang: value.lang,
    draft: value.draft ?? false,
    body: split.body,
    bodyLine: split.bodyLine,
    lineOf: (keys) => split.yaml.lineOf(keys),
  };
}
