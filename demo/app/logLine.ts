import { stripVTControlCharacters } from 'node:util';

/** What a line of the log says to whoever started the demo; undefined where it is of no concern. */
export function toldLine(line: string): string | undefined {
  const { level, message, reason } = fieldsOf(line);
  if (level === 'error' || level === 'warn')
    return reason === undefined ? `The bot: ${message}` : `The bot: ${message}: ${reason}`;
  // The site's own errors, without the colours of a terminal.
  const plain = stripVTControlCharacters(line);
  return /\[ERROR\]|^Error\b/.test(plain) ? `The site: ${plain.trim()}` : undefined;
}

function fieldsOf(line: string): {
  readonly level?: unknown;
  readonly message?: unknown;
  readonly reason?: unknown;
} {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
