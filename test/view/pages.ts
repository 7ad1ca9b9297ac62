import { writersOf } from '../../src/journal/public/writers.ts';
import { setCurrentJournal } from '../../src/load/current.ts';
import { monthPages, yearPages } from '../../src/view/archivePages.ts';
import { authorPage } from '../../src/view/authorPage.ts';
import { entryPage } from '../../src/view/entryPage.ts';
import type { Frame } from '../../src/view/frame.ts';
import { kindPage, tagPage } from '../../src/view/listPages.ts';
import { plainPage } from '../../src/view/plainPage.ts';
import { seriesPage } from '../../src/view/seriesPage.ts';
import { site } from '../../src/view/site.ts';
import { homePage, olderStreamPages } from '../../src/view/streamPage.ts';
import type { StructuredData } from '../../src/view/structuredData.ts';
import { viewKey } from '../../src/view/viewKey.ts';
import { load, told } from '../load/content.ts';

/** The key of every page that is kept from build to build, by its path. */
export async function pageKeys(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Map<string, string>> {
  const result = await load(files);
  if (!result.loaded) throw new Error(told(result).join('\n'));
  setCurrentJournal(result.loaded);
  return new Map(allViews().map((view) => [view.frame.path, viewKey(view)]));
}

/** What search engines are told of the entry at a path. */
export async function toldOf(
  path: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<StructuredData> {
  await pageKeys(files);
  const entry = site().entries.find((one) => one.path === path);
  const data = entry && entryPage(entry).frame.head.data;
  if (!data) throw new Error(`Nothing is told of ${path}`);
  return JSON.parse(JSON.stringify(data));
}

function allViews(): { readonly frame: Frame }[] {
  const { entries, pages, series, tags } = site();
  const home = homePage();
  return [
    ...(home === undefined ? [] : [home.kind === 'list' ? home.list : home]),
    kindPage('article'),
    kindPage('note'),
    ...entries.map(entryPage),
    ...pages.map(plainPage),
    ...olderStreamPages(),
    ...series.map(seriesPage),
    ...tags.map(tagPage),
    ...writersOf(site()).map(authorPage),
    ...yearPages().map(({ view }) => view),
    ...monthPages().map(({ view }) => view),
  ];
}

/** Paths of the pages that are in one of two only, or have another key there. */
export function changedPages(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
}
