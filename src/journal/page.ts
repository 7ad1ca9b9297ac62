import { fileSlug } from './entry.ts';
import type { Fault } from './fault.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { ownPathFaults } from './pathRules.ts';
import { pageSchema } from './schema/page.ts';
import { validate } from './schema/validate.ts';
import { slugify } from './slug.ts';

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

/** Reads a page from the text of its file. */
export function readPage(
  file: string,
  source: string,
): { page: Page | undefined; faults: readonly Fault[] } {
  const split = splitFrontMatter(source, file);
  if (split.faults.length > 0) return { page: undefined, faults: split.faults };
  const { value, faults } = validate(pageSchema, split.yaml, file);
  if (value === undefined) return { page: undefined, faults };
  const name = fileSlug(file);
  const path = `/${slugify(name, name)}/`;
  const wrong = ownPathFaults(file, 1, path);
  if (wrong.length > 0) return { page: undefined, faults: wrong };
  return {
    faults: [],
    page: {
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
    },
  };
}
