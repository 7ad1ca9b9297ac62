import type { Page } from 'playwright-core';
import type { StaticServer } from './server.ts';

/** Addresses that a page asks another host for, and those that do not answer: the list grows with each. */
export function wrongRequests(
  page: Page,
  { origin }: Pick<StaticServer, 'origin'>,
): readonly string[] {
  const wrong: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) wrong.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
  });
  return wrong;
}
