import { loadRenderers } from 'astro:container';
import { statSync } from 'node:fs';
import { documents } from 'virtual:scrollback/mdx';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { href } from '#journal/address/base.ts';
import { publicFile } from '#journal/content/contentName.ts';
import { oncePer } from '#journal/once/once.ts';
import type { BodySource } from '../cache/keptBody.ts';
import { currentJournal } from '../load/current.ts';
import { shownAddressesOf } from '../media/assets.ts';
import { recordingType } from '../media/recording.ts';
import type { InternalLink, SourceDocument } from '../render/collect/document.ts';
import { mdxFailure } from '../render/mdxFailure.ts';
import { bodyInList } from '../render/output/rewrite.ts';
import { finishHtml } from '../render/render.ts';
import { permalink } from './site.ts';

let container: Promise<AstroContainer> | undefined;
const mdxBody = oncePer(renderMdx);

/**
 * The body as its own page shows it. Only for that of an MDX document there is something to wait for: Astro takes a slower
 * way with all that stands behind what it waits for.
 */
export function pageBody(document: SourceDocument): string | Promise<string> {
  return document.format === 'md' ? currentJournal().htmlOf(document) : mdxBody(document);
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

/** A sound or a film of the journal's own that a body plays or links. */
export interface Recording {
  readonly address: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: number;
}

/** The recordings of a body that no spoiler hides, as it names them: those beside the document, then those of public/. */
export function recordingsOf(document: SourceDocument): Recording[] {
  const { journal, factsOf, asset, onDisk, publicFiles } = currentJournal();
  const { assets, links } = factsOf(document);
  const recording = (file: string, address: string | undefined): Recording[] => {
    const type = recordingType(file);
    if (type === undefined || address === undefined) return [];
    return [{ address, type, bytes: statSync(onDisk(file)).size }];
  };
  const { url } = journal.site;
  const beside = assets.flatMap(({ file, as, hidden }) => {
    const found = as === 'file' && !hidden ? asset(file, as) : undefined;
    const [path] = found ? shownAddressesOf(found, url) : [];
    return recording(file, path && new URL(path, url).href);
  });
  const isPublic = ({ path, hidden }: InternalLink) =>
    !hidden && recordingType(path) !== undefined && publicFiles.includes(path);
  const inPublic = new Set(links.filter(isPublic).map(({ path }) => path));
  return [
    ...beside,
    ...[...inPublic].flatMap((path) => recording(publicFile(path), permalink(path))),
  ];
}
