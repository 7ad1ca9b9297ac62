import type { AuthorCardView } from '../view/authorPage.ts';
import type { CommentsView, CommentView } from '../view/comments.ts';
import type { EntryView, RelatedList } from '../view/entryPage.ts';
import type { Frame } from '../view/frame.ts';
import type { FeedView, ListView } from '../view/listPages.ts';
import type { PlainView } from '../view/plainPage.ts';
import type { SeriesPlaceView } from '../view/seriesPage.ts';
import type { StreamView } from '../view/streamPage.ts';
import type { FooterView, WholeEntryView } from '../view/wholeEntry.ts';

/** An author below an entry, or at the head of the author's own page. */
export interface AuthorCardProps {
  card: AuthorCardView;
  /** Whether the card stands on the author's own page, whose heading is the name. */
  own?: boolean;
}

/** The page around everything: the head, the masthead, and the footer. What the page is about goes into its slot. */
export interface BaseProps {
  frame: Frame;
}

/** Who wrote an entry. */
export interface BylineProps {
  footer: FooterView;
  /** Whether cards of the authors follow, which tell machines who wrote the entry. */
  cards: boolean;
}

/** Comments, with the answers to each below it. */
export interface CommentListProps {
  comments: CommentsView;
  threads: readonly CommentView[];
}

/** All that readers answered to an entry, with its heading. */
export interface CommentsProps {
  comments: CommentsView;
}

/** When an entry is from. */
export interface EntryDateProps {
  entry: WholeEntryView;
}

/** What stands below the text of an entry: authors, tags, copies. */
export interface EntryFooterProps {
  footer: FooterView;
  /** The journal's language. */
  language: string;
  /** Whether cards of the authors follow. */
  cards: boolean;
}

/** Entries as lines of a list. */
export interface EntryListProps {
  list: ListView;
}

/** The page of an entry. */
export interface EntryPageProps {
  view: EntryView;
}

/** Where a list can be followed. */
export interface FeedLinksProps {
  feed: FeedView;
}

/** What only machines read of a page. */
export interface HeadProps {
  frame: Frame;
}

/** Why readers do not see an entry yet; in `npm run dev` alone. */
export interface HiddenMarkProps {
  mark: string | undefined;
}

/** A page that lists entries. */
export interface ListPageProps {
  view: ListView;
}

/** A page of `pages/`. */
export interface PlainPageProps {
  view: PlainView;
}

/** What else there is to read, below an entry. */
export interface RelatedEntriesProps {
  lists: readonly RelatedList[];
  /** The journal's language. */
  language: string;
}

/** Where an entry stands in its series. */
export interface SeriesPlaceProps {
  place: SeriesPlaceView | undefined;
  /** The journal's language. */
  language: string;
}

/** A page of the stream, in which entries stand whole. */
export interface StreamProps {
  view: StreamView;
}

/** An entry, whole: in the stream, and on its own page. */
export interface WholeEntryProps {
  entry: WholeEntryView;
  /** What else there is where the entry has the page to itself. */
  alone?: {
    readonly authors: readonly AuthorCardView[];
    readonly comments: CommentsView | undefined;
  };
}
