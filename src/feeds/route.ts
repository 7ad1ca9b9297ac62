import type { APIContext } from 'astro';
import { oncePer } from '#journal/once/once.ts';
import { feedsOf } from '#journal/public/feed.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { site } from '../view/site.ts';
import { type ViewPath, viewPath } from '../view/viewKey.ts';
import { currentFeedMaker } from './feedMaker.ts';
import { type FeedView, feedView } from './feedView.ts';
import { type FormatName, feedFile } from './formats.ts';

/** What a route of feeds is handed. */
export interface FeedProps extends Record<string, unknown> {
  readonly view: FeedView;
}

/**
 * What the route of a feed answers with: a stream of its bytes as they are, of which a response makes no copy. Where many
 * are made at once, another thread makes them.
 */
export function feedRoute(format: FormatName) {
  const type = format === 'feed.json' ? 'application/feed+json' : 'application/xml';
  return async ({ props: { view } }: APIContext<FeedProps>): Promise<Response> => {
    const bytes = (await currentFeedMaker()?.bytes(view, format)) ?? (await feedFile(view, format));
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    });
    return new Response(stream, { headers: { 'content-type': type } });
  };
}

type FeedPath = ViewPath<FeedView>;

/** The feeds of one language each, whose files lie beside the home page. */
export function languageFeedPaths(): FeedPath[] {
  return pathsOf(site()).filter(({ params }) => params['language'] !== undefined);
}

/** The pages beside which a feed's file lies: `list` is undefined for the home page. */
export function feedPaths(): FeedPath[] {
  return pathsOf(site()).filter(({ params }) => params['language'] === undefined);
}

// The three formats have the same.
const pathsOf = oncePer((journal: PublicJournal): FeedPath[] =>
  feedsOf(journal).map((feed) =>
    viewPath(
      feed.only === undefined
        ? { list: feed.page.replace(/^\/|\/$/g, '') || undefined }
        : { language: feed.only },
      () => feedView(feed),
    ),
  ),
);
