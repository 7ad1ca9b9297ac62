import { decoded } from '#journal/address/contentPath.ts';
import { HeadingIds, type HeadingText } from '#journal/address/headingRules.ts';
import { canBeBorne, type FaultKind } from '#journal/fault/kinds.ts';
import { plainMark, plainWarning } from '#journal/fault/plainMark.ts';
import { lineBreaksBefore } from '#journal/file/lineBreaks.ts';
import { excerptOf } from '#journal/text/excerpt.ts';
import type { Abbreviations } from '#journal/text/inline/abbreviations.ts';
import type { SiteWords } from '#journal/words/languages/siteWords.ts';
import { escapeHtml } from '../html/html.ts';
import { RawHtml } from '../html/tags.ts';
import { Addresses } from './addresses.ts';
import { bodyWords } from './bodyWords.ts';
import type {
  DocumentContext,
  DocumentFacts,
  InlineText,
  NoteIds,
  SourceDocument,
} from './document.ts';
import {
  type FootnoteDefinition,
  type FootnoteMark,
  type FootnoteReference,
  footnoteFaults,
  lineMarkFaults,
} from './footnotes.ts';
import { mathematics } from './mathematics.ts';
import { TextFaults } from './textFaults.ts';

/** A text of one paragraph that is not in the body, and begins on this line of the file. */
export interface Lead {
  readonly text: string;
  readonly line: number;
  /** Whether the body does not follow, after an empty line. */
  readonly isAlone: boolean;
}

function lineOf(
  { bodyLine }: SourceDocument,
  lead: Lead | undefined,
): (textLine: number) => number {
  if (!lead) return (textLine) => bodyLine + textLine - 1;
  const lines = lead.text.split('\n').length;
  return (textLine) =>
    lead.isAlone || textLine <= lines ? lead.line + textLine - 1 : bodyLine + textLine - lines - 2;
}

/** The id that every page has already: the target of "Skip to the text". */
const layoutId = 'main';

/** Collects, while a body is parsed, everything about it that is not HTML. */
export class Collector {
  readonly document: SourceDocument;
  /** How many blocks stand above those of the body. */
  readonly leads: number;
  /** What links, pictures and recordings lead to. */
  readonly addresses: Addresses;
  /** The raw HTML of the text. */
  readonly rawHtml = new RawHtml();
  /** Whether the text has a heading of the first rank, which its page has already, so that all go down by one. */
  lowersHeadings = false;
  /** What short words of the text stand for. */
  abbreviations: Abbreviations = new Map();
  readonly #context: DocumentContext;
  /** Whether the text is a line of the front matter, beside which no notes can stand. */
  readonly #isLine: boolean;
  readonly #anchors = new Set<string>();
  readonly #headings: HeadingIds;
  readonly #faults: TextFaults;
  readonly #references: FootnoteReference[] = [];
  readonly #definitions: FootnoteDefinition[] = [];
  readonly #undefinedMarks: FootnoteMark[] = [];
  readonly #inline: Partial<Record<InlineText, string>> = {};
  #notes: readonly NoteIds[] = [];
  #excerpt = '';
  #hasHeadings = false;
  #hasRawIds = false;

  /** `lead` stands above the body in what is collected. */
  constructor(document: SourceDocument, context: DocumentContext, lead?: Lead) {
    this.document = document;
    this.leads = lead?.isAlone === false ? 1 : 0;
    this.#isLine = lead?.isAlone === true;
    this.#context = context;
    this.#headings = new HeadingIds(context.headingIds);
    this.#faults = new TextFaults(document.file, lineOf(document, lead));
    this.addresses = new Addresses(document, context, this.#faults);
  }

  /** The language in which punctuation is set; undefined where all stays as it was typed, as in notes. */
  get punctuation(): string | undefined {
    return this.#context.smartPunctuation && this.document.kind !== 'note'
      ? this.#language
      : undefined;
  }

  get #language(): string {
    return this.document.lang ?? this.#context.language;
  }

