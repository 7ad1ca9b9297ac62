import * as nodeFiles from 'node:fs/promises';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import type { Entry } from '#journal/content/entry.ts';
import { type ContentFolder, type FileSystem, readContentFolder } from '#journal/content/folder.ts';
import type { Page } from '#journal/content/page.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { oncePer } from '#journal/once/once.ts';
import { type Visibility, visibility } from '#journal/public/gate.ts';
import type { Audience, PublicJournal } from '#journal/public/publicJournal.ts';
import { digestOf } from '../cache/bodies.ts';
import type { BodySource } from '../cache/keptBody.ts';
import { type Card, cardCatalogue, journalPalette } from '../cards/catalogue.ts';
import type { Palette } from '../cards/palette.ts';
import type { LoadOptions } from '../files/contentRoot.ts';
import type { Asset } from '../media/assets.ts';
import {
  type ComparedJournal,
  type SimilarEntries,
  similarEntries,
} from '../related/similarEntries.ts';
import type { DocumentContext, DocumentFacts, SourceDocument } from '../render/collect/document.ts';
import { fillPlaceholders } from '../render/collect/placeholder.ts';
import { type Beside, loadBeside } from './beside.ts';
import type { Caches } from './caches.ts';
import { fillingFrom } from './documentAssets.ts';
import { documentContext } from './documentContext.ts';
import { inputsDigest } from './inputs.ts';
import { type ToldFaults, withKnown } from './knownFaults.ts';
import { addressFaults } from './links/addressFaults.ts';
import { linesOf } from './links/yamlLines.ts';
import { type Moves, movedFaults, movesOf } from './movedDocuments.ts';
import type { OwnLook } from './ownLook.ts';
import { type Readership, readershipOf, surroundingsOf } from './readership.ts';
import { type Rendered, renderAll, threadFor } from './renderAll.ts';
import type { RenderThread } from './renderInTwo.ts';

/** A journal that is loaded, checked and rendered. */
export interface LoadedJournal extends SimilarEntries, Moves {
  /** Behind the gate: all that pages, feeds and lists may show. */
  readonly journal: PublicJournal;
  /** Entries behind the gate that nobody sees yet. */
  readonly hidden: readonly Entry[];
  /** Why readers do not see a document that `journal` shows; only in the dev server are there such. */
  hiddenAs(document: SourceDocument): Exclude<Visibility, 'published'> | undefined;
  factsOf(document: SourceDocument): DocumentFacts;
  /** Changes whenever the document's file or renderer does. */
  digestOf(document: SourceDocument): string;
  /** HTML as the page shows it; empty for MDX, whose HTML the bundler makes. */
  htmlOf(document: SourceDocument): string;
  /** The same for any thread: where it lies, if it lies anywhere as it is. */
  bodySource(document: SourceDocument): BodySource;
  /** Puts pictures and files in place of the placeholders of HTML that came from the bundler. */
  fill(html: string): string;
  /** The card of an entry or a page and, where none is named, that of the journal. */
  cardOf(document?: Entry | Page): Card;
  readonly palette: Palette;
  readonly look: OwnLook;
  /** A picture beside an entry or, where it is asked for as such, another file. */
  asset(file: string, as?: 'image' | 'file'): Asset | undefined;
  /** Absolute path of a file of the content folder. */
  onDisk(file: string): string;
  /** Paths of what lies in the content folder's public/ and is served as it is. */
  readonly publicFiles: readonly string[];
  /** See {@link inputsDigest}. */
  readonly inputs: string;
  /** Absolute, real path of the content folder. */
  readonly root: string;
  /** What rendering one document needs to know of the others. */
  readonly context: DocumentContext;
}

/** What loading gives: the journal if site.yaml could be read, and every fault. */
export interface LoadResult {
  readonly loaded: LoadedJournal | undefined;
  readonly faults: readonly Fault[];
  /** Names in double brackets that lead nowhere yet. */
  readonly wanted: readonly Wanted[];
  /** As {@link ToldFaults} has it; undefined where site.yaml cannot be read, without which little is looked at. */
  readonly accepted?: ToldFaults['accepted'];
}

