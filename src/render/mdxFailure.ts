import { formatFault } from '#journal/fault/fault.ts';
import type { SourceDocument } from './collect/document.ts';

/**
 * What is told of an MDX document that can be read, and fails when its page is made: which file it is, and the first line
 * that has the name that the error is about, or else where the text begins. The bundle that runs has other lines.
 */
export function mdxFailure(error: unknown, document: SourceDocument): Error {
  const message = error instanceof Error ? error.message : String(error);
  const told = formatFault({
    file: document.file,
    line: lineOf(document, nameIn(message)),
    kind: 'mdx',
    what: `MDX that fails when its page is made (${message.replace(/\s+/g, ' ')})`,
    expected: 'names and components that are there, and code that ends without an error',
    cure: 'mend it there or in what it imports',
  });
  return new Error(told, { cause: error });
}

/** The name that an error of JavaScript, or of MDX for a component, says is missing. */
function nameIn(message: string): string | undefined {
  return /^(?:Expected (?:component|object) `([^`]+)`|(\S+) is not (?:defined|a function))/
    .exec(message)
    ?.slice(1)
    .find((name) => name !== undefined);
}

function lineOf({ body, bodyLine }: SourceDocument, name: string | undefined): number {
  const lines = body.split('\n');
  const named = name === undefined ? -1 : lines.findIndex((line) => hasName(line, name));
  const first = lines.findIndex((line) => line.trim() !== '');
  return bodyLine + Math.max(named >= 0 ? named : first, 0);
}

/** Whether a name stands in a line, and not as a part of another one. */
function hasName(line: string, name: string): boolean {
  return line
    .split(/[^\p{ID_Continue}$.]+/u)
    .some((one) => `${one.replace(/^\.+/, '')}.`.startsWith(`${name}.`));
}
