import type { DifferentLine } from './difference.ts';

/** A file of the journal as the page lists it. */
export interface ListedFile {
  readonly file: string;
  readonly kind: 'new' | 'changed' | 'gone' | 'there';
  readonly at: number;
  /** Its page on the site. */
  readonly address?: string;
  readonly isText: boolean;
}

/** A file with what it says, and what changed in that. */
export interface FileView extends ListedFile {
  readonly lines: readonly DifferentLine[];
  readonly text: string;
}

/** How the demo as a whole stands. */
export interface SceneView {
  readonly isSiteUp: boolean;
  /** The folder, as it was named. */
  readonly folder: string;
  /** What went wrong, for people to read. */
  readonly trouble?: string;
}

/** How far the story is: names of its steps. */
export interface StoryView {
  readonly done: readonly string[];
  readonly next?: string;
}
