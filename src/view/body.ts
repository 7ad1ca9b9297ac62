import { loadRenderers } from 'astro:container';
import { documents } from 'virtual:scrollback/mdx';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { href } from '#journal/address/base.ts';
import type { BodySource } from '../cache/keptBody.ts';
import { currentJournal } from '../load/current.ts';
import type { SourceDocument } from '../render/collect/document.ts';
import { mdxFailure } from '../render/mdxFailure.ts';
import { bodyInList } from '../render/output/rewrite.ts';
import { finishHtml } from '../render/render.ts';

let container: Promise<AstroContainer> | undefined;
const mdxBodies = new WeakMap<SourceDocument, Promise<string>>();

/**
 * The body as its own page shows it. Only for that of an MDX document there is something to wait for: Astro takes a slower
 * way with all that stands behind what it waits for.
 */
export function pageBody(document: SourceDocument): string | Promise<string> {
  if (document.format === 'md') return currentJournal().htmlOf(document);
  const known = mdxBodies.get(document) ?? renderMdx(document);
  mdxBodies.set(document, known);
  return known;
}

/** The same body for a page on which other entries stand. */
export function listBody(document: SourceDocument): string | Promise<string> {
  const html = pageBody(document);
  return typeof html === 'string'
    ? amongOthers(html, document)
    : html.then((one) => amongOthers(one, document));
}

function amongOthers(html: string, document: SourceDocument): string {
  const ids = document.format === 'mdx' ? 'raw' : currentJournal().factsOf(document).ownIds;
  return ids === 'none'
    ? html
    : bodyInList(html, document, ids, href(document.path, currentJournal().journal.site.url));
}

/** The same body as {@link pageBody} for any thread: where it lies, if it lies anywhere as it is. */
export function bodySource(document: SourceDocument): BodySource | Promise<string> {
  return document.format === 'md' ? currentJournal().bodySource(document) : pageBody(document);
}

async function renderMdx(document: SourceDocument): Promise<string> {
  const Document = documents[document.file];
  if (!Document) throw new Error(`${document.file} was not bundled`);
  container ??= loadRenderers([getContainerRenderer()]).then((renderers) =>
    AstroContainer.create({ renderers }),
  );
  const html = await (await container).renderToString(Document).catch((error: unknown) => {
    throw mdxFailure(error, document);
  });
  const { fill, context } = currentJournal();
  return fill(finishHtml(html, document, context));
}
