import * as nodeFiles from 'node:fs/promises';
import { publicPath } from '#journal/content/contentName.ts';
import type { Entry } from '#journal/content/entry.ts';
import { type FileSystem, readContentFolder } from '#journal/content/folder.ts';
import { assembleJournal } from '#journal/content/journal.ts';
import type { Page } from '#journal/content/page.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { type Visibility, visibility } from '#journal/public/gate.ts';
import { type Audience, type PublicJournal, publicJournal } from '#journal/public/publicJournal.ts';
import { publicFileFaults, takenPathFaults } from '#journal/public/takenPaths.ts';
import { digestOf } from '../cache/bodies.ts';
import { type Card, cardCatalogue, journalPalette } from '../cards/catalogue.ts';
import type { Palette } from '../cards/palette.ts';
import type { LoadOptions } from '../files/contentRoot.ts';
import type { Asset } from '../media/assets.ts';
import { type ComparedJournal, similarEntries } from '../related/similarEntries.ts';
import type { DocumentContext, DocumentFacts, SourceDocument } from '../render/collect/document.ts';
import { fillPlaceholders } from '../render/collect/placeholder.ts';
import type { Caches } from './caches.ts';
import { canonicalFaults } from './canonicalFaults.ts';
import { fillingFrom, loadAssets } from './documentAssets.ts';
import { documentContext, type Surroundings } from './documentContext.ts';
import { homeFaults } from './homeFaults.ts';
import { inputsDigest } from './inputs.ts';
import { type ToldFaults, withKnown } from './knownFaults.ts';
import { linkFaults, navFaults, siteMap } from './links.ts';
import { loadLook, type OwnLook } from './ownLook.ts';
import { plainYamlWarnings } from './plainYaml.ts';
import { loadPortraits } from './portraits.ts';
import { renderAll } from './renderAll.ts';
import { linesOf, linesOfEach } from './yamlLines.ts';
import { yamlLinks } from './yamlLinks.ts';

