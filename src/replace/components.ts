/** A component of the site that a person may have another one of. */
export interface ReplaceableComponent {
  /** Its file, from the folder of the program's source. */
  readonly file: string;
  /** Goes up when its props change in a way that a component for the ones before does not bear. */
  readonly version: number;
}

const inComponents = (name: string, version: number): ReplaceableComponent => ({
  file: `components/${name}.astro`,
  version,
});
const inLayouts = (name: string, version: number): ReplaceableComponent => ({
  file: `layouts/${name}.astro`,
  version,
});

/** All of them, by their names. What each is handed stands in `props.ts`. */
export const replaceable = {
  AuthorCard: inComponents('AuthorCard', 1),
  Base: inLayouts('Base', 1),
  Byline: inComponents('Byline', 1),
  CommentList: inComponents('CommentList', 1),
  Comments: inComponents('Comments', 1),
  EntryDate: inComponents('EntryDate', 1),
  EntryFooter: inComponents('EntryFooter', 1),
  EntryList: inComponents('EntryList', 1),
  EntryPage: inComponents('EntryPage', 1),
  FeedLinks: inComponents('FeedLinks', 1),
  Head: inLayouts('Head', 1),
  HiddenMark: inComponents('HiddenMark', 1),
  ListPage: inComponents('ListPage', 1),
  PlainPage: inComponents('PlainPage', 1),
  RelatedEntries: inComponents('RelatedEntries', 1),
  SeriesPlace: inComponents('SeriesPlace', 1),
  Stream: inComponents('Stream', 1),
  WholeEntry: inComponents('WholeEntry', 1),
} as const satisfies Record<string, ReplaceableComponent>;

/** The name of one of them. */
export type ComponentName = keyof typeof replaceable;

/** Every name, in the order of the alphabet. */
export const componentNames = Object.keys(replaceable) as ComponentName[];

/** Whether there is a component of that name. */
export function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(replaceable, name);
}

/** The line by which a component says what it stands in for, and for which props it was made. */
export function markOf(name: ComponentName): string {
  return `// scrollback: ${name} ${replaceable[name].version}`;
}

/** What such a line in a component says; undefined where there is none. */
export function markIn(source: string): { name: string; version: number } | undefined {
  const [, name, version] = /^[ \t]*\/\/ *scrollback: *(\w+) +(\d+)[ \t]*\r?$/m.exec(source) ?? [];
  return name === undefined ? undefined : { name, version: Number(version) };
}
