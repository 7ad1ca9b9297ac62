import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBotApi } from '../../telegram-double/index.ts';
import { eventually } from '../bot/world.ts';
import { openChromium } from '../browser/chromium.ts';
import { freePort } from '../freePort.ts';
import type { InstalledJournal } from './installed.ts';

const patience = 60_000;

/** What is seen of an installed journal in a browser, and set up in it. It has been built. */
export function browserStory(journal: () => InstalledJournal): void {
  let browser: Browser;
  let page: Page;
  const refused: string[] = [];

  beforeAll(async () => {
    browser = await openChromium();
    page = await browser.newPage();
    page.setDefaultTimeout(patience);
    page.on(
      'response',
      (one) => one.status() >= 400 && refused.push(`${one.status()} ${one.url()}`),
    );
    page.on('pageerror', (error) => refused.push(String(error)));
  });

  afterAll(() => browser?.close());

  const answers = (address: string) =>
    eventually(
      () =>
        fetch(address).then(
          ({ ok }) => ok || undefined,
          () => undefined,
        ),
      address,
      patience,
    );

  it('is read and searched in Chromium once it is built', async () => {
    const port = await freePort();
    const server = journal().start(['preview', '--port', String(port)]);
    try {
      await answers(`http://localhost:${port}/`);
      await page.goto(`http://localhost:${port}/search/`);
      await page.locator('#search-words').fill('foremost');
      await page.locator('#search-results a').first().click();
      await page.locator('article h1').waitFor();
      expect(await faceOf(page)).toContain('Brygada 1918');
      expect(refused).toEqual([]);
    } catch (cause) {
      throw new Error(server.text(), { cause });
    } finally {
      await server.end();
    }
  });

  it('is set up by options, and written down where its other commands read it', async () => {
    const api = await startBotApi();
    const owner = api.user({ id: 1001, first_name: 'Ada' });
    api.channel({ username: 'tides', owner });
    const given = { TELEGRAM_API_ROOT: api.root, JOURNAL_CONTENT: 'tides' };
    const site = ['--title', 'Tides', '--url', 'tides.example', '--time-zone', 'Europe/Lisbon'];
    const bot = [
      '--token',
      api.token,
      '--owner',
      '1001',
      '--channel',
      '@tides',
      '--publish',
      'none',
    ];
    try {
      const { exitCode, output, errors } = await journal().run(
        ['setup', ...site, ...bot, '--test-post', '--json'],
        given,
      );
      expect([exitCode, errors]).toEqual([0, '']);
      const { ok, next } = JSON.parse(output);
      expect([ok, next.at(-1)]).toEqual([true, expect.stringMatching(/^npx scrollback bot/)]);
      expect(parseEnv(await journal().read('.env'))).toMatchObject(given);
      const checked = await journal().run(['check', '--json'], {}, 'tides');
      expect([checked.exitCode, JSON.parse(checked.output)]).toEqual([0, []]);
    } finally {
      await api.stop();
      await journal().remove('.env');
      await journal().remove('tides');
    }
  });

  it('shows the demo, in which a message is a page of the site, and follows what is written', async () => {
    const around = '../the demo';
    const place = ['--folder', join(journal().folder, around)];
    await journal().write('.env', 'SECRET=1\n');
    const demo = journal().start(['demo', '--no-open', ...place, '--port', '4720']);
    try {
      const address = await eventually(
        () => /The demo is at (\S+)/.exec(demo.text())?.[1],
        'the address of the demo',
        patience,
      );
      await page.goto(address);
      // Before the bot and the site are there: it waits for them.
      await page.getByRole('textbox', { name: 'Message' }).fill('Said to a package.');
      await page.keyboard.press('Enter');
      const saved = await page.getByText(/^Saved as notes\//).textContent();
      const [file = ''] = /notes\/[\w-]+/.exec(saved ?? '') ?? [];
      const { origin } = new URL(address);
      const shown = async () => (await fetch(`${origin}/${file}/`)).text();
      const isShown = async () => (await shown()).includes('Said to a package.') || undefined;
      await eventually(isShown, 'the page of the note', patience);
      expect(await shown()).toContain(`<link rel="canonical" href="${origin}/${file}/">`);
      refused.length = 0;
      await page.goto(`${origin}/${file}/`);
      // Until all that it is made of has been asked for once, a page may be loaded anew in between.
      const face = () => faceOf(page).catch(() => undefined);
      expect(await eventually(face, 'the face of the page', patience)).toContain('Brygada 1918');
      const note = `${around}/content/${file}.md`;
      await journal().write(note, (await journal().read(note)).replace('Said', 'Written'));
      await page.getByText('Written to a package.').waitFor();
      expect(refused).toEqual([]);
      expect((await fetch(`${origin}/.env`)).status).toBe(404);
    } catch (cause) {
      throw new Error(demo.text(), { cause });
    } finally {
      await demo.end();
      await journal().remove('.env');
    }
  });
}

/** The face in which a page is set, which is loaded by then. */
async function faceOf(page: Page): Promise<string> {
  // Before its style sheet is there, a page waits for no face.
  await page.waitForLoadState();
  return page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family)
      .join();
  });
}
