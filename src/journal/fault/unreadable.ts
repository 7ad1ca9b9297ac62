import type { Fault } from './fault.ts';
import { longestLine } from './limits.ts';
import { failureWords, isOwnMistake, PackageError } from './ownFailure.ts';

/**
 * What `read` gives. Where it fails, `refuse` gets a fault that names the file: one text must not stop the work without a
 * word about which it is. `text` begins at line `firstLine` of the file.
 *
 * @throws where a package does not load, which no text can help.
 */
export function readOrRefuse<T>(
  { file, text, firstLine = 1 }: { file: string; text: () => string; firstLine?: number },
  read: () => T,
  refuse: (fault: Fault) => T,
): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof PackageError) throw error;
    return refuse(unreadable(file, longestLine(text()) + firstLine - 1, error));
  }
}

function unreadable(file: string, line: number, error: unknown): Fault {
  const fault = { file, line, kind: 'too-much' } as const;
  // The stack has no more room: what stands within each other goes too deep.
  if (error instanceof RangeError)
    return {
      ...fault,
      what: `a text that cannot be read (too much within each other, or too much of it: ${error.message})`,
      expected: 'a text that somebody can follow',
      cure: 'look for signs that repeat without end, in this line, the longest one, or near it',
    };
  return {
    ...fault,
    what: `a text that cannot be read (${failureWords(error)})`,
    expected: isOwnMistake(error)
      ? 'a page of it, as it is no mistake of the text'
      : 'Markdown, HTML and front matter as the README has them',
    cure: 'take parts away until it is read, the longest line first, and write that part in another way',
  };
}