/** A name in double brackets of what is not written yet, or not published. */
export interface Wanted {
  /** Path of the file from the content folder. */
  readonly file: string;
  /** 1-based line in that file. */
  readonly line: number;
  readonly name: string;
}

/**
 * Reads, checks and renders the content folder. Only what changed since the last load is rendered. `fileSystem` is what
 * the names in the folder come from. `changed` hears early where entries are others than those of the last load.
 */
export async function loadJournal(
  options: LoadOptions,
  audience: Audience,
  caches: Caches,
  publicFiles: readonly string[],
  fileSystem: FileSystem = nodeFiles,
  changed: () => void = () => undefined,
): Promise<LoadResult> {
  const folder = await readContentFolder(options.root, fileSystem, (file, path) =>
    caches.texts.read(file, path, caches.entries.stampOf(file)),
  );
  if (!caches.entries.areIn(folder.texts)) changed();
  const thread = threadFor(folder.texts.length, caches);
  try {
    return await loadFolder(folder, { options, audience, caches, publicFiles }, thread);
  } finally {
    await thread?.end();
  }
}

interface LoadSources {
  readonly options: LoadOptions;
  readonly audience: Audience;
  readonly caches: Caches;
  readonly publicFiles: readonly string[];
}

async function loadFolder(
  folder: ContentFolder,
  { options, audience, caches, publicFiles }: LoadSources,
  thread: RenderThread | undefined,
): Promise<LoadResult> {
  const { texts } = folder;
  const assembled = assembleJournal(texts, {
    entryOf: caches.entries.reader(),
    outside: folder,
    salvageDay: new Date(options.now).toISOString().slice(0, 10),
  });
  const journal = assembled.journal ?? assembled.salvaged?.journal;
  if (!journal) return { loaded: undefined, faults: assembled.faults, wanted: [] };
  const readership = readershipOf(journal, audience);
  const surroundings = surroundingsOf(readership, folder.names);
  const context = documentContext(surroundings);
  const rendered = await renderAll(readership.all, surroundings, context, caches, thread);
  const factsOf = (document: SourceDocument) => renderedOf(document, rendered).facts;
  const beside = await loadBeside(caches.assets, { readership, factsOf, folder, publicFiles });
  // A site.yaml with faults may not say where anything is.
  const hasAddresses = assembled.salvaged?.hasAddresses !== false;
  const isMoved = hasAddresses && !caches.places.areOf(readership.shown);
  const moves = movesOf(readership, isMoved ? caches.places.last() : [], assembled.unread);
  const found = [
    ...withoutAttachments(assembled.faults, readership, factsOf),
    ...readership.all.flatMap((document) => factsOf(document).faults),
    ...(hasAddresses ? addressFaults(readership, { ...beside, factsOf, texts }) : []),
    ...beside.faults,
    ...movedFaults(moves.moved, linesOf('site.yaml', texts)),
  ];
  const isWhole = assembled.journal !== undefined;
  return {
    ...told(found, readership, texts, isWhole),
    wanted: wantedIn(readership, factsOf),
    loaded: isWhole
      ? loadedJournal(
          { options, audience, caches, folder, readership, context, rendered, beside, moves },
          factsOf,
        )
      : undefined,
  };
}

/** All that a journal is loaded from. */
interface Parts extends Omit<LoadSources, 'publicFiles'> {
  readonly folder: ContentFolder;
  readonly readership: Readership;
  readonly context: DocumentContext;
  readonly rendered: ReadonlyMap<SourceDocument, Rendered>;
  readonly beside: Beside;
  readonly moves: Moves;
}

type FactsOf = (document: SourceDocument) => DocumentFacts;

/** Markdown of another ending that a document links is what it gives to its readers. */
function withoutAttachments(
  faults: readonly Fault[],
  { all }: Readership,
  factsOf: FactsOf,
): Fault[] {
  const linked = new Set(all.flatMap((one) => factsOf(one).assets.map(({ file }) => file)));
  return faults.filter(({ file }) => !linked.has(file) || /\.(?:mdx?|ya?ml)$/.test(file));
}

