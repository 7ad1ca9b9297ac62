import { assembleJournal } from '#journal/content/assembleJournal.ts';
import { type Entry, readEntry } from '#journal/content/entry.ts';
import type { Journal } from '#journal/content/journal.ts';
import { formatFault, sortFaults } from '#journal/fault/fault.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import { type Site, siteSchema } from '#journal/schema/siteSchema.ts';
import { validate } from '#journal/schema/validate.ts';

const siteYaml = 'title: Sample\nurl: https://sample.example\n';

/** A site with the two lines that every site.yaml has, and `lines` below them. */
export function sampleSite(lines = ''): Site {
  const { value, faults } = validate(
    siteSchema,
    parseYaml(siteYaml + lines, 'site.yaml'),
    'site.yaml',
  );
  if (!value) throw new Error(faults.map((fault) => formatFault(fault)).join('\n'));
  return value;
}

/** An entry out of front matter lines and a body. */
export function sampleEntry(
  file: string,
  lines: string,
  body = 'Text.\n',
  site = sampleSite(),
): Entry {
  const { entry, faults } = readEntry(file, `---\n${lines}\n---\n\n${body}`, site);
  if (!entry) throw new Error(faults.map((fault) => formatFault(fault)).join('\n'));
  return entry;
}

/** A content folder in memory; site.yaml is there without being named. */
export type SampleFiles = Readonly<Record<string, string>>;

/** The journal of some files, which must be without a fault. */
export function sampleJournal(files: SampleFiles): Journal {
  const { journal, faults } = assemble(files);
  if (!journal || faults.length > 0) {
    throw new Error(faults.map((fault) => formatFault(fault)).join('\n'));
  }
  return journal;
}

/** Everything that is wrong with some files, a line each. */
export function faultsOfFiles(files: SampleFiles): string[] {
  return sortFaults(assemble(files).faults).map((fault) => formatFault(fault));
}

/** How a value that will not do is told: where, of which key, as it is shown, and what was expected. */
export const wrongValue = (place: string, key: string, shown: string, expected: string) =>
  `${place}: "${key}" is ${shown}; expected ${expected}; correct "${key}"`;

function assemble(files: SampleFiles) {
  return assembleJournal(
    Object.entries({ 'site.yaml': siteYaml, ...files })
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, source]) => ({ file, source })),
  );
}
