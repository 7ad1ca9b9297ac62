import type { Entry } from '#journal/entry.ts';
import type { Fault } from '#journal/fault.ts';
import type { Page } from '#journal/page.ts';

/** Anything with a Markdown body. */
export type SourceDocument = Entry | Page;

/** A link inside the journal, found in a body. */
export interface InternalLink {
  /** Decoded path from the root; empty for a link within the document. */
  readonly path: string;
  /** Decoded fragment, without `#`; empty where there is none. */
  readonly fragment: string;
  /** 1-based line in the file. */
  readonly line: number;
}

/** Texts beside the body that hold inline Markdown. */
export type InlineText = 'tldr' | 'caption' | 'credit';

/** What one parse of a body tells beside its HTML. Plain data: it is cached as JSON. */
export interface DocumentFacts {
  /** Ids that a link may point to. */
  readonly anchors: readonly string[];
  readonly headings: readonly {
    readonly depth: number;
    readonly id: string;
    readonly text: string;
  }[];
  readonly links: readonly InternalLink[];
  /** Files beside the document that the body shows or links: `image` goes through the picture pipeline. */
  readonly assets: readonly { readonly file: string; readonly as: 'image' | 'file' }[];
  /** Inline texts of the front matter as HTML, in which links and pictures went the same way as in the body. */
  readonly inline: Readonly<Partial<Record<InlineText, string>>>;
  /** First words of the body as plain text, without footnote marks. */
  readonly excerpt: string;
  /** Relative links to Markdown files, and the path that each had: the HTML is stale when one moved. */
  readonly resolved: readonly (readonly [file: string, path: string])[];
  /** Files beside the document that relative links might have meant, and that were not there. */
  readonly absent: readonly string[];
  /** Which ids other than those of footnotes stand in the HTML: of headings alone, or of raw HTML as well. */
  readonly ownIds: 'none' | 'headings' | 'raw';
  readonly faults: readonly Fault[];
}

/** A rendered body. Pictures and files stand in it as placeholders; see `placeholder.ts`. */
export interface RenderedDocument {
  readonly html: string;
  readonly facts: DocumentFacts;
}

/** What rendering needs to know of the rest of the content folder. */
export interface DocumentContext {
  /** Path of the entry or page that a Markdown file became. */
  pathOf(file: string): string | undefined;
  /** Whether the content folder has this file. */
  hasFile(file: string): boolean;
  /** The site's own origin. */
  readonly siteUrl: string;
}
