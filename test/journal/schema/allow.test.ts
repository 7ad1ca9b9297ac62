import { expect, it } from 'vitest';
import { allowSchema } from '../../../src/journal/schema/allow.ts';

it.each([
  ['https://gc.zgo.at', 'https://gc.zgo.at'],
  ['https://GC.zgo.at/', 'https://gc.zgo.at'],
  ['https://a.example:8443', 'https://a.example:8443'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
])('%s is a host', (text, host) => {
  expect(allowSchema.parse({ scripts: [text] }).scripts).toEqual([host]);
});

it.each([
  'gc.zgo.at',
  'http://gc.zgo.at',
  'https:',
  'https://',
  'https://*',
  'https://*.zgo.at',
  'https://a.example/count.js',
  'https://a.example?x',
  "https://a.example 'unsafe-inline'",
  'https://a.example; script-src *',
  'https://me:secret@a.example',
  "'self'",
  '*',
  'data:',
])('%s is none', (text) => {
  expect(allowSchema.safeParse({ scripts: [text] }).success).toBe(false);
});

it('nothing is allowed unless it is named', () => {
  expect(Object.values(allowSchema.parse({})).flat()).toEqual([]);
  expect(allowSchema.safeParse({ script: [] }).success).toBe(false);
});
