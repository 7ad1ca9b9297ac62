/** Where a command works. All are absolute. */
export interface Place {
  /** The folder of the project: `content/`, `.env` and what is built are in it. */
  readonly project: string;
  /** The folder that it was typed in, from which paths lead that were typed with it. */
  readonly typedIn: string;
  /** Whether it was typed as `npx scrollback NAME`, for which there need be no script of that name. */
  readonly byName: boolean;
}

let served: Place | undefined;

/** Has this process work for a project. The command of the package says so before all else; a clone works for itself. */
export function serve(place: Place): void {
  served = place;
}

/** The folder of the project; `program` is that of the program itself, which is a project, too, where it was cloned. */
export function projectFolder(program: string): string {
  return served?.project ?? program;
}

/** Words for a person, with commands as they are typed there: they are written for `npm run NAME -- --flag`. */
export function asTyped(words: string): string {
  if (!served?.byName) return words;
  return words
    .replace(/\bnpm run ([a-z]+)( --(?= ))?/g, 'npx scrollback $1')
    .replaceAll('[-- ', '[');
}

/** The folder from which typed paths lead, where that is known. */
export function typedFolder(): string | undefined {
  return served?.typedIn;
}
