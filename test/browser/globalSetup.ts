import type { TestProject } from 'vitest/node';
import { shared } from '../sharedSetup.ts';
import { launchChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Chromium of all tests listens. */
    readonly chromium: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { place, end } = await shared('chromium', async () => {
    const chromium = await launchChromium();
    return { place: chromium.wsEndpoint(), end: () => chromium.close() };
  });
  project.provide('chromium', place);
  return end;
}
