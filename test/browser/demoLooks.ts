import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

/** How a window is looked at. */
export interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

/**
 * Opens the page of a demo in a window of its own, at the group. Where `pictures` names a folder, it keeps what it looks
 * like.
 *
 * @returns what axe finds wrong, and how wide the page is.
 */
export async function lookAt(
  browser: Browser,
  address: string,
  { colorScheme, width, height }: Look,
  pictures: string | undefined,
): Promise<{ readonly problems: readonly string[]; readonly width: number }> {
  const context = await browser.newContext({
    bypassCSP: true,
    colorScheme,
    // What is just fading in has less contrast for a moment.
    reducedMotion: 'reduce',
    viewport: { width, height },
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(address);
    await page.getByRole('tab', { name: /^Group/ }).click();
    await page.locator('.message', { hasText: 'A fork' }).first().waitFor();
    const problems = await problemsOn(page);
    const shown = await page.evaluate(() => document.documentElement.scrollWidth);
    if (pictures !== undefined)
      await keep(page, join(pictures, `look-${colorScheme}-${width}`), width);
    return { problems, width: shown };
  } finally {
    await context.close();
  }
}

async function problemsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { iframes: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
  });
}

async function keep(page: Page, path: string, width: number): Promise<void> {
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${path}.png` });
  if (width > 700) return;
  for (const name of ['File', 'Site']) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.screenshot({ path: `${path}-${name}.png` });
  }
}
