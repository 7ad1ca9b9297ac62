import type { Fault } from '../fault/fault.ts';
import { isMarkdownFile } from './contentName.ts';
import { entryKind } from './entry.ts';
import type { ContentFile } from './journal.ts';
import { isPageFile } from './page.ts';

/** Markdown files that would be passed over without a word. */
export function misplaced(files: readonly ContentFile[]): Fault[] {
  return files.flatMap(({ file }) => {
    if (entryKind(file) || isPageFile(file) || !isMarkdownFile(file)) return [];
    if (/(^|\/)README\.md$/i.test(file)) return [];
    const fault = (what: string, expected: string, cure: string) => [
      { file, line: 1, what, expected, cure },
    ];
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
