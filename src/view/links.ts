import { href as hrefOn } from '#journal/address/base.ts';
import type { Entry } from '#journal/content/entry.ts';
import type { Page } from '#journal/content/page.ts';
import { linkText, site } from './site.ts';

/** The address of a decoded path of the journal, as its pages have it. */
export function href(path: string): string {
  return hrefOn(path, site().site.url);
}

/** A link to an entry or a page. */
export interface LinkView {
  readonly path: string;
  readonly text: string;
  /** Where it is not the journal's language. */
  readonly lang: string | undefined;
}

/** A link to an entry or a page, as every page shows it. */
export function linkTo(document: Entry | Page): LinkView {
  const { path, lang } = document;
  return { path, lang, text: document.kind === 'page' ? document.title : linkText(document) };
}
