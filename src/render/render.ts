import type { Element } from 'hast';
import {
  type Features,
  type HastNode,
  type HastPluginDefinition,
  type MarkdownToHtmlResult,
  markdownToHtml,
  markdownToMdast,
  mdxToJs,
  mdxToMdast,
} from 'satteri';
import { afterMove } from '#journal/address/address.ts';
import { type SiteAddress, siteBase } from '#journal/address/base.ts';
import { isLinkable, trimmedAddress } from '#journal/address/scheme.ts';
import type { Entry } from '#journal/content/entry.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { readOrRefuse } from '#journal/fault/unreadable.ts';
import { withoutAbbreviations } from '#journal/text/inline/abbreviations.ts';
import { type Disguise, disguiseFor } from '#journal/text/inline/disguise.ts';
import { markdownFeatures, parseMarkdown, withoutMarks } from '#journal/text/markdown.ts';
import { ourWords } from '#journal/words/languages/siteWords.ts';
import { bodyWords } from './collect/bodyWords.ts';
import { Collector, type Lead } from './collect/collector.ts';
import type { DocumentContext, RenderedDocument, SourceDocument } from './collect/document.ts';
import {
  beside,
  footnotePrefix,
  type Ids,
  noteIds,
  noteOf,
  ownLabelId,
} from './collect/footnotes.ts';
import { htmlForPage, sourceForPage } from './constructs/pageForms.ts';
import { closed } from './html/balance.ts';
import { escapeHtml } from './html/html.ts';
import { lineHtml } from './html/lineHtml.ts';
import { wordsAlone } from './html/wordsAlone.ts';
import { restorePlugin } from './inline/restorePlugin.ts';
import { joinLines } from './inline/softBreaks.ts';
import { documentPlugins } from './plugin.ts';
import { withoutForbidden } from './raw/bare.ts';
import { contained } from './raw/contained.ts';
import { withoutComments } from './raw/withoutComments.ts';

/** How Sätteri parses a document, footnote ids of its own included. */
export function documentFeatures(document: SourceDocument, context: DocumentContext): Features {
  const words = bodyWords(document, context);
  return {
    ...markdownFeatures,
    gfm: {
      footnotes: {
        clobberPrefix: footnotePrefix(document.id),
        label: words.text('footnotes'),
        backLabel: words.text('backToReference', { reference: '{reference}' }),
      },
    },
  };
}

/** The one render: page, list and feed all show this HTML. MDX bodies come from the bundler and are only inspected here. */
export function renderDocument(
  document: SourceDocument,
  context: DocumentContext,
): RenderedDocument {
  const { file, bodyLine: firstLine } = document;
  return readOrRefuse(
    { file, text: () => document.body, firstLine },
    () => renderWhole(document, context),
    (fault) => ({
      html: '',
      facts: { ...new Collector(document, context).facts(), faults: [fault] },
    }),
  );
}

function renderWhole(document: SourceDocument, context: DocumentContext): RenderedDocument {
  const lead = leadOf(document);
  const collector = new Collector(document, context, lead);
  collector.plainTexts();
  if (document.kind !== 'page') collectMatter(document, collector, context, lead);
  if (document.format === 'mdx') return inspectMdx(document, collector, context);
  const source = lead ? `${lead.text}\n\n${document.body}` : document.body;
  const rendered = render(source, documentFeatures(document, context), collector);
  const borne = withoutForbidden(rendered, collector);
  const finish = borne === rendered ? finished : finishHtml;
  const whole = finish(borne, document, context);
  const [first = '', leading = ''] = (lead && /^<p>([\s\S]*?)<\/p>\n?/.exec(whole)) ?? [];
  if (lead) {
    const summary = closed(leading, 'line') ?? escapeHtml(leading);
    collector.inline('tldr', withoutComments(summary));
  }
  const html = whole.slice(first.length);
  if (html.includes('<section data-footnotes'))
    collector.notes(noteIds(html, footnotePrefix(document.id)));
  return { html: contained(html, 'blocks', collector), facts: collector.facts() };
}

