import { expect, it } from 'vitest';
import { type Arrival, Destination, type Next } from '../../../demo/client/site/destination.ts';

const at = (path: string | undefined, status = 200, isLedOn = false): Arrival => ({
  path,
  status,
  isLedOn,
});

it.each<[string, readonly (readonly [Arrival, Next])[]]>([
  ['the page itself', [[at('/note/'), 'there']]],
  ['a browser that tells no status', [[at('/note/', 0), 'there']]],
  [
    'a page that loads itself anew as it is left',
    [
      [at('/'), 'again'],
      [at('/note/'), 'there'],
    ],
  ],
  [
    'a page that the site has not read yet',
    [
      [at('/note/', 404), 'later'],
      [at('/note/', 404), 'later'],
      [at('/note/'), 'there'],
    ],
  ],
  [
    'a site that does not answer, or breaks off',
    [
      [at('/note/', 503), 'later'],
      [at(undefined), 'later'],
      [at('/note/'), 'there'],
    ],
  ],
  ['an old address', [[at('/moved/', 200, true), 'there']]],
  ['faults in the content', [[at('/note/', 500), 'there']]],
])('what is wanted is asked for until it is there: %s', (_, arrivals) => {
  const destination = new Destination();
  destination.set(new URL('http://127.0.0.1/note/'));
  for (const [arrival, next] of arrivals) expect(destination.arrives(arrival)).toBe(next);
  expect(destination.target).toBe(undefined);
});

it('a page that never comes is not asked for for ever, and nobody who goes elsewhere is led back', () => {
  const destination = new Destination();
  const target = new URL('http://127.0.0.1/none/');
  destination.set(target);
  let asked = 0;
  while (destination.arrives(at('/none/', 404)) !== 'there') asked++;
  expect(asked).toBe(30);
  destination.set(target);
  destination.leave();
  expect(destination.arrives(at('/'))).toBe('there');
  expect(destination.arrives(at('/none/', 404))).toBe('there');
  expect(destination.arrives(at(undefined))).toBe('later');
});
