import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { isAlive, untilGone } from '../processes.ts';
import { openChromium } from './chromium.ts';
import { lookAt } from './demoLooks.ts';
import { addressOf, type DemoProcess, endDemo, startDemo } from './demoProcess.ts';
import { give, photoOf } from './givenFiles.ts';

const pictures = process.env['SCROLLBACK_PICTURES'];

let folder: string;
let demo: DemoProcess;
let address: string;
let browser: Browser;
let page: Page;
let site: FrameLocator;

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'scrollback-demo-')), 'demo');
  [browser, demo] = await Promise.all([openChromium(), startDemo(folder, ['--port', '4700'])]);
  address = await addressOf(demo);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.goto(address);
  site = page.frameLocator('iframe');
});

afterAll(async () => {
  await endDemo(demo);
  await browser.close();
  await rm(join(folder, '..'), { recursive: true, force: true });
});

/** The first that went wrong: what comes after it goes on from it, and would wait in vain. */
let broken: string | undefined;

beforeEach(({ skip }) => {
  if (broken !== undefined) skip(`it goes on from "${broken}"`);
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  broken ??= task.name;
  const log = await readFile(join(folder, 'demo.log'), 'utf8').catch(() => '');
  console.error(`The demo said:\n${demo.output()}\nIts log ends:\n${log.slice(-3000)}`);
});

const patiently = { timeout: 60_000 };

let shots = 0;

/** Keeps what the page looks like, for who wants to look at it. */
async function picture(name: string): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  shots++;
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(pictures, `${String(shots).padStart(2, '0')}-${name}.png`) });
}

const chat = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
const log = () => page.getByRole('log');
const message = (words: string | RegExp): Locator => log().locator('.message', { hasText: words });
const press = (name: string) => log().getByRole('button', { name, exact: true }).last().click();
const step = (title: string) => page.locator('.step', { hasText: title }).waitFor();

async function say(words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(words);
  await page.keyboard.press('Enter');
}

/** The newest file below a folder of the demo's content that was not there when it was copied. */
async function freshText(below: string): Promise<string> {
  const { sample } = JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8'));
  const names = await readdir(join(folder, 'content', below), { recursive: true });
  const fresh = names.filter(
    (name) => /\.(md|yaml)$/.test(name) && !(`${below}/${name}` in sample),
  );
  return readFile(join(folder, 'content', below, fresh.toSorted().at(-1) ?? ''), 'utf8');
}

it('a message becomes a draft, a page and a post, and an edit of the file edits both', async () => {
  await site
    .getByRole('heading', { name: /Second Drawer Down/ })
    .or(site.getByText('Second Drawer Down'))
    .first()
    .waitFor();
  await step('Say something');
  await log().getByText('This is your bot.').waitFor();
  expect(await log().evaluate((element) => element.scrollTop)).toBe(0);
  await picture('start');
  await say('The lift is **slow** today, and ||only shy||.');
  await message('Saved as notes/').waitFor();
  expect(await freshText('notes')).toContain('The lift is **slow** today, and ||only shy||.');
  const lines = page.locator('.pane.file .lines');
  await lines.locator('.added', { hasText: '**slow**' }).waitFor();
  await site
    .locator('article', { hasText: 'The lift is slow today' })
    .getByText('draft')
    .first()
    .waitFor();
  await step('Publish it');
  await picture('draft');

  await press('Publish');
  await message(/^Scrollback.*Published/).waitFor();
  await lines.locator('.removed', { hasText: 'draft: true' }).waitFor();
  await chat('Channel');
  const post = message('The lift is slow today');
  await post.locator('strong', { hasText: 'slow' }).waitFor();
  await site.getByText('Also on').waitFor();
  await step('Edit the file');
  await picture('published');

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const editor = page.getByRole('textbox', { name: 'The text of the file' });
  await editor.fill((await editor.inputValue()).replace('slow', 'late'));
  await picture('editing');
  await page.keyboard.press('Control+s');
  await lines.locator('ins', { hasText: 'late' }).waitFor();
  await site.getByText('The lift is late today').first().waitFor();
  await message('The lift is late today').getByText('edited').waitFor();
  await picture('edited');
});