/** A summary with footnote marks: it is rendered with the body, which has the notes. */
function leadOf(document: SourceDocument): Lead | undefined {
  if (document.kind === 'page' || document.format === 'mdx') return undefined;
  const { tldr: text, tldrLine: line } = document;
  if (text === undefined || withoutMarks(text) === text) return undefined;
  const [only, ...others] = parseMarkdown(text).children;
  const isParagraph = only?.type === 'paragraph' && others.length === 0;
  return isParagraph ? { text, line, isAlone: false } : undefined;
}

/**
 * Takes what the front matter shows: the cover, and the texts with inline Markdown, except the one that is rendered with
 * the body.
 */
function collectMatter(
  entry: Entry,
  collector: Collector,
  context: DocumentContext,
  lead: Lead | undefined,
): void {
  const { tldr, cover } = entry;
  if (cover) collector.addresses.imageFile(cover.src, entry.lineOf(['cover', 'src']));
  const texts = [
    { name: 'tldr', text: lead ? undefined : tldr },
    { name: 'caption', text: cover?.caption },
    { name: 'credit', text: cover?.credit },
  ] as const;
  for (const { name, text } of texts) {
    if (text === undefined) continue;
    const line = name === 'tldr' ? entry.tldrLine : entry.lineOf(['cover', name]);
    const inside = new Collector(entry, context, { text, line, isAlone: true });
    const html = withoutParagraph(render(text, markdownFeatures, inside));
    const joined = joinLines(html, entry.lang ?? context.language);
    collector.inline(name, contained(joined, 'line', inside), inside);
  }
}

function render(markdown: string, features: Features, collector: Collector): string {
  const parse = (text: string) => markdownToMdast(text, { features });
  const { markdown: plain, abbreviations } = withoutAbbreviations(markdown, parse);
  collector.abbreviations = abbreviations;
  const tagged = sourceForPage(plain, 'md');
  const disguise = disguiseFor(tagged, parse);
  const options = { features, mdastPlugins: documentPlugins(collector, tagged, disguise) };
  const { html } = markdownToHtml(disguise?.markdown ?? tagged, options) as MarkdownToHtmlResult;
  return htmlForPage(html, collector.words);
}

/** What is done to the HTML of an MDX document, which comes from the bundler. */
export function finishHtml(
  html: string,
  document: SourceDocument,
  context: Pick<DocumentContext, 'language' | 'words'>,
): string {
  return finished(htmlForPage(html, bodyWords(document, context)), document, context);
}

/** What is done to the HTML of a body as a page has it, from whichever of the two engines it came. */
function finished(
  html: string,
  document: SourceDocument,
  context: Pick<DocumentContext, 'language' | 'words'>,
): string {
  const words = bodyWords(document, context);
  const joined = joinLines(html, document.lang ?? context.language);
  return joined.includes('footnote-label')
    ? ownLabelId(joined, footnotePrefix(document.id), words)
    : joined;
}

/** A line of inline Markdown that belongs to no entry, such as what a series is about, as HTML in the words of its language. */
export function renderInline(markdown: string, site: SiteAddress, words = ourWords('en')): string {
  const tagged = sourceForPage(markdown, 'md');
  const disguise = disguiseFor(tagged, (text) =>
    markdownToMdast(text, { features: markdownFeatures }),
  );
  const addressOf = ({ url }: { readonly url: string }) =>
    isLinkable(url) ? inLine(url, site) : '';
  const { html } = markdownToHtml(disguise?.markdown ?? tagged, {
    features: markdownFeatures,
    mdastPlugins: [
      ...(disguise ? [restorePlugin(disguise)] : []),
      // A line has no pictures; what one would show, its words say.
      {
        name: 'line',
        image: (node) => ({ type: 'text', value: node.alt ?? '' }),
        html: (node) => ({ type: 'html', value: lineHtml(node.value) }),
        link(node, context) {
          const url = addressOf(node);
          if (url === '' && node.url !== '') context.setProperty(node, 'data', wordsAlone);
          else if (url !== node.url) context.setProperty(node, 'url', url);
        },
        definition(node, context) {
          const url = addressOf(node);
          if (url !== node.url) context.setProperty(node, 'url', url);
        },
      },
    ],
  }) as MarkdownToHtmlResult;
  const line = withoutParagraph(htmlForPage(html, words));
  return markdown.includes('<') ? (closed(line, 'line') ?? escapeHtml(line)) : line;
}

