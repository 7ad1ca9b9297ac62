import type { Properties } from 'hast';
import type { Blockquote, List, PhrasingContent } from 'mdast';
import { firstFound } from '#journal/once/firstFound.ts';
import { type ConstructName, constructNames, constructs } from '#journal/text/constructs.ts';
import type { SiteWords } from '#journal/words/languages/siteWords.ts';
import type { ShapedQuote, Shaping } from '../collect/shaping.ts';
import type { Content } from '../html/element.ts';
import { linksGone } from '../html/wordsAlone.ts';
import { type WordsForm, wikiWords } from '../inline/wikiNodes.ts';
import { calloutOf, pullQuoteOf } from './callout.ts';
import { codeVisitors } from './codeBlock.ts';
import { figureOf, recordingOf } from './figure.ts';
import { footnoteVisitors } from './footnoteVisitors.ts';
import { mathVisitors, type Visited, type Visitors } from './mathVisitors.ts';
import { conversationOf, quotationOf } from './quotation.ts';
import { spoilersShown, spoilersTagged } from './spoiler.ts';
import { tableVisitors } from './table.ts';
import { labelTasks } from './taskList.ts';
import { termsOf } from './terms.ts';

/** How a page comes to show a construct. */
interface PageForm {
  /** Of a blockquote that is one. */
  readonly quote?: (node: Readonly<Blockquote>, shaping: Shaping) => ShapedQuote | undefined;
  /** In place of a paragraph that is one. */
  readonly paragraph?: (
    children: readonly PhrasingContent[],
    shaping: Shaping,
  ) => Content | undefined;
  /** Attributes of a list that is one. */
  readonly list?: (node: Readonly<List>) => Properties | undefined;
  /** In place of words of a line. */
  readonly words?: WordsForm;
  /** What visits its nodes. */
  readonly visitors?: (visited: Visited) => Visitors;
  /** A change of the Markdown, before the parse. */
  readonly source?: (body: string, format: 'md' | 'mdx') => string;
  /** A change of the HTML. A second time it changes nothing. */
  readonly html?: (html: string, words: SiteWords) => string;
}

type AtLeastOne<T> = { [Part in keyof T]-?: Required<Pick<T, Part>> & Omit<T, Part> }[keyof T];

const pageForms: Readonly<Record<ConstructName, AtLeastOne<PageForm> | 'as Markdown has it'>> = {
  callout: { quote: calloutOf },
  pullQuote: { quote: pullQuoteOf },
  conversation: { quote: conversationOf },
  quotation: { quote: quotationOf },
  recording: { paragraph: recordingOf },
  figure: { paragraph: figureOf },
  terms: { list: termsOf },
  taskList: { html: labelTasks },
  code: { visitors: codeVisitors },
  mathematics: { visitors: mathVisitors },
  table: { visitors: tableVisitors },
  spoiler: { source: spoilersTagged, html: spoilersShown },
  wikiLink: { words: wikiWords },
  footnote: { visitors: footnoteVisitors },
};

/** A form of a construct, with the look that tells whether a body needs it. */
interface Looked<Form> {
  readonly form: Form;
  readonly mayBeIn: (body: string) => boolean;
}

function formsOf<Part extends keyof PageForm>(
  part: Part,
): readonly Looked<NonNullable<PageForm[Part]>>[] {
  return constructNames.flatMap((name) => {
    const of: PageForm | 'as Markdown has it' = pageForms[name];
    const form = of === 'as Markdown has it' ? undefined : of[part];
    return form ? [{ form, mayBeIn: constructs[name].mayBeIn }] : [];
  });
}

const quotes = formsOf('quote');
const paragraphs = formsOf('paragraph');
const lists = formsOf('list');
const words = formsOf('words');
const visitors = formsOf('visitors');
const sources = formsOf('source');
const finishes = formsOf('html');

// Constructs that are written alike share a look.
const blockLooks = new Set([...paragraphs, ...quotes, ...lists].map(({ mayBeIn }) => mayBeIn));

/** Whether a body can have a block that is more than Markdown says: to look into all of them takes time. */
export function mayShapeBlocks(body: string): boolean {
  return [...blockLooks].some((mayBeIn) => mayBeIn(body));
}

/** What a blockquote is; undefined where it is nothing but that. */
export function quoteForm(node: Readonly<Blockquote>, shaping: Shaping): ShapedQuote | undefined {
  return firstFound(quotes, ({ form }) => form(node, shaping));
}

/** What stands on a page in place of a paragraph; undefined where it is nothing but that. */
export function paragraphForm(
  children: readonly PhrasingContent[],
  shaping: Shaping,
): Content | undefined {
  return firstFound(paragraphs, ({ form }) => form(children, shaping));
}

/** The attributes of a list that is more than that. */
export function listForm(node: Readonly<List>): Properties | undefined {
  return firstFound(lists, ({ form }) => form(node));
}

/** What stands in place of words of the lines of a body. */
export function wordsForms(body: string): readonly WordsForm[] {
  return needed(words, body);
}

/** What visits the nodes of a body. Visitors that it cannot need are left out, since every visited node costs. */
export function visitorsFor(visited: Visited): Visitors {
  return Object.assign({}, ...needed(visitors, visited.body).map((form) => form(visited)));
}

/** A body as it is parsed for a page. */
export function sourceForPage(body: string, format: 'md' | 'mdx'): string {
  return needed(sources, body).reduce((source, form) => form(source, format), body);
}

/** HTML from such a body as a page has it, in the words of its language. */
export function htmlForPage(html: string, words: SiteWords): string {
  return finishes.reduce((whole, { form }) => form(whole, words), linksGone(html));
}

function needed<Form>(forms: readonly Looked<Form>[], body: string): readonly Form[] {
  return forms.flatMap(({ form, mayBeIn }) => (mayBeIn(body) ? [form] : []));
}
