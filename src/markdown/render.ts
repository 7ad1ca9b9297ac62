import { type Features, type MarkdownToHtmlResult, markdownToHtml, mdxToJs } from 'satteri';
import type { Entry } from '#journal/entry.ts';
import type { Fault } from '#journal/fault.ts';
import { markdownFeatures } from '#journal/markdown.ts';
import { Collector } from './collector.ts';
import type { DocumentContext, RenderedDocument, SourceDocument } from './document.ts';
import { footnotePrefix, ownLabelId } from './footnotes.ts';
import { documentPlugin } from './plugin.ts';

/** How Sätteri parses a document, footnote ids of its own included. */
export function documentFeatures(document: SourceDocument): Features {
  return {
    ...markdownFeatures,
    gfm: { footnotes: { clobberPrefix: footnotePrefix(document.id) } },
  };
}

/** The one render: page, list and feed all show this HTML. MDX bodies come from the bundler and are only inspected here. */
export function renderDocument(
  document: SourceDocument,
  context: DocumentContext,
): RenderedDocument {
  const collector = new Collector(document, context);
  if (document.kind !== 'page') collectMatter(document, collector, context);
  if (document.format === 'mdx') return inspectMdx(document, collector);
  const html = render(document.body, documentFeatures(document), collector);
  return { html: finishHtml(html, document), facts: collector.facts() };
}

/** Takes what the front matter shows: the cover, and the texts with inline Markdown. */
function collectMatter(entry: Entry, collector: Collector, context: DocumentContext): void {
  const { tldr, cover } = entry;
  if (cover) collector.imageFile(cover.src, entry.lineOf(['cover', 'src']));
  const texts = [
    { name: 'tldr', text: tldr, line: entry.tldrLine },
    { name: 'caption', text: cover?.caption, line: entry.lineOf(['cover', 'caption']) },
    { name: 'credit', text: cover?.credit, line: entry.lineOf(['cover', 'credit']) },
  ] as const;
  for (const { name, text, line } of texts) {
    if (text === undefined) continue;
    const inside = new Collector(entry, context, line);
    collector.inline(name, withoutParagraph(render(text, markdownFeatures, inside)), inside);
  }
}

function render(markdown: string, features: Features, collector: Collector): string {
  const options = { features, mdastPlugins: [documentPlugin(collector, markdown)] };
  return (markdownToHtml(markdown, options) as MarkdownToHtmlResult).html;
}

/** What is done to the HTML of a body, from whichever of the two engines it came. */
export function finishHtml(html: string, document: SourceDocument): string {
  return html.includes('footnote-label') ? ownLabelId(html, footnotePrefix(document.id)) : html;
}

/** A line of inline Markdown that belongs to no entry, such as what a series is about, as HTML. */
export function renderInline(markdown: string): string {
  const { html } = markdownToHtml(markdown, {
    features: markdownFeatures,
    // A line has no pictures; what one would show, its words say.
    mdastPlugins: [{ name: 'line', image: (node) => ({ type: 'text', value: node.alt ?? '' }) }],
  }) as MarkdownToHtmlResult;
  return withoutParagraph(html);
}

function withoutParagraph(html: string): string {
  return html.trim().replace(/^<p>([\s\S]*)<\/p>$/, '$1');
}

function inspectMdx(document: SourceDocument, collector: Collector): RenderedDocument {
  try {
    mdxToJs(document.body, {
      features: documentFeatures(document),
      mdastPlugins: [documentPlugin(collector, document.body)],
    });
    return { html: '', facts: collector.facts() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/(\d+):\d+/.exec(message)?.[1] ?? 1) + document.bodyLine - 1;
    const fault: Fault = {
      file: document.file,
      line,
      what: `MDX that cannot be read (${message.replace(/\s+/g, ' ')})`,
      expected: 'closed tags and braces',
      cure: 'mend that line, or rename the file to .md if it needs no components',
    };
    return { html: '', facts: { ...collector.facts(), faults: [fault] } };
  }
}
