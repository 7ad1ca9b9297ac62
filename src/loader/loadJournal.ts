import * as fileSystem from 'node:fs/promises';
import type { Entry } from '#journal/entry.ts';
import type { Fault } from '#journal/fault.ts';
import { readContentFolder } from '#journal/folder.ts';
import { assembleJournal } from '#journal/journal.ts';
import { type Audience, type PublicJournal, publicJournal } from '#journal/publicJournal.ts';
import type { DocumentContext, DocumentFacts, SourceDocument } from '../markdown/document.ts';
import { fillPlaceholders } from '../markdown/placeholder.ts';
import { renderDocument } from '../markdown/render.ts';
import type { Asset, Assets } from '../media/assets.ts';
import { type Bodies, digestOf } from './bodies.ts';
import type { LoadOptions } from './contentRoot.ts';
import { fillingFrom, loadAssets } from './documentAssets.ts';
import { linkFaults, siteMap, takenPathFaults } from './links.ts';
import { rendererDigest } from './renderer.ts';

/** A journal that is loaded, checked and rendered. */
export interface LoadedJournal {
  /** Behind the gate: all that pages, feeds and lists may show. */
  readonly journal: PublicJournal;
  /** Entries behind the gate that nobody sees yet. */
  readonly hidden: readonly Entry[];
  factsOf(document: SourceDocument): DocumentFacts;
  /** Changes whenever the document's file or renderer does. */
  digestOf(document: SourceDocument): string;
  /** HTML as the page shows it; empty for MDX, whose HTML the bundler makes. */
  htmlOf(document: SourceDocument): string;
  /** Puts pictures and files in place of the placeholders of HTML that came from the bundler. */
  fill(html: string): string;
  /** A picture or file beside an entry. */
  asset(file: string): Asset | undefined;
  /** Absolute path of a file of the content folder. */
  onDisk(file: string): string;
  /** Absolute, real path of the content folder. */
  readonly root: string;
  /** What rendering one document needs to know of the others. */
  readonly context: DocumentContext;
}

/** What loading gives: the journal if site.yaml could be read, and every fault. */
export interface LoadResult {
  readonly loaded: LoadedJournal | undefined;
  readonly faults: readonly Fault[];
}

/** What is kept between loads. */
export interface Caches {
  readonly bodies: Bodies;
  readonly assets: Assets;
}

/** Reads, checks and renders the content folder. Only what changed since the last load is rendered. */
export async function loadJournal(
  options: LoadOptions,
  audience: Audience,
  { bodies, assets }: Caches,
  publicFiles: readonly string[],
): Promise<LoadResult> {
  const folder = await readContentFolder(options.root, fileSystem);
  const { journal, faults } = assembleJournal(folder.texts);
  if (!journal) return { loaded: undefined, faults };
  const documents = [...journal.entries, ...journal.pages];
  const paths = new Map(documents.map((document) => [document.file, document.path]));
  const context: DocumentContext = {
    pathOf: (file) => paths.get(file),
    hasFile: (file) => folder.names.has(file),
    siteUrl: journal.site.url,
  };
  const rendered = renderAll(documents, context, bodies);
  const factsOf = (document: SourceDocument) => found(rendered, document).facts;
  const shown = publicJournal(journal, audience);
  const coming = publicJournal(journal, { sees: 'published', now: Number.POSITIVE_INFINITY });
  const seen = new Set<SourceDocument>([...shown.entries, ...shown.pages]);
  const scheduled = [...coming.entries, ...coming.pages].filter((document) => !seen.has(document));
  const hidden = documents.filter((document) => !seen.has(document));
  const assetFaults = await loadAssets(assets, {
    shown: [...seen],
    scheduled,
    factsOf,
    onDisk: folder.onDisk,
  });
  const filling = fillingFrom(assets);
  const bodyFaults = [
    ...documents.flatMap((document) => factsOf(document).faults),
    ...linkFaults([...seen], hidden, factsOf, siteMap(shown, factsOf, publicFiles)),
    // What is scheduled must not break the build on the day on which it appears.
    ...linkFaults(scheduled, hidden, factsOf, siteMap(coming, factsOf, publicFiles)),
    ...assetFaults,
    ...takenPathFaults(coming, publicFiles),
  ];
  const drafts = new Set(
    documents.filter((document) => document.draft).map((document) => document.file),
  );
  return {
    faults: [...faults, ...bodyFaults].map((fault) =>
      drafts.has(fault.file) ? { ...fault, draft: true } : fault,
    ),
    loaded: {
      journal: shown,
      hidden: journal.entries.filter((entry) => !seen.has(entry)),
      factsOf,
      digestOf: (document) =>
        digestOf(
          found(rendered, document).digest,
          ...factsOf(document).resolved.flat(),
          ...factsOf(document).assets.map(({ file, as }) => assets.get(file, as)?.hash ?? ''),
        ),
      htmlOf: (document) => {
        const html = bodies.html(document.file);
        return factsOf(document).assets.length === 0 ? html : fillPlaceholders(html, filling);
      },
      fill: (html) => fillPlaceholders(html, filling),
      asset: (file) => assets.get(file),
      onDisk: folder.onDisk,
      root: options.root,
      context,
    },
  };
}

function renderAll(
  documents: readonly SourceDocument[],
  context: DocumentContext,
  bodies: Bodies,
): Map<SourceDocument, { digest: string; facts: DocumentFacts }> {
  bodies.begin();
  const renderer = rendererDigest();
  return new Map(
    documents.map((document) => {
      const digest = digestOf(
        renderer,
        context.siteUrl,
        String(document.bodyLine),
        document.body,
        JSON.stringify([
          document.id,
          document.path,
          document.kind !== 'page' && [document.tldr, document.cover],
        ]),
      );
      return [document, { digest, facts: renderOnce(document, digest, context, bodies) }];
    }),
  );
}

function renderOnce(
  document: SourceDocument,
  digest: string,
  context: DocumentContext,
  bodies: Bodies,
): DocumentFacts {
  const known = bodies.facts(document.file, digest);
  if (known && isCurrent(known, context)) return known;
  const rendered = renderDocument(document, context);
  bodies.put(document.file, digest, rendered);
  return rendered.facts;
}

/** Whether what the body refers to is still where it was. Faults are looked at anew: their cause may be gone. */
function isCurrent(facts: DocumentFacts, context: DocumentContext): boolean {
  return (
    facts.faults.length === 0 &&
    facts.resolved.every(([file, path]) => context.pathOf(file) === path) &&
    !facts.absent.some((file) => context.hasFile(file)) &&
    facts.assets.every(({ file }) => context.hasFile(file))
  );
}

function found<V>(map: ReadonlyMap<SourceDocument, V>, document: SourceDocument): V {
  const value = map.get(document);
  if (value === undefined) throw new Error(`${document.file} was not loaded`);
  return value;
}