  /** What is said within the text. */
  get words(): SiteWords {
    return bodyWords(this.document, this.#context);
  }

  /** Takes an inline text of the front matter, and what was collected in it apart from the body. */
  inline(name: InlineText, html: string, inside?: Collector): void {
    this.#inline[name] = html;
    if (!inside) return;
    this.addresses.include(inside.addresses);
    this.#faults.include(inside.facts().faults);
  }

  /** Looks at what holds plain words. */
  plainTexts(): void {
    const { file, title, summary, lineOf } = this.document;
    const take = (key: readonly string[], where: string, text: string | undefined) => {
      // Where a key stands takes reading the file once more.
      if (text !== undefined && plainMark(text) !== undefined)
        this.#faults.include(plainWarning({ file, line: lineOf(key) }, where, text));
    };
    take(['title'], 'the title', title);
    take(['summary'], 'the summary', summary);
    if (this.document.kind === 'page') return;
    const { tags, cover } = this.document;
    for (const tag of tags) take(['tags'], 'a tag', tag);
    take(['cover', 'alt'], 'the words of the cover', cover?.alt);
  }

  /** Whether ids of headings follow the journal's own rule, which looks at their words alone. */
  get hasOwnHeadingRule(): boolean {
    return this.#context.headingIds === 'scrollback';
  }

  /** Takes a heading and gives it its id, unique in the document; empty for one that its rule gives none. */
  heading(heading: HeadingText): string {
    const id = this.#headings.next(heading, (one) => this.#anchors.has(one) || one === layoutId);
    this.#anchors.add(id);
    this.#hasHeadings = true;
    return id;
  }

  /** Takes a heading that has an id of its own; whether it is the first of that name. */
  headingWithId(id: string, bodyLine: number): boolean {
    this.#hasHeadings = true;
    return this.#takeId(id, bodyLine);
  }

  /** Takes an id that the text itself gives; whether it is the first of that name. */
  id(id: string, bodyLine: number): boolean {
    this.#hasRawIds = true;
    return this.#takeId(id, bodyLine);
  }

  #takeId(id: string, bodyLine: number): boolean {
    const isFirst = !this.#anchors.has(id) && id !== layoutId;
    if (!isFirst) {
      this.#faults.add(
        'double-id',
        this.#faults.line(bodyLine),
        `the id "${id}" is there already`,
        'ids that are used once',
        'give it another id',
      );
    }
    this.#anchors.add(id);
    return isFirst;
  }

  excerpt(text: string): void {
    this.#excerpt = excerptOf(text, this.#language);
  }

  reference(label: string, bodyLine: number, isHidden: boolean): void {
    this.#references.push({ label, line: this.#faults.line(bodyLine), isHidden });
  }

  /** Takes a note and the lines of the body that it stands on. */
  definition(label: string, { line, endLine, hides }: Omit<FootnoteDefinition, 'label'>): void {
    this.#definitions.push({
      label,
      line: this.#faults.line(line),
      endLine: this.#faults.line(endLine),
      hides,
    });
  }

  /** Takes the ids that the footnotes have in the HTML. */
  notes(notes: readonly NoteIds[]): void {
    this.#notes = notes;
  }

  /** Takes the source of a text node, in which a mark that nothing defines stayed. */
  text(source: string, bodyLine: number): void {
    const breaks = lineBreaksBefore(source);
    for (const match of source.matchAll(/(?<!\\)\[\^([^[\]\s]+)\]/g)) {
      const line = this.#faults.line(bodyLine + breaks(match.index));
      this.#undefinedMarks.push({ label: match[1] ?? '', line });
    }
  }

  /** Takes a fault of the text. */
  fault(kind: FaultKind, bodyLine: number, what: string, expected: string, cure: string): void {
    this.#faults.add(kind, this.#faults.line(bodyLine), what, expected, cure);
  }

  /** Whether something was found so far with which the text cannot be published. */
  get isUnbearable(): boolean {
    return this.#faults.all.some(({ kind, warning }) => !warning && !canBeBorne(kind));
  }

  /** Whether a fault of a kind was found so far. */
  has(kind: FaultKind): boolean {
    return this.#faults.all.some((fault) => fault.kind === kind);
  }

  /** Takes what is told and stops nothing. */
  warning(kind: FaultKind, bodyLine: number, what: string, expected: string, cure: string): void {
    this.#faults.warn(kind, this.#faults.line(bodyLine), what, expected, cure);
  }

  /** Takes a link that stands in another one. */
  linkInLink(bodyLine: number): void {
    this.warning(
      'link-in-link',
      bodyLine,
      'a link within a link',
      'one of the two',
      'take the other away',
    );
  }

  /** Takes TeX; the answer is the HTML to show. */
  mathematics(tex: string, display: 'inline' | 'block', bodyLine: number): string {
    const { html, mistake } = mathematics(tex, display);
    if (html !== undefined) return html;
    this.fault(
      'mathematics',
      bodyLine,
      `mathematics that cannot be read (${mistake})`,
      'TeX as Temml knows it',
      'correct it, or write \\$\\$ if it is none',
    );
    return `<code>${escapeHtml(tex)}</code>`;
  }

  facts(): DocumentFacts {
    const marks = {
      references: this.#references,
      definitions: this.#definitions,
      undefinedMarks: this.#undefinedMarks,
    };
    return {
      ...this.addresses.facts(),
      // Browsers look for an id as it stands in an address, and decoded.
      anchors: [...new Set([...this.#anchors].map(decoded))].filter((id) => id !== ''),
      inline: this.#inline,
      notes: this.#notes,
      excerpt: this.#excerpt,
      ownIds: this.#hasRawIds ? 'raw' : this.#hasHeadings ? 'headings' : 'none',
      faults: [
        ...this.#faults.all,
        ...(this.#isLine ? lineMarkFaults : footnoteFaults)(marks, this.document.file),
      ],
    };
  }
}
