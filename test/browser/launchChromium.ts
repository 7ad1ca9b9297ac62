import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type BrowserServer, chromium } from 'playwright-core';
import type { Prepared } from '../shared/offers.ts';

/** Browsers that a machine may have of its own, tried where the one from npm does not run. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Starts a real, headless Chromium: the one in the npm package, else one that the machine has.
 *
 * @throws with the reasons of all attempts where none runs.
 */
export async function launchChromium(): Promise<Prepared> {
  const server = await launch();
  return { place: server.wsEndpoint(), end: () => server.close() };
}

async function launch(): Promise<BrowserServer> {
  const reasons: string[] = [];
  // Nothing here is three-dimensional, and a graphics card made of software draws every page twice as long.
  sparticuz.setGraphicsMode = false;
  try {
    return await chromium.launchServer({
      executablePath: await sparticuz.executablePath(),
      // In a single process, the first window that closes takes the browser with it; with a zygote, each new process of a
      // window is a fork of it, and loads nothing anew.
      args: [
        ...sparticuz.args.filter((one) => !['--single-process', '--no-zygote'].includes(one)),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
      headless: true,
    });
  } catch (error) {
    reasons.push(String(error));
  }
  for (const executablePath of installed.filter((path) => existsSync(path))) {
    try {
      return await chromium.launchServer({
        executablePath,
        args: ['--no-sandbox', '--disable-background-networking'],
      });
    } catch (error) {
      reasons.push(String(error));
    }
  }
  throw new Error(
    `No Chromium runs here. Tried the npm package and ${installed.join(', ')}:\n${reasons.join('\n')}`,
  );
}
