import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { componentNames, replaceable } from '../../src/replace/components.ts';
import { propsDigests } from './propsDigest.ts';

const path = 'test/project/props.json';

it('the version of a component goes up with its props', async () => {
  const text = await readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
  const digests = propsDigests();
  const is = Object.fromEntries(
    componentNames.map((name) => [
      name,
      { version: replaceable[name].version, digest: digests[name] ?? '' },
    ]),
  );
  expect(Object.keys(digests).sort()).toEqual(componentNames);
  expect(
    is,
    `The props of a component have changed. What a component for the ones before does not bear takes a version more in src/replace/components.ts, and a line in CHANGELOG.md; unless no release has these props yet. Then ${path} is to be ${JSON.stringify(is)}`,
  ).toEqual(JSON.parse(text));
});
