import { oncePer } from '#journal/once/once.ts';
import type { Writer } from '#journal/public/writers.ts';
import { shownAddressesOf } from '../media/assets.ts';
import { renderInline } from '../render/render.ts';
import { words } from '../words/say.ts';
import { type ListView, listPage } from './listPages.ts';
import { permalink, portraitOf, site } from './site.ts';

/** The page of an author: who that is, and all that there is by them. */
export interface AuthorView extends ListView {
  readonly card: AuthorCardView;
}

/** Who an author is. */
export interface AuthorCardView {
  readonly name: string;
  readonly path: string;
  readonly permalink: string;
  /** The journal's language. */
  readonly language: string;
  readonly portrait: PortraitView | undefined;
  /** HTML. */
  readonly bio: string | undefined;
  /** The author's own address. */
  readonly url: string | undefined;
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** The picture of an author. */
export interface PortraitView {
  readonly address: string | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly alt: string | undefined;
}

/** The page of an author. */
export function authorPage(writer: Writer): AuthorView {
  const { name, path, entries } = writer;
  return { ...listPage({ title: name, path, entries }), card: authorCard(writer) };
}

/** Who an author is, on the author's own page or below an entry: an author stands below every article. */
export const authorCard = oncePer(cardOf);

function cardOf(writer: Writer): AuthorCardView {
  const { name, path, person } = writer;
  return {
    name,
    path,
    permalink: permalink(path),
    language: site().site.language,
    portrait: portraitView(writer),
    bio: person?.bio === undefined ? undefined : renderInline(person.bio, site().site, words()),
    url: person?.url,
    links: (person?.links ?? []).map(({ label, url }) => ({ label, url })),
  };
}

function portraitView(writer: Writer): PortraitView | undefined {
  const portrait = portraitOf(writer);
  if (!portrait) return undefined;
  return {
    address: shownAddressesOf(portrait, site().site.url)[0],
    width: portrait.size?.width,
    height: portrait.size?.height,
    alt: writer.person?.picture?.alt,
  };
}
