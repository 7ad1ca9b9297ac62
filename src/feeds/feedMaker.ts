import type { FeedView } from './feedView.ts';
import type { FormatName } from './formats.ts';

/** Makes feeds beside the main thread; gives nothing where that one has to do it. */
export interface FeedMaker {
  bytes(feed: FeedView, format: FormatName): Promise<Uint8Array | undefined>;
}

const key = Symbol.for('scrollback.feeds');

/** What makes feeds in this build, where they are many. The bundled routes see it as they see the journal. */
export function currentFeedMaker(): FeedMaker | undefined {
  return (globalThis as Record<symbol, FeedMaker | undefined>)[key];
}

/** Puts one in place, or takes it away. */
export function setFeedMaker(maker: FeedMaker | undefined): void {
  (globalThis as Record<symbol, FeedMaker | undefined>)[key] = maker;
}