/** A journal that is loaded, checked and rendered. */
export interface LoadedJournal {
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
  /** Puts pictures and files in place of the placeholders of HTML that came from the bundler. */
  fill(html: string): string;
  /** Public entries that are like one, nearest first: more than a page shows. */
  similarTo(entry: Entry): readonly Entry[];
  /** The card of an entry or a page and, where none is named, that of the journal. */
  cardOf(document?: Entry | Page): Card;
  readonly palette: Palette;
  readonly look: OwnLook;
  /** A picture or file beside an entry. */
  asset(file: string): Asset | undefined;
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
 * the names in the folder come from.
 */
export async function loadJournal(
  options: LoadOptions,
  audience: Audience,
  { texts, entries, bodies, assets, similar }: Caches,
  publicFiles: readonly string[],
  fileSystem: FileSystem = nodeFiles,
): Promise<LoadResult> {
  const folder = await readContentFolder(options.root, fileSystem, (file, path) =>
    texts.read(file, path),
  );
  const assembled = assembleJournal(folder.texts, {
    entryOf: entries.reader(),
    outside: folder,
    salvageDay: new Date(options.now).toISOString().slice(0, 10),
  });
  const { faults } = assembled;
  const journal = assembled.journal ?? assembled.salvaged?.journal;
  if (!journal) return { loaded: undefined, faults, wanted: [] };
  const documents = [...journal.entries, ...journal.pages];
  const paths = new Map(documents.map((document) => [document.file, document.path]));
  const shown = publicJournal(journal, audience);
  const coming = publicJournal(journal, { sees: 'published', now: Number.POSITIVE_INFINITY });
  const seen = new Set<SourceDocument>([...shown.entries, ...shown.pages]);
  const surroundings: Surroundings = {
    site: journal.site,
    words: journal.words,
    paths,
    files: folder.names,
    named: [...new Set<SourceDocument>([...seen, ...coming.entries, ...coming.pages])],
    shown: seen.size,
  };
  const context = documentContext(surroundings);
  const rendered = await renderAll(documents, surroundings, context, { entries, bodies });
  const factsOf = (document: SourceDocument) => found(rendered, document).facts;
  const scheduled = [...coming.entries, ...coming.pages].filter((document) => !seen.has(document));
  const hidden = documents.filter((document) => !seen.has(document));
  const assetFaults = await loadAssets(assets, {
    shown: [...seen],
    hidden,
    factsOf,
    onDisk: folder.onDisk,
  });
  const portraitFaults = await loadPortraits(assets, shown, {
    lineOf: linesOf('authors.yaml', folder.texts),
    hasFile: context.hasFile,
    onDisk: folder.onDisk,
  });
  const filling = fillingFrom(assets, shown.site.url);
  const ownFiles = [...folder.names].flatMap((file) => publicPath(file) ?? []);
  const served = [...publicFiles, ...ownFiles];
  const own = await loadLook(assets, {
    site: journal.site,
    names: folder.names,
    served: new Set(served),
    onDisk: folder.onDisk,
    lineOf: linesOf('site.yaml', folder.texts),
  });
  const map = siteMap(shown, factsOf, served);
  const linkSources = (some: readonly SourceDocument[]) =>
    some.map((document) => ({
      file: document.file,
      path: document.path,
      links: factsOf(document).links,
    }));
  const lineOf = linesOfEach(folder.texts);
  const inYaml = yamlLinks(shown, lineOf);
  // A site.yaml with faults may not say where anything is.
  const addressFaults =
    assembled.salvaged?.hasAddresses !== false
      ? [
          ...linkFaults([...linkSources([...seen]), ...inYaml.sources, ...own.links], hidden, map),
          ...inYaml.faults,
          ...navFaults(shown, hidden, linesOf('site.yaml', folder.texts), map),
          ...canonicalFaults(shown, map),
          ...homeFaults(shown, hidden, linesOf('site.yaml', folder.texts)),
          // What is scheduled must not break the build on the day on which it appears.
          ...(scheduled.length === 0
            ? []
            : linkFaults(linkSources(scheduled), hidden, siteMap(coming, factsOf, served))),
          ...takenPathFaults(coming, served),
          ...publicFileFaults(coming, ownFiles),
        ]
      : [];
  const bodyFaults = [
    ...documents.flatMap((document) => factsOf(document).faults),
    ...addressFaults,
    ...assetFaults,
    ...portraitFaults,
    ...plainYamlWarnings(shown, lineOf),
    ...own.faults,
  ];
  const drafts = new Set(
    documents.filter((document) => document.draft).map((document) => document.file),
  );
  const compared: ComparedJournal = {
    journal: shown,
    factsOf,
    digestOf: (document) =>
      digestOf(
        found(rendered, document).digest,
        ...factsOf(document).resolved.flat(),
        ...factsOf(document).named.flat(),
        ...factsOf(document).assets.map(({ file, as }) => assets.get(file, as)?.hash ?? ''),
      ),
    htmlOf: (document) => {
      const html = bodies.html(document.file);
      return factsOf(document).assets.length === 0 ? html : fillPlaceholders(html, filling);
    },
  };
  // Markdown of another ending that a document links is what it gives to its readers.
  const linked = new Set(documents.flatMap((one) => factsOf(one).assets.map(({ file }) => file)));
  const isNoAttachment = ({ file }: Fault) => !linked.has(file) || /\.(?:mdx?|ya?ml)$/.test(file);
  const all = [...faults.filter(isNoAttachment), ...bodyFaults].map((fault) =>
    drafts.has(fault.file) ? { ...fault, draft: true } : fault,
  );
  const told = {
    ...withKnown(all, folder.texts, { isWhole: assembled.journal !== undefined, drafts }),
    wanted: documents.flatMap((document) =>
      factsOf(document).wanted.map((one) => ({ file: document.file, ...one })),
    ),
  };
  if (!assembled.journal) return { ...told, loaded: undefined };
  const cardOf = cardCatalogue({ journal: shown, excerptOf: (entry) => factsOf(entry).excerpt });
  return {
    ...told,
    loaded: {
      ...compared,
      hidden: journal.entries.filter((entry) => !seen.has(entry)),
      hiddenAs: (document) => hiddenAs(document, audience, options.now),
      similarTo: similarEntries(compared, similar, audience.sees === 'everything'),
      fill: (html) => fillPlaceholders(html, filling),
      // The home page stands for the journal, whatever is on it.
      cardOf: (document) => cardOf(document?.path === '/' ? undefined : document),
      palette: journalPalette(shown),
      look: own.look,
      asset: (file) => assets.get(file),
      onDisk: folder.onDisk,
      publicFiles: ownFiles,
      // Asked for once in a build, and never while somebody writes.
      get inputs() {
        return inputsDigest(folder, assets, shown);
      },
      root: options.root,
      context,
    },
  };
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

function found<V>(map: ReadonlyMap<SourceDocument, V>, document: SourceDocument): V {
  const value = map.get(document);
  if (value === undefined) throw new Error(`${document.file} was not loaded`);
  return value;
}
