import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { timesOf } from '../longRuns.ts';

/** Windows that axe looks into: the first two have each width, each colouring and each rule once. */
const windows = [
  ['a phone, light', { width: 390, colorScheme: 'light' }],
  ['a desk, dark', { width: 1440, colorScheme: 'dark' }],
  ['a desk, light', { width: 1440, colorScheme: 'light' }],
  ['a phone, dark', { width: 390, colorScheme: 'dark' }],
] as const;

/** How many of them there are; `.ci/run` has them all. */
const lookedInto = timesOf('windowsOfAxe');

/** All that a width or a colouring has to be asked that is looked into again: there the pages have other colours, and nothing else. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/** More of them than this are of the same making; the first page of all keeps its hundred where all windows are looked into. */
const entriesOfAList = 12;

/** Has all pages of some windows come with axe, which is large: it is handed over once. */
export const bringAxe = (windows: BrowserContext) =>
  windows.addInitScript(`if (location.protocol !== 'about:') {${axe.source}}`);

/**
 * What axe finds on a page that it came with, on a phone and a desk, light and dark. Its lists are shortened but in the first window, where it
 * is looked at whole.
 */
export async function faultsOfAxe(page: Page, isWhole: boolean): Promise<string[]> {
  const problems: string[] = [];
  const keepsAll = isWhole && lookedInto === windows.length;
  for (const [at, [name, { width, colorScheme }]] of windows.slice(0, lookedInto).entries()) {
    if (!keepsAll || at > 0) await page.evaluate(shortenLists, entriesOfAList);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const rules = at < 2 ? undefined : rulesOfColours;
    problems.push(...(await violations(page, rules)).map((one) => `${name}: ${one}`));
  }
  return problems;
}

/** Runs in the page. */
function shortenLists(most: number): void {
  for (const entry of [...document.querySelectorAll('.h-entry')].slice(most)) entry.remove();
}

/** @returns what breaks any rule, or those that are named. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations: found } = await checker.run(document, {
      resultTypes: ['violations'],
      ...(runOnly && { runOnly }),
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.failureSummary ?? ''})`),
    );
  }, rules);
}
