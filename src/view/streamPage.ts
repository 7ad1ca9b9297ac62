import { type StreamPage, streamPages } from '#journal/public/stream.ts';
import { text } from '../words/say.ts';
import { type Frame, frameOf } from './frame.ts';
import { site } from './site.ts';
import { type WholeEntryView, wholeEntry } from './wholeEntry.ts';

/** A page of the stream, in which entries stand whole. */
export interface StreamView {
  readonly frame: Frame;
  readonly number: number;
  /** The journal's title. */
  readonly title: string;
  readonly entries: readonly WholeEntryView[];
  /** Paths of its neighbours; the home page has no newer one. */
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

/** The pages of the stream but for the home page, oldest first. */
export function olderStreamPages(): StreamView[] {
  return pages().slice(0, -1).map(streamPage);
}

/** The home page. */
export function homePage(): StreamView | undefined {
  const newest = pages().at(-1);
  return newest && streamPage(newest);
}

function pages(): StreamPage[] {
  const { entries, site: journal } = site();
  return streamPages(entries, journal.stream.entries);
}

function streamPage({ path, number, entries, newer, older }: StreamPage): StreamView {
  const { title, tagline } = site().site;
  const about =
    newer === undefined ? { description: tagline } : { title: text('page', { page: number }) };
  return {
    frame: frameOf({ ...about, path, shows: entries, list: true }),
    number,
    title,
    entries: entries.map(wholeEntry),
    newer,
    older,
  };
}
