import type { Fault } from '../fault/fault.ts';
import { isMarkdownFile, underscored } from './contentName.ts';
import { faultsIn } from './draft.ts';
import { entryKind } from './entry.ts';
import type { ContentFile } from './journal.ts';
import { isPageFile } from './page.ts';

/** Markdown files that would be passed over without a word. */
export function misplaced(files: readonly ContentFile[]): Fault[] {
  return files.flatMap(({ file, source }) => {
    if (entryKind(file) || isPageFile(file) || !isMarkdownFile(file)) return [];
    if (/(^|\/)README\.md$/i.test(file)) return [];
    const fault = (what: string, expected: string, cure: string) =>
      faultsIn(source, [{ kind: 'misplaced-text', file, line: 1, what, expected, cure }]);
    if (!/\.mdx?$/.test(file))
      return fault('a Markdown file with another ending', '.md', 'rename it');
    if (file.startsWith('notes/')) {
      return fault(
        'a note in MDX',
        'notes in Markdown (.md)',
        'rename it to .md, or move it to articles/',
      );
    }
    return fault(
      'a Markdown file in no room of the journal',
      'articles/, notes/ or pages/',
      'move it, or let its name begin with . to hide it',
    );
  });
}

/**
 * Texts that other programs publish and this one passes over, among the names of all files. One that an entry links is no
 * such text, which only whoever has read the entries can tell.
 */
export function foreignTexts(names: Iterable<string>): Fault[] {
  return [...names]
    .filter((name) => foreignText.test(name) && underscored(name) === undefined)
    .map((file) => ({
      file,
      line: 1,
      kind: 'foreign-text',
      what: 'a text that is not Markdown, which is passed over: no entry links it',
      expected: 'an entry in Markdown (.md), which may hold HTML',
      cure: 'rename it to .md and look at the page, or link it from an entry; a name that begins with . is passed over without a word',
      warning: true,
    }));
}

const foreignText =
  /^(?:articles|notes|pages)\/.*\.(?:x?html?|adoc|asciidoc|rst|org|textile|[rq]md|ipynb|(?:media)?wiki|tex|docx?|odt|rtf)$/i;
