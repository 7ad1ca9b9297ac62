import type { HeadingRule } from '#journal/address/headingRules.ts';
import type { Named } from '#journal/address/names.ts';
import type { Entry } from '#journal/content/entry.ts';
import type { Page } from '#journal/content/page.ts';
import type { Fault } from '#journal/fault/fault.ts';
import type { OwnWords } from '#journal/words/speaker.ts';

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
  /** Whether a file is shown there, and no page is linked. */
  readonly isFile?: boolean;
  /** Whether it stands in a spoiler. */
  readonly hidden?: true;
}

/** A file of the content folder that a document shows or links. */
export interface UsedFile {
  /** Path from the content folder. */
  readonly file: string;
  /** `image` goes through the picture pipeline. */
  readonly as: 'image' | 'file';
  /** 1-based line, in the document's file, on which it does so first. */
  readonly line: number;
  /** Whether it is linked or played in spoilers alone. */
  readonly hidden?: true;
}

/** The two ids of a footnote: of the first mark that leads to it (the first outside of `details`, if there is one), and of its item in the list of notes. */
export interface NoteIds {
  readonly mark: string;
  readonly note: string;
  /** Whether all its marks stand in `details`, which may be closed. */
  readonly folded?: true;
}

/** Texts beside the body that hold inline Markdown. */
export type InlineText = 'tldr' | 'caption' | 'credit';

/** What one parse of a body tells beside its HTML. Plain data: it is cached as JSON. */
export interface DocumentFacts {
  /** Ids that a link may point to. */
  readonly anchors: readonly string[];
  readonly links: readonly InternalLink[];
  /** Files beside the document that the body shows or links. */
  readonly assets: readonly UsedFile[];
  /** Inline texts of the front matter as HTML, in which links and pictures went the same way as in the body. */
  readonly inline: Readonly<Partial<Record<InlineText, string>>>;
  /**
   * Footnotes in the order of their list: the id of the first mark (in the text, or in another note where only that
   * refers to it) and of the note, as they stand in the HTML. Unescaped: a stylesheet has to escape them.
   */
  readonly notes: readonly NoteIds[];
  /** First words of the body as plain text, without footnote marks. */
  readonly excerpt: string;
  /** Relative links to Markdown files, and the path that each had: the HTML is stale when one moved. */
  readonly resolved: readonly (readonly [file: string, path: string])[];
  /** What each name in double brackets stood for: a path, or empty where nobody may see such a document yet. */
  readonly named: readonly (readonly [name: string, path: string])[];
  /** Names in double brackets of what is not written yet, or not published. `line` is the file's. */
  readonly wanted: readonly { readonly name: string; readonly line: number }[];
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
  /** The file that the name of one that is not there most likely means, for words about a fault. */
  nearFile?(file: string): string | undefined;
  /** What a name in double brackets stands for. */
  find(name: string): Named;
  /** The site's own origin. */
  readonly siteUrl: string;
  /** Where it began before. */
  readonly formerly: readonly string[];
  /** Whose rule the ids of headings follow. */
  readonly headingIds: HeadingRule;
  /** The language of documents that name none, as a BCP 47 tag. */
  readonly language: string;
  /** What the journal says otherwise than we do, if it does. */
  readonly words?: OwnWords;
  /** Whether quotes, dashes and ellipses are set as print has them. */
  readonly smartPunctuation: boolean;
}
