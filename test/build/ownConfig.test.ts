import { expect, it } from 'vitest';
import { checkOutput } from '../../src/build/ownConfig.ts';

const adapter = { name: '@astrojs/node', hooks: {} };

it('an adapter that has Astro make files is borne', () => {
  expect(() => checkOutput({ adapter, output: 'static' }, 'static')).not.toThrow();
});

it('where Astro only looks at types, no server is asked for', () => {
  expect(() => checkOutput({ adapter: undefined, output: 'static' }, undefined)).not.toThrow();
});

it.each([
  ['an adapter', { adapter, output: 'static' }, /the adapter @astrojs\/node .* Take "adapter" out/],
  ['an output', { adapter: undefined, output: 'server' }, /"output" in .* Take that line out\.$/],
  ['a page', { adapter: undefined, output: 'static' }, /prerender = false.* out of the page/],
] as const)('where %s asks for a server, that is told with what to do', (_, config, words) => {
  expect(() => checkOutput(config, 'server')).toThrow(words);
});
