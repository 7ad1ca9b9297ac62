/** Thrown where a package does not load that this program needs: no text is to blame for it, and none can mend it. */
export class PackageError extends Error {
  /** `cause` is what Node says, in more lines than help anybody. */
  constructor(name: string, cause: unknown) {
    const [reason] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    super(
      `${name}, a package that Scrollback needs, cannot be loaded (${reason}). Expected it among the installed packages, whole. Run npm install again.`,
      { cause },
    );
    this.name = 'PackageError';
    // Where in this program it was asked for helps nobody who installs it.
    this.stack = this.message;
  }
}

/**
 * Why something failed, in the words of the error. Where it is a mistake of this program the words say so, as nobody finds
 * it in a text. Node's own refusals of what it is given, such as a text that is no UTF-8, have a code, and are none.
 */
export function failureWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return isOwnMistake(error)
    ? `by a mistake of Scrollback, which please report: ${error.name}: ${error.message}`
    : error.message;
}

/** Whether an error is of a kind that this program never throws on purpose. */
export function isOwnMistake(error: unknown): boolean {
  return (error instanceof TypeError || error instanceof ReferenceError) && !('code' in error);
}
