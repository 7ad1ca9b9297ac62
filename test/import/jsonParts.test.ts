import { expect, it } from 'vitest';
import { type JsonPart, jsonParts } from '../../src/import/source/jsonParts.ts';

async function* inPieces(text: string, length: number) {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

/** The parts of a text of which the lists in "a" are wanted, and what stands beside them is not. */
async function partsOf(text: string, length = text.length + 1): Promise<JsonPart[]> {
  const parts: JsonPart[] = [];
  const wish = (path: string) => (/^(?:|a)$/.test(path) ? 'enter' : 'take');
  for await (const part of jsonParts(inPieces(text, length), wish)) parts.push(part);
  return parts;
}

const valuesOf = (parts: readonly JsonPart[]) =>
  parts.flatMap((part) => (part.is === 'value' && part.path === 'a.*' ? [part.value] : []));

const elements = [
  { x: 'a "quoted" \\ ]}\n{[', 'k:]': [1, [-2.5e3, { y: null }], []] },
  'plain \\" text',
  'ö€😀\u2028',
  17,
  true,
  {},
  [],
  { deep: { deep: ['}', '{'] } },
];

it.each([
  ['as one line', JSON.stringify({ b: '{"a":[', a: elements, c: [{ a: 1 }] })],
  ['indented', JSON.stringify({ b: 1, a: elements, c: {} }, null, 1)],
  ['behind words of a server', `Warning: x\n${JSON.stringify({ a: elements })}\n\n`],
])('JSON %s is read as it stands, in whatever pieces it comes', async (_, text) => {
  for (const length of [1, 2, 3, 7, 50, text.length]) {
    const parts = await partsOf(text, length);
    expect(valuesOf(parts)).toEqual(elements);
    expect(parts.filter(({ is }) => is === 'broken')).toEqual([]);
  }
});

it('of JSON that was cut off anywhere, all that is whole comes, and the end is told', async () => {
  const text = JSON.stringify({ a: elements }, null, 1);
  for (let length = text.indexOf('{'); length < text.length; length += 1) {
    const parts = await partsOf(text.slice(0, length), 11);
    const values = valuesOf(parts);
    expect(values).toEqual(elements.slice(0, values.length));
    expect(parts.filter(({ is }) => is === 'broken').length).toBe(length === 0 ? 0 : 1);
    expect(parts.at(-1)).toMatchObject(length === 0 ? {} : { is: 'broken', isCut: true });
  }
});

it.each([
  ['a word that is none', '{"a":[1,\n oops,\n{"x":2}]}', [1, { x: 2 }], 2],
  ['a comma too many', '{"a":[1,,{"x":2,},3,]}', [1, 3], 1],
  ['a quotation mark too few', '{"a":[1,\n{"x":"a,\n"y":1},\n{"x":2}]}', [1, { x: 2 }], 2],
  ['a comma too few', '{"a":[1 {"x":2} 3]}', [1, { x: 2 }, 3], undefined],
  ['an escape that is none', '{"a":["\\q",2]}', [2], 1],
])('%s costs no other value', async (_, text, values, line) => {
  const parts = await partsOf(text);
  expect(valuesOf(parts)).toEqual(values);
  expect(parts.flatMap((part) => (part.is === 'broken' ? [part.line] : []))[0]).toBe(line);
});
