import { posix, relative, sep } from 'node:path';
import { type ComponentName, markOf, replaceable } from './components.ts';

/** The package by whose name a component of somebody else's project imports what is ours. */
export const publicName = 'scrollback-journal';

/** Where a component is copied to, and where ours comes from. Absolute paths. */
export interface EjectPlace {
  /** The folder of the copy. */
  readonly folder: string;
  /** The folder of the program's source. */
  readonly source: string;
  /** Whether that is in a package: then the copy imports by its name. */
  readonly isPackage: boolean;
}

/** The text of a copy of one of our components, with a line that says which props it was made for. */
export function ejectedText(name: ComponentName, text: string, place: EjectPlace): string {
  const { file } = replaceable[name];
  const pointed = text.replace(
    /((?:\bfrom|\bimport)\s+)(['"])((?:\.{1,2}|#journal)\/[^'"\n]+)\2/g,
    (_, start: string, quote: string, target: string) =>
      `${start}${quote}${importFrom(target, file, place)}${quote}`,
  );
  return pointed.replace(/^---\r?\n/, `---\n${markOf(name)}\n`);
}

function importFrom(target: string, file: string, place: EjectPlace): string {
  const { folder, source, isPackage } = place;
  const path = target.startsWith('#') ? target.slice(1) : posix.join(posix.dirname(file), target);
  if (isPackage) return `${publicName}/src/${path}`;
  const way = relative(folder, source).split(sep).join('/');
  return `${way.startsWith('.') ? '' : './'}${way}/${path}`;
}
