import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { type ImportWish, importJournal } from '../../src/import/importJournal.ts';
import type { ImportReport, ReportLine } from '../../src/import/report/report.ts';
import { temporaryFolder } from '../load/temporary.ts';

/** What came of an import: every file of the content folder, and the report. */
export interface Imported {
  readonly root: string;
  readonly report: ImportReport;
  /** Text of each file, by its path from the content folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Texts of the files in a folder of the content folder. */
  below(folder: string): string[];
  /** The line of the report about something of the export. */
  line(where: string): ReportLine;
}

/** Imports a folder of these files, or what stands at `path`, into a content folder that has `there`. */
export async function imported(
  export_: Readonly<Record<string, string | Uint8Array>> | { readonly path: string },
  wish: Partial<ImportWish> = {},
  there: Readonly<Record<string, string>> = {},
): Promise<Imported> {
  const folder = await temporaryFolder(there);
  const path =
    'path' in export_ && typeof export_.path === 'string'
      ? export_.path
      : await temporaryFolder(export_ as Readonly<Record<string, string | Uint8Array>>);
  const root = wish.root ?? join(folder, 'content');
  const report = await importJournal({
    path,
    root,
    shownRoot: 'content',
    from: undefined,
    dryRun: false,
    now: Date.parse('2026-11-21T12:00:00Z'),
    fetching: undefined,
    progress: () => undefined,
    ...wish,
  });
  const names = await filesBelow(root);
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(root, name), 'utf8')] as const),
  );
  return {
    root,
    report,
    files: Object.fromEntries(texts),
    below: (folder) => texts.flatMap(([name, text]) => (name.startsWith(folder) ? [text] : [])),
    line: (where) => {
      const found = report.lines.find((line) => line.where === where);
      if (!found)
        throw new Error(
          `no line about ${where}: ${report.lines.map((line) => line.where).join(', ')}`,
        );
      return found;
    },
  };
}