function wantedIn({ all }: Readership, factsOf: FactsOf): Wanted[] {
  return all.flatMap((document) =>
    factsOf(document).wanted.map((one) => ({ file: document.file, ...one })),
  );
}

/** Faults as they are told: those of drafts stop nothing, and those that are known warn. */
function told(
  faults: readonly Fault[],
  { all }: Readership,
  texts: ContentFolder['texts'],
  isWhole: boolean,
): ToldFaults {
  const drafts = new Set(all.filter(({ draft }) => draft).map(({ file }) => file));
  const marked = faults.map((fault) =>
    drafts.has(fault.file) ? { ...fault, draft: true } : fault,
  );
  return withKnown(marked, texts, { isWhole, drafts });
}

function loadedJournal(parts: Parts, factsOf: FactsOf): LoadedJournal {
  const { options, audience, caches, folder, readership, context, beside, moves } = parts;
  const { assets, similar } = caches;
  const { journal, shown, seen } = readership;
  const compared = comparedJournal(parts, factsOf);
  const cardOf = cardCatalogue({ journal: shown, excerptOf: (entry) => factsOf(entry).excerpt });
  return {
    ...compared,
    hidden: journal.entries.filter((entry) => !seen.has(entry)),
    hiddenAs: (document) => hiddenAs(document, audience, options.now),
    ...similarEntries(compared, similar, audience.sees === 'everything'),
    fill: (html) => fillPlaceholders(html, fillingFrom(assets, shown.site.url)),
    // The home page stands for the journal, whatever is on it.
    cardOf: (document) => cardOf(document?.path === '/' ? undefined : document),
    palette: journalPalette(shown),
    look: beside.look,
    asset: (file, as) => assets.get(file, as),
    onDisk: folder.onDisk,
    ...moves,
    publicFiles: beside.publicFiles,
    // Nobody asks for it while somebody writes.
    inputs: audience.sees === 'everything' ? '' : inputsDigest(folder, caches, beside.look, shown),
    root: options.root,
    context,
  };
}

/** What comparing takes of a journal, and every page too. */
function comparedJournal(
  { caches, readership, rendered }: Parts,
  factsOf: FactsOf,
): ComparedJournal & Pick<LoadedJournal, 'htmlOf'> {
  const { assets, bodies } = caches;
  const filling = fillingFrom(assets, readership.shown.site.url);
  const isFilled = (document: SourceDocument) => factsOf(document).assets.length > 0;
  const htmlOf = (document: SourceDocument) => {
    const html = bodies.html(document.file);
    return isFilled(document) ? fillPlaceholders(html, filling) : html;
  };
  return {
    journal: readership.shown,
    factsOf,
    digestOf: oncePer((document: SourceDocument) =>
      digestOf(
        renderedOf(document, rendered).digest,
        ...factsOf(document).resolved.flat(),
        ...factsOf(document).named.flat(),
        ...factsOf(document).assets.map(({ file, as }) => assets.get(file, as)?.hash ?? ''),
      ),
    ),
    htmlOf,
    bodySource: (document) =>
      (isFilled(document) ? undefined : bodies.kept(document.file)) ?? htmlOf(document),
  };
}

function renderedOf(
  document: SourceDocument,
  rendered: ReadonlyMap<SourceDocument, Rendered>,
): Rendered {
  const found = rendered.get(document);
  if (!found) throw new Error(`${document.file} was not loaded`);
  return found;
}

function hiddenAs(
  document: SourceDocument,
  audience: Audience,
  now: number,
): Exclude<Visibility, 'published'> | undefined {
  if (audience.sees === 'published') return undefined;
  if (document.kind === 'page') return document.draft ? 'draft' : undefined;
  const seenAs = visibility(document, now);
  return seenAs === 'published' ? undefined : seenAs;
}
