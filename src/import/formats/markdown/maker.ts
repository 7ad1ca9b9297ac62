import type { ImportedSite, ImportedState } from '../../item/item.ts';
import type { ForeignMatter } from '../../markdown/frontMatter.ts';
import type { Source } from '../../source/source.ts';

/** A text as its generator knows it. */
export interface MadeOf {
  readonly name: string;
  readonly matter: ForeignMatter;
  readonly title: string | undefined;
  /** In the forms of a document's date. */
  readonly date: string | undefined;
}

/** What a generator makes of a text, as far as its settings say so. */
export interface Made {
  readonly isPage?: boolean;
  /** From the root of its host; undefined where only a run of the program would tell. */
  readonly address?: string | undefined;
  readonly slug?: string | undefined;
  readonly language?: string | undefined;
  readonly translationKey?: string | undefined;
  readonly state?: ImportedState | undefined;
  /** Those that say how it is made, and nothing to a reader. */
  readonly hiddenTags?: readonly string[];
}

/** A generator that is set up in a folder, and has no format of its own. */
export interface Maker {
  readonly site: ImportedSite;
  /** Whether a file that is no Markdown is a text. */
  isText?(name: string): boolean;
  /** Why a text is no document of a journal; undefined where it is one. */
  whyLeft?(name: string): string | undefined;
  madeOf(text: MadeOf): Made;
  /** The same text without code, in Markdown or HTML, with addresses as others write them. */
  withPlainAddresses?(body: string): string;
  /** What stands of a text in a file beside it. */
  matterBeside?(name: string): Promise<ForeignMatter | undefined>;
}

/** What the settings of a kind of generator are called, and how they are read. */
export interface MakerKind {
  /** Its first group is the folder of the site, with a final `/`, or empty. */
  readonly settings: RegExp;
  /** Undefined where the file is that of something else. */
  read(source: Source, file: string, root: string): Promise<Maker | undefined>;
}

/** What stands before all paths of a site on its host, without a final `/`; undefined where its address is not known. */
export function baseOf({ url }: ImportedSite): string | undefined {
  return URL.parse(url ?? '')?.pathname.replace(/\/+$/, '');
}