it('a conversation of the group becomes a draft, by the words of the reply alone', async () => {
  await step('Keep a conversation');
  await chat('Group');
  await page.getByText('Piet', { exact: true }).last().click();
  await say('A fork. It was from the wedding.');
  await page.getByText('You', { exact: true }).last().click();
  const last = message('A fork').last();
  await last.focus();
  // Closed, the menu leaves the focus where it was; an answer is written without another click.
  for (const key of ['Enter', 'Escape', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('menuitem', { name: 'Answer' }).click();
  await picture('answering');
  await page.keyboard.type('/draft 3');
  await page.keyboard.press('Enter');
  await chat('Bot');
  await message('From “Kitchen”').waitFor();
  expect(await freshText('notes')).toMatch(
    /> \*\*Cátia:\*\* Which sink\?[\s\S]*> \*\*Piet:\*\* A fork/,
  );
  await site.getByText('A fork. It was from the wedding.').waitFor();
  await step('Answer a post');
  await picture('picked');
});

it('the story does what is left, and an answer that is allowed stands below the entry', async () => {
  const take = async (title: string) => {
    await step(title);
    await page.locator('.do').click();
  };
  await take('Answer a post');
  await message('It was never shy with me').waitFor();
  await picture('answered');
  await take('Allow the comment');
  await message('Allowed: comment of Piet').waitFor();
  expect(await freshText('comments')).toContain('It was never shy with me');
  await picture('allowed');
  await step('That was all of it');
  await site.locator('.comment', { hasText: 'It was never shy with me' }).waitFor();
  await picture('end');
});

it('photos become an album and a draft, a reaction counts, a command is offered, a message goes', async () => {
  await chat('Bot');
  await page.locator('.composer input[type=file]').setInputFiles([
    { name: 'sea.jpg', mimeType: 'image/jpeg', buffer: await photoOf('#3d5f8a') },
    { name: 'wall.jpg', mimeType: 'image/jpeg', buffer: await photoOf('#8a5a2b') },
  ]);
  await picture('chosen');
  await say('Two walls');
  const album = message('Two walls');
  await expect.poll(() => album.locator('img').count(), patiently).toBe(2);
  expect(
    await album
      .locator('img')
      .first()
      .evaluate((image: HTMLImageElement) => image.decode()),
  ).toBe(undefined);
  await message(/Saved as notes\/.*\/index\.md/).waitFor();
  await picture('album');

  await page.getByRole('textbox', { name: 'Message' }).fill('/dr');
  await page.getByRole('option', { name: /\/drafts/ }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('/drafts ');
  await page.keyboard.press('Enter');
  await message('/drafts').first().waitFor();

  await chat('Channel');
  await message('The lift is late').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'React with ❤' }).click();
  await message('The lift is late').getByRole('button', { name: '❤, 1' }).waitFor();
  await chat('Group');
  const count = await log().locator('.message').count();
  await message('Which sink?').hover();
  await message('Which sink?')
    .getByRole('button', { name: /What can be done/ })
    .click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect.poll(() => log().locator('.message').count(), patiently).toBe(count - 1);
});

it('photos that are dropped beside the chat or pasted are sent as those are that were chosen', async () => {
  await chat('Bot');
  const waiting = page.locator('.attachments li');
  const sea = { name: 'sea.jpg', bytes: await photoOf('#3d5f8a') };
  const drop = page.locator('.drop');
  expect(await give(page.locator('.pane.file'), 'dragover', [sea])).toBe('taken');
  await drop.waitFor();
  await picture('dropping');
  expect(await give(page.locator('.pane.file'), 'drop', [sea, { ...sea, name: 'b.jpg' }])).toBe(
    'taken',
  );
  await drop.waitFor({ state: 'hidden' });
  await expect.poll(() => waiting.count(), patiently).toBe(2);
  await say('Two seas');
  const album = message('Two seas');
  await expect.poll(() => album.locator('img').count(), patiently).toBe(2);

  const field = page.getByRole('textbox', { name: 'Message' });
  expect(await give(field, 'paste', [])).toBe('left');
  expect(await give(field, 'paste', Array(11).fill(sea))).toBe('taken');
  await page.getByText('A message has at most 10 files').waitFor();
  expect(await waiting.count()).toBe(10);
  for (let left = 10; left > 1; left--)
    await waiting.first().getByRole('button', { name: 'Leave sea.jpg out' }).click();
  await say('One sea');
  await message('One sea').locator('img').waitFor();
  await expect.poll(() => waiting.count(), patiently).toBe(0);
  await expect
    .poll(
      () =>
        log()
          .getByText(/Saved as notes\/.*\/index\.md/)
          .count(),
      patiently,
    )
    .toBe(3);
  expect(await freshText('notes')).toMatch(/sea/);
});

it.each([
  ['light', 1440, 900],
  ['dark', 1440, 900],
  ['light', 1024, 768],
  ['dark', 390, 844],
] as const)(
  'axe finds nothing in %s at %i × %i, and nothing is wider than the window',
  async (colorScheme, width, height) => {
    const looked = await lookAt(browser, address, { colorScheme, width, height }, pictures);
    expect(looked).toEqual({ problems: [], width });
  },
);

it('Ctrl-C ends all of it; the next start goes on; a second one at once says so; killed, it leaves nothing behind', async () => {
  const children = demo.children();
  expect(children).toHaveLength(2);
  demo.child.kill('SIGINT');
  expect(await demo.ended, demo.output()).toBe(0);
  expect(children.filter(isAlive)).toEqual([]);
  await page.getByText('The demo has ended').waitFor();
  expect(demo.output()).not.toContain('"level"');

  demo = await startDemo(folder);
  expect(await addressOf(demo)).toBe(address);
  const second = await startDemo(folder);
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`already: ${address}`);
  await page.reload();
  await chat('Channel');
  await message('The lift is late today').waitFor();
  await chat('Bot');
  await say('After the night.');
  await message('Saved as notes/').last().waitFor();

  const again = demo.children();
  expect(again).toHaveLength(2);
  demo.child.kill('SIGKILL');
  await untilGone(again);
});
