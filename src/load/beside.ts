import { publicPath } from '#journal/content/contentName.ts';
import type { ContentFolder } from '#journal/content/folder.ts';
import type { Fault } from '#journal/fault/fault.ts';
import type { Assets } from '../media/assets.ts';
import type { DocumentFacts, SourceDocument } from '../render/collect/document.ts';
import { loadAssets } from './documentAssets.ts';
import type { LinkSource } from './links/links.ts';
import { plainYamlWarnings } from './links/plainYaml.ts';
import { linesOf, linesOfEach } from './links/yamlLines.ts';
import { loadLook, type OwnLook } from './ownLook.ts';
import { loadPortraits } from './portraits.ts';
import type { Readership } from './readership.ts';

/** What lies in a content folder beside the texts, and what YAML files say of it. */
export interface Beside {
  readonly look: OwnLook;
  readonly faults: readonly Fault[];
  /** Links that are in neither document nor YAML file. */
  readonly links: readonly LinkSource[];
  /** Paths of what lies in the content folder's public/. */
  readonly publicFiles: readonly string[];
  /** Paths of all files that are served as they are. */
  readonly served: readonly string[];
}

/** What finding it takes. */
export interface BesideSources {
  readonly readership: Readership;
  readonly folder: ContentFolder;
  /** Paths of files that are served as they are, and lie elsewhere. */
  readonly publicFiles: readonly string[];
  factsOf(document: SourceDocument): DocumentFacts;
}

/** Measures pictures, and reads and checks what a journal has of its own around its pages. */
export async function loadBeside(assets: Assets, sources: BesideSources): Promise<Beside> {
  const { readership, folder, factsOf } = sources;
  const { shown, seen, hidden } = readership;
  const { names, texts, onDisk } = folder;
  const publicFiles = [...names].flatMap((file) => publicPath(file) ?? []);
  const served = [...sources.publicFiles, ...publicFiles];
  const inDocuments = await loadAssets(assets, { shown: [...seen], hidden, factsOf, onDisk });
  const ofPeople = await loadPortraits(assets, shown, {
    lineOf: linesOf('authors.yaml', texts),
    hasFile: (file) => names.has(file),
    onDisk,
  });
  const { look, faults, links } = await loadLook(assets, {
    site: shown.site,
    names,
    served: new Set(served),
    onDisk,
    lineOf: linesOf('site.yaml', texts),
  });
  const inYaml = plainYamlWarnings(shown, linesOfEach(texts));
  return {
    look,
    faults: [...inDocuments, ...ofPeople, ...inYaml, ...faults],
    links,
    publicFiles,
    served,
  };
}
