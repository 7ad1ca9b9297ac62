import { type Browser, chromium } from 'playwright-core';
import { ask } from '../shared/ask.ts';

/** The Chromium that all tests share. To close it closes the windows that were opened through it. */
export async function openChromium(): Promise<Browser> {
  return chromium.connect(await ask('chromium'));
}
