import type { Entry } from '#journal/content/entry.ts';
import type { SeriesPart } from '#journal/content/seriesPlaces.ts';
import type { Series } from '#journal/public/publicJournal.ts';
import { renderInline } from '../render/render.ts';
import { words } from '../words/say.ts';
import { type Frame, frameOf } from './frame.ts';
import { type LinkView, linkTo } from './links.ts';
import { type FeedView, feedOf } from './listPages.ts';
import { description, placeInSeries, site, type TimeView, timeView } from './site.ts';

/** The page of a series. */
export interface SeriesView {
  readonly frame: Frame;
  readonly title: string;
  /** HTML. */
  readonly description: string | undefined;
  readonly feed: FeedView | undefined;
  readonly parts: readonly PartView[];
  readonly planned: readonly { readonly part: number; readonly title: string }[];
}

/** A part that is there. */
export interface PartView extends LinkView {
  readonly part: number;
  readonly date: TimeView;
  /** Undefined for an untitled note, whose words the link has. */
  readonly summary: string | undefined;
}

/** Where an entry stands in its series. */
export interface SeriesPlaceView {
  readonly title: string;
  readonly path: string;
  readonly part: number;
  readonly total: number;
  readonly previous: LinkView | undefined;
  readonly next: LinkView | undefined;
  /** The title of the part that is to come next. */
  readonly planned: string | undefined;
}

/** The page of a series. */
export function seriesPage(series: Series): SeriesView {
  const { title, path, parts, planned } = series;
  const last = parts.at(-1)?.part ?? 0;
  return {
    frame: frameOf({ title, path, list: true }),
    title,
    description: series.description
      ? renderInline(series.description, site().site, words())
      : undefined,
    feed: feedOf(path),
    parts: parts.map(partView),
    planned: planned.map((one, at) => ({ part: last + at + 1, title: one })),
  };
}

function partView({ part, entry }: SeriesPart): PartView {
  return {
    ...linkTo(entry),
    part,
    date: timeView(entry.date),
    summary: entry.title === undefined ? undefined : description(entry),
  };
}

/** Where an entry stands in its series, if it is in one. */
export function seriesPlace(entry: Entry): SeriesPlaceView | undefined {
  const place = placeInSeries(entry);
  if (!place) return undefined;
  const { title, path, total, parts, planned } = place.series;
  const [previous, next] = [parts[place.at - 1], parts[place.at + 1]];
  return {
    title,
    path,
    part: place.part.part,
    total,
    previous: previous && linkTo(previous.entry),
    next: next && linkTo(next.entry),
    planned: next ? undefined : planned[0],
  };
}
