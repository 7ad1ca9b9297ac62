import type { Definition, RootContent } from 'mdast';
import type { ConstructName, NodeOf } from '#journal/text/constructs.ts';
import type { SiteWords } from '#journal/words/languages/siteWords.ts';
import type { FootnoteList } from './footnoteList.ts';
import type { PostTextBuilder, Styles } from './postText.ts';

/** How addresses in a body become addresses for followers. */
export interface ResolveLink {
  /** The absolute address; undefined where it is none. */
  link(url: string): string | undefined;
  /** The file of a picture, from the content folder; undefined for one elsewhere, and what the channel cannot show. */
  image(url: string): string | undefined;
  /** The file of a film that the channel can show. */
  film(url: string): string | undefined;
}

/** A body on its way into a text for the channel. Every kind of block writes into it in a file of its own. */
export interface Rendering {
  readonly out: PostTextBuilder;
  /** The Markdown, in which escapes can be told from marks. */
  readonly body: string;
  readonly resolve: ResolveLink;
  /** What is said within a text, in its language. */
  readonly words: SiteWords;
  /** Takes a picture or a film for the post, hidden where its styles have a spoiler. */
  show(file: string, styles: Styles): void;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notes: FootnoteList;
  /** What the text says outside of its pull quotes, as `wordsSaid` has it. */
  wordsBesidePullQuotes(): string;
  /** Writes blocks, an empty line between them. `isInside`: no gap before the first. */
  blocks(nodes: readonly RootContent[], styles: Styles, isInside?: boolean): void;
  /** Writes inline content; blocks in it, which raw HTML may have there, as blocks. */
  phrasing(nodes: readonly RootContent[], styles: Styles): void;
}

/** Writes a node that is such a construct. @returns false for any other, of which nothing is written. */
export type ChannelForm<Name extends ConstructName> = (
  node: NodeOf<Name>,
  styles: Styles,
  rendering: Rendering,
) => boolean;
