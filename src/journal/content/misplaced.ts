import type { Fault } from '../fault/fault.ts';
import { nearestWord } from '../fault/suggestion.ts';
import { isMarkdownFile, underscored } from './contentName.ts';
import { faultsIn } from './draft.ts';
import { entryKind } from './entry.ts';
import type { ContentFile } from './journal.ts';
import { isPageFile } from './page.ts';

/** Markdown files that would be passed over without a word. */
export function misplaced(files: readonly ContentFile[]): Fault[] {
  return files.flatMap((text) => {
    const { file } = text;
    if (entryKind(file) || isPageFile(file) || !isMarkdownFile(file)) return [];
    if (/(^|\/)README\.md$/i.test(file)) return [];
    const fault = (what: string, expected: string, cure: string) =>
      faultsIn(text.source, [{ kind: 'misplaced-text', file, line: 1, what, expected, cure }]);
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
    .filter((name) => !name.endsWith('.md') && foreignText.test(name))
    .filter((name) => underscored(name) === undefined)
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

/** Files of the content folder, and what each is read for. */
const ownFiles = [
  'site.yaml',
  'authors.yaml',
  'people.yaml',
  'words.yaml',
  'blogroll.yaml',
  'redirects.yaml',
  'known-faults.yaml',
  'style.css',
  'head.html',
  'foot.html',
];

/** Files whose names are nearly those of settings, of which nobody would take any notice. */
export function misnamed(names: ReadonlySet<string>): Fault[] {
  return [...names].flatMap((file): Fault | [] => {
    const meant = meantBy(file);
    if (meant === undefined) return [];
    const isBeside = names.has(meant);
    return {
      file,
      line: 1,
      kind: 'misnamed-file',
      what: isBeside
        ? `a file beside ${meant}, which is passed over`
        : `a file that nearly is ${meant}, and is passed over`,
      expected: meant,
      cure: isBeside
        ? `move what is in it to ${meant}, and remove it`
        : `rename it to ${meant}; a name that begins with . is passed over without a word`,
      warning: true,
    };
  });
}

/** The file that a name was meant for; undefined where it is no such name, or the right one. */
function meantBy(file: string): string | undefined {
  if (file.includes('/') || ownFiles.includes(file)) return undefined;
  const name = file.toLowerCase().replace(/\.yml$/, '.yaml');
  const [, stem, ending] = /^(.+)(\.(?:yaml|css|html))$/.exec(name) ?? [];
  if (stem === undefined || ending === undefined) return undefined;
  const sameEnding = ownFiles.filter((one) => one.endsWith(ending));
  const stems = sameEnding.map((one) => one.slice(0, -ending.length));
  const plain = (word: string) => word.replace(/(?:er|s)$/, '');
  const near =
    stems.find((one) => plain(one) === plain(stem)) ??
    // Shorter words are near to many others.
    (stem.length < 5 ? undefined : nearestWord(stem, stems));
  return near === undefined ? undefined : near + ending;
}

const foreignText =
  /^(?:articles|notes|pages)\/.*\.(?:x?html?|adoc|asciidoc|rst|org|textile|[rq]md|ipynb|(?:media)?wiki|tex|docx?|odt|rtf)$/i;