/** The address of a link in such a line, as a page has it. */
function inLine(url: string, site: SiteAddress): string {
  const address = afterMove(trimmedAddress(url), site);
  return /^\/(?![/\\])/.test(address) ? siteBase(site.url) + address : url;
}

function withoutParagraph(html: string): string {
  return html.trim().replace(/^<p>([\s\S]*)<\/p>$/, '$1');
}

/** Of MDX there is no HTML yet when its facts are told: the ids are read where the HTML will come from. */
function noteCollector(document: SourceDocument, collector: Collector): HastPluginDefinition {
  const prefix = footnotePrefix(document.id);
  return {
    name: 'notes',
    before(root) {
      const section = root.children.findLast(
        (node): node is Element =>
          node.type === 'element' && node.properties['dataFootnotes'] !== undefined,
      );
      const list = section?.children.find(
        (node): node is Element => node.type === 'element' && node.tagName === 'ol',
      );
      const items = list?.children.filter((node) => node.type === 'element') ?? [];
      const ids = idsOf(root);
      collector.notes(
        items.flatMap(({ properties }) =>
          noteOf(decodeURIComponent(String(properties['id'])), prefix).map((one) =>
            beside(one, ids),
          ),
        ),
      );
    },
  };
}

/** The stand-ins that the parser needs for the body of an MDX document. */
export function mdxDisguise(
  document: SourceDocument,
  body: string,
  context: DocumentContext,
): Disguise | undefined {
  const features = documentFeatures(document, context);
  return disguiseFor(body, (text) => mdxToMdast(text, { features }));
}

function idsOf(node: Readonly<HastNode>, isFolded = false, ids = new Map<string, boolean>()): Ids {
  if (node.type === 'element' && typeof node.properties['id'] === 'string')
    ids.set(decodeURIComponent(node.properties['id']), isFolded);
  const name = 'name' in node ? node.name : node.type === 'element' ? node.tagName : '';
  if ('children' in node)
    for (const child of node.children) idsOf(child, isFolded || name === 'details', ids);
  return ids;
}

/** Whether Sätteri says so, and not code that looks at what it has parsed. */
function isOfParser(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'GenericFailure';
}

function inspectMdx(
  document: SourceDocument,
  collector: Collector,
  context: DocumentContext,
): RenderedDocument {
  const body = sourceForPage(document.body, 'mdx');
  try {
    const disguise = mdxDisguise(document, body, context);
    mdxToJs(disguise?.markdown ?? body, {
      features: documentFeatures(document, context),
      mdastPlugins: documentPlugins(collector, body, disguise),
      hastPlugins: document.body.includes('[^') ? [noteCollector(document, collector)] : [],
    });
    return { html: '', facts: collector.facts() };
  } catch (error) {
    if (!isOfParser(error)) throw error;
    const above = document.bodyLine - 1;
    const message = error.message.replace(/(?<=^|\()(\d+)(?=:\d+)/g, (line) =>
      String(Number(line) + above),
    );
    const line = Number(/(?<=^|\()(\d+):\d+/.exec(message)?.[1] ?? document.bodyLine);
    const fault: Fault = {
      file: document.file,
      line,
      kind: 'mdx',
      what: `MDX that cannot be read (${message.replace(/\s+/g, ' ')})`,
      expected: 'closed tags and braces',
      cure: 'mend that line, or rename the file to .md if it needs no components',
    };
    return { html: '', facts: { ...collector.facts(), faults: [fault] } };
  }
}
