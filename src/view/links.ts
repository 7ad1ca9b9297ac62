import { href as hrefOn } from '#journal/address/base.ts';
import type { Entry } from '#journal/content/entry.ts';
import type { Page } from '#journal/content/page.ts';
import { languageOf } from '#journal/content/translations.ts';
import { oncePer } from '#journal/once/once.ts';
import { languageInWords } from '#journal/words/locale.ts';
import { escapeHtml } from '../render/html/html.ts';
import { linkText, permalink, site } from './site.ts';

/** The address of a decoded path of the journal, as its pages have it. */
export function href(path: string): string {
  return hrefOn(path, site().site.url);
}

/** An address as HTML that may break behind each of its slashes. */
export function breakable(address: string): string {
  return address
    .split(/(?<=[^:/]\/)(?=[^/])/)
    .map(escapeHtml)
    .join('<wbr>');
}

/** A link to an entry or a page. */
export interface LinkView {
  readonly path: string;
  readonly text: string;
  /** Where it is not the journal's language. */
  readonly lang: string | undefined;
}

/** A link to an entry or a page, as every page shows it: a dozen lead to each. */
export const linkTo = oncePer((document: Entry | Page): LinkView => {
  const { path, lang } = document;
  return { path, lang, text: document.kind === 'page' ? document.title : linkText(document) };
});

/** A link to an entry that says the same in another language. */
export interface TranslationView {
  readonly path: string;
  readonly lang: string;
  /** What the language calls itself, and in which language that is: another one where we know no such name. */
  readonly name: { readonly name: string; readonly lang: string };
}

/** The address of a page in one of the languages that it is there in (HTML, `hreflang`). */
export interface Alternate {
  /** `x-default` for whoever reads none of them: the one in the journal's language. */
  readonly lang: string;
  readonly address: string;
}

/** Links to the entries that say the same in other languages. */
export function translationsOf(entry: Entry): TranslationView[] {
  const journal = site().site;
  return sisters(entry)
    .filter((one) => one !== entry)
    .map((one) => {
      const lang = languageOf(one, journal);
      return { path: one.path, lang, name: languageInWords(lang, journal.language) };
    });
}

/** The addresses of an entry in all its languages; none where it has but one. */
export function alternatesOf(entry: Entry): Alternate[] {
  const journal = site().site;
  const all = sisters(entry).map(({ lang, canonical, path }) => ({
    lang: languageOf({ lang }, journal),
    address: canonical ?? permalink(path),
  }));
  const first = all.find(({ lang }) => lang === languageOf({ lang: undefined }, journal));
  return first ? [...all, { ...first, lang: 'x-default' }] : all;
}

function sisters(entry: Entry): readonly Entry[] {
  return site().translations.get(entry) ?? [];
}
