import { homeOf, streamPath } from '#journal/public/home.ts';
import { type StreamPage, streamPages } from '#journal/public/stream.ts';
import { text } from '../words/say.ts';
import { type Frame, frameOf } from './frame.ts';
import { type ListView, listPage } from './listPages.ts';
import { type PlainView, plainPage } from './plainPage.ts';
import { site } from './site.ts';
import { type WholeEntryView, wholeEntry } from './wholeEntry.ts';

/** A page of the stream, in which entries stand whole. */
export interface StreamView {
  readonly kind: 'stream';
  readonly frame: Frame;
  readonly number: number;
  /** The journal's title. */
  readonly title: string;
  readonly entries: readonly WholeEntryView[];
  /** Paths of its neighbours; the newest has no newer one. */
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

/** The pages of the stream but for the newest, oldest first. */
export function olderStreamPages(): StreamView[] {
  return pages().slice(0, -1).map(streamPage);
}

/** The newest page of the stream. */
function newestStreamPage(): StreamView | undefined {
  const newest = pages().at(-1);
  return newest && streamPage(newest);
}

/** The newest page of the stream where the home page is another one. */
export function streamBesideHome(): StreamView | undefined {
  return homeOf(site()).is === 'stream' ? undefined : newestStreamPage();
}

function pages(): StreamPage[] {
  const { entries, site: journal } = site();
  return streamPages(entries, journal.stream.entries, streamPath(site()));
}

function streamPage({ path, number, entries, newer, older }: StreamPage): StreamView {
  const { title } = site().site;
  const name = newer === undefined ? text('newestEntries') : text('page', { page: number });
  return {
    kind: 'stream',
    frame: frameOf({ title: path === '/' ? undefined : name, path, shows: entries, list: true }),
    number,
    title,
    entries: entries.map(wholeEntry),
    newer,
    older,
  };
}

/** All entries by name, on the home page. */
export interface HomeListView {
  readonly kind: 'list';
  readonly list: ListView;
  readonly isEmpty: boolean;
}

/** What stands at the address of the journal itself. */
export function homePage(): StreamView | PlainView | HomeListView | undefined {
  const home = homeOf(site());
  if (home.is === 'page') return plainPage(home.page);
  return home.is === 'list' ? listOfAll() : newestStreamPage();
}

function listOfAll(): HomeListView {
  const { entries, site: journal } = site();
  const list = listPage({ title: journal.title, path: '/', entries });
  return { kind: 'list', list, isEmpty: entries.length === 0 };
}
