import sharp from 'sharp';
import { afterEach, beforeEach } from 'vitest';
import { type BotApi, type Person, startBotApi } from '../index.ts';

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

/** The bytes of a picture of one colour; `width` and `height` in pixels. */
export function picture(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();
}
