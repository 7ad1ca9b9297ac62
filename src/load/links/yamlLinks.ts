import { visit } from 'unist-util-visit';
import { anchorOf, partsOf, withinSite } from '#journal/address/address.ts';
import { decoded } from '#journal/address/contentPath.ts';
import { isLinkable, linkSchemeWords } from '#journal/address/scheme.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { blogrollPath } from '#journal/public/blogrollPaths.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { writersOf } from '#journal/public/writers.ts';
import { parseMarkdown } from '#journal/text/markdown.ts';
import { isLineHtml } from '../../render/html/lineHtml.ts';
import type { LinkSource } from './links.ts';

/** Line of a key in a YAML file of the content folder. */
export type LineOf = (file: string, path: readonly PropertyKey[]) => number;

/** A text with inline Markdown in a YAML file. */
interface YamlText {
  readonly file: string;
  readonly line: number;
  /** Path of the page that shows it. */
  readonly path: string;
  readonly text: string;
}

/**
 * The links in what YAML files say, in inline Markdown, of series, authors and recommended blogs. It is shown on pages in
 * different places, so a relative address is a fault.
 */
export function yamlLinks(
  journal: PublicJournal,
  lineOf: LineOf,
): { readonly sources: readonly LinkSource[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const sources = yamlTexts(journal, lineOf).map(({ file, line, path, text }) => {
    const fault = (what: string, expected: string, cure: string) =>
      faults.push({ kind: 'yaml-text', file, line, what, expected, cure });
    const { addresses, html } = contentOf(text);
    for (const tag of html.filter((one) => !isLineHtml(one)))
      fault(`${tag} in a text that several pages show`, 'words in Markdown', 'write it without');
    const links = addresses.flatMap((url) => {
      const own = withinSite(url, journal.site);
      if (own === undefined) {
        if (!isLinkable(url))
          fault(
            `a link to ${url}`,
            linkSchemeWords,
            'correct the address, or write the words alone',
          );
        return [];
      }
      const { pathname, fragment } = partsOf(own);
      if (pathname === '' || pathname.startsWith('/'))
        return [{ path: decoded(pathname), fragment: anchorOf(fragment), line }];
      fault(
        `a link to ${url} in a text that several pages show`,
        'an address that begins with / or https://',
        'write the path of the page, such as /about/',
      );
      return [];
    });
    return { file, path, links };
  });
  return { sources, faults };
}

function yamlTexts(journal: PublicJournal, lineOf: LineOf): YamlText[] {
  const text = (
    file: string,
    key: readonly PropertyKey[],
    path: string,
    found: string | undefined,
  ): YamlText[] =>
    found === undefined ? [] : [{ file, line: lineOf(file, key), path, text: found }];
  return [
    ...journal.series.flatMap(({ id, path, description }) =>
      text(`series/${id}.yaml`, ['description'], path, description),
    ),
    ...writersOf(journal).flatMap(({ id, path, person }) =>
      text('authors.yaml', [id, 'bio'], path, person?.bio),
    ),
    ...(journal.blogroll ?? []).flatMap(({ group, blogs }, outer) =>
      blogs.flatMap(({ about }, inner) => {
        const at = group === undefined ? [inner] : [outer, 'blogs', inner];
        return text('blogroll.yaml', [...at, 'about'], blogrollPath, about);
      }),
    ),
  ];
}

function contentOf(markdown: string): { addresses: readonly string[]; html: readonly string[] } {
  const addresses: string[] = [];
  const html: string[] = [];
  visit(parseMarkdown(markdown), (node) => {
    if (node.type === 'link' || node.type === 'definition') addresses.push(node.url);
    if (node.type === 'html') html.push(node.value);
  });
  return { addresses, html };
}
