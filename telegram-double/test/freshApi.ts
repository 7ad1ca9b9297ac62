import sharp from 'sharp';
import { afterEach, beforeEach, expect } from 'vitest';
import { type BotApi, type Person, startBotApi } from '../index.ts';
import { refusalOf } from './rawClient.ts';

/** What the test that runs talks to, and its owner. */
export let api: BotApi;
export let owner: Person;

/** Gives each test of a file a server of its own. */
export function freshApi(options?: Parameters<typeof startBotApi>[0]): void {
  beforeEach(async () => {
    api = await startBotApi(options);
    owner = api.user({ id: 1001, first_name: 'Ada' });
  });
  afterEach(() => api.stop());
}

/** Expects that a call is refused as a bad request, in these words. */
export async function expectRefused(
  method: string,
  parameters: Record<string, unknown>,
  words: string,
): Promise<void> {
  expect(await refusalOf(api, method, parameters)).toBe(`Bad Request: ${words}`);
}

/** The bytes of a picture of one colour; `width` and `height` in pixels. */
export function picture(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();
}
