import { isHomeFile } from '#journal/content/page.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { suggest } from '#journal/fault/suggestion.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import type { SourceDocument } from '../../render/collect/document.ts';

/** What is wrong with the page that `home` of site.yaml names, and pages that seem to be home pages and are none. */
export function homeFaults(
  { site, pages }: PublicJournal,
  hidden: readonly SourceDocument[],
  lineOf: (path: readonly PropertyKey[]) => number,
): Fault[] {
  if (site.home.is !== 'page') return pages.flatMap(indexWarning);
  const { name } = site.home;
  if (pages.some(({ file }) => isHomeFile(file, site))) return [];
  const unpublished = hidden.find(({ kind, file }) => kind === 'page' && isHomeFile(file, site));
  const place = { kind: 'dead-home', file: 'site.yaml', line: lineOf(['home']) } as const;
  if (unpublished)
    return [
      {
        ...place,
        what: `"home" names the page "${name}", which is not published (${unpublished.file})`,
        expected: 'a page that readers can see',
        cure: 'publish that page first, or write "home: stream"',
      },
    ];
  const names = pages.map(({ file }) => file.replace(/^pages\/|\.mdx?$/g, ''));
  return [
    {
      ...place,
      what: `"home" names the page "${name}", which does not exist`,
      expected: `stream, list, or a page: the file pages/${name}.md`,
      cure: suggest(name, ['stream', 'list', ...names], 'write that file, or correct "home"'),
    },
  ];
}

/** A file of this name is the home page for other generators. */
function indexWarning({ file, path }: PublicJournal['pages'][number]): Fault[] {
  if (!/^pages\/index\.mdx?$/.test(file)) return [];
  return [
    {
      kind: 'dead-home',
      file,
      line: 1,
      what: `a page called index, which is at ${path}`,
      expected: 'another name, unless it is the home page',
      cure: 'write "home: index" in site.yaml to have it at /, or rename the file',
      warning: true,
    },
  ];
}
