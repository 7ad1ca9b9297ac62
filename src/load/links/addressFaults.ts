import type { ContentFile, Journal } from '#journal/content/journal.ts';
import type { Fault } from '#journal/fault/fault.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { publicFileFaults, takenPathFaults } from '#journal/public/takenPaths.ts';
import type { DocumentFacts, SourceDocument } from '../../render/collect/document.ts';
import { canonicalFaults } from './canonicalFaults.ts';
import { homeFaults } from './homeFaults.ts';
import { type LinkSource, linkFaults, navFaults, siteMap } from './links.ts';
import { redirectFaults } from './redirectFaults.ts';
import { linesOf, linesOfEach } from './yamlLines.ts';
import { yamlLinks } from './yamlLinks.ts';

/** A journal, as it is read now and once everything is published. */
export interface ReadJournal {
  readonly journal: Pick<Journal, 'moved'>;
  /** What the audience sees. */
  readonly shown: PublicJournal;
  /** What readers will see once everything is published that is scheduled. */
  readonly coming: PublicJournal;
  /** The documents of `shown`. */
  readonly seen: ReadonlySet<SourceDocument>;
  readonly hidden: readonly SourceDocument[];
  /** Those among the hidden that are only waiting for their day. */
  readonly scheduled: readonly SourceDocument[];
}

/** Where addresses stand, and what else has one. */
export interface AddressSources {
  readonly texts: readonly ContentFile[];
  /** Links that are in neither document nor YAML file. */
  readonly links: readonly LinkSource[];
  /** Paths of what lies in the content folder's public/. */
  readonly publicFiles: readonly string[];
  /** Paths of all files that are served as they are. */
  readonly served: readonly string[];
  factsOf(document: SourceDocument): DocumentFacts;
}

/** What is wrong with addresses: links that lead nowhere, and paths that several want. */
export function addressFaults(read: ReadJournal, sources: AddressSources): Fault[] {
  const { journal, shown, coming, seen, hidden, scheduled } = read;
  const { texts, links, publicFiles, served, factsOf } = sources;
  const map = siteMap(shown, factsOf, served);
  const inYaml = yamlLinks(shown, linesOfEach(texts));
  const ofSite = linesOf('site.yaml', texts);
  const now = [...linksIn([...seen], sources), ...inYaml.sources, ...links];
  // What is scheduled must not break the build on the day on which it appears.
  const later =
    scheduled.length === 0
      ? []
      : linkFaults(linksIn(scheduled, sources), hidden, siteMap(coming, factsOf, served));
  return [
    ...linkFaults(now, hidden, map),
    ...inYaml.faults,
    ...navFaults(shown, hidden, ofSite, map),
    ...redirectFaults(journal, { shown, hidden, served, texts, map }),
    ...canonicalFaults(shown, map),
    ...homeFaults(shown, hidden, ofSite),
    ...later,
    ...takenPathFaults(coming, served),
    ...publicFileFaults(coming, publicFiles),
  ];
}

function linksIn(
  documents: readonly SourceDocument[],
  { factsOf }: Pick<AddressSources, 'factsOf'>,
): LinkSource[] {
  return documents.map((document) => ({
    file: document.file,
    path: document.path,
    links: factsOf(document).links,
  }));
}
