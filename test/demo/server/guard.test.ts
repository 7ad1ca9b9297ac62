import { expect, it } from 'vitest';
import { refusalOf } from '../../../demo/server/guard.ts';

const host = '127.0.0.1:4400';
const own = { host, origin: `http://${host}` };
const image = { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };

it.each<[string, string, Record<string, string>, boolean]>([
  ['the page, opened by hand', 'GET', { host, 'sec-fetch-site': 'none' }, true],
  ['a browser that says nothing of where from', 'GET', { host }, true],
  [
    'a link on another site',
    'GET',
    {
      host,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    },
    true,
  ],
  ['its own page', 'POST', own, true],
  [
    'its own page, where the browser tells no origin',
    'POST',
    { host, 'sec-fetch-site': 'same-origin' },
    true,
  ],
  [
    'its own page by the other name',
    'POST',
    { host: 'localhost:4400', origin: 'http://localhost:4400' },
    true,
  ],
  ['a program that says nothing', 'POST', { host }, false],
  ['another site', 'POST', { host, origin: 'https://evil.example' }, false],
  ['another port of this machine', 'POST', { host, origin: 'http://127.0.0.1:5000' }, false],
  ['a page in a sandbox', 'POST', { host, origin: 'null' }, false],
  ['another site that reads', 'GET', { host, origin: 'https://evil.example' }, false],
  ['a picture on another site', 'GET', { host, 'sec-fetch-site': 'cross-site', ...image }, false],
  [
    'a frame on another site',
    'GET',
    {
      host,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'iframe',
    },
    false,
  ],
  ['a name that was bent to lead here', 'GET', { host: 'evil.example:4400' }, false],
  ['another port in the name', 'GET', { host: '127.0.0.1:80' }, false],
  ['no name at all', 'GET', {}, false],
])('%s (%s) with %j is let in: %s', (_, method, headers, isLetIn) => {
  expect(refusalOf({ method, headers }, 4400) === undefined).toBe(isLetIn);
});
