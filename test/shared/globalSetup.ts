import type { TestProject } from 'vitest/node';
import { Builders } from '../site/builders.ts';
import { buildFixture } from '../site/fixtureSite.ts';
import { madeOnce, serveOffers } from './offers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where what all tests share is to be had. */
    readonly shared: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const builders = new Builders();
  const { place, end } = await serveOffers(
    new Map([
      ['build', builders],
      ['site', madeOnce(() => buildFixture(builders))],
      [
        'chromium',
        madeOnce(async () => (await import('../browser/launchChromium.ts')).launchChromium()),
      ],
    ]),
  );
  project.provide('shared', place);
  return end;
}
