/**
 * The rows of a CSV file (RFC 4180), each by the names in its first row. Line ends are those of Unix; a quotation mark that
 * is never closed ends with the file.
 */
export function csvRows(text: string): Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = fields(text);
  return rows
    .filter((row) => row.some((field) => field !== ''))
    .map((row) => Object.fromEntries(names.map((name, at) => [name.trim(), row[at] ?? ''])));
}

const field = /("(?:[^"]|"")*"?|[^,\n]*)(,|\n|$)/gy;

function fields(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [whole, value = '', end] of text.matchAll(field)) {
    if (whole === '' && rows.at(-1)?.length === 0) break;
    const isQuoted = value.startsWith('"');
    rows.at(-1)?.push(isQuoted ? value.replace(/^"|"$/g, '').replaceAll('""', '"') : value);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}
