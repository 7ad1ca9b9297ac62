import type { Site } from '#journal/schema/siteSchema.ts';

/** Where the look of a journal is found. */
export interface LookSources {
  readonly site: Site;
  /** Names of all files of the content folder. */
  readonly names: ReadonlySet<string>;
  /** Paths on the site of files that are served as they are. */
  readonly served: ReadonlySet<string>;
  onDisk(file: string): string;
  /** Line of a key of site.yaml. */
  lineOf(path: readonly PropertyKey[]): number;
}
