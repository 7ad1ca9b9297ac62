import { expect, it } from 'vitest';
import * as z from 'zod';
import { describeFault } from '#journal/fault/fault.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import type { RenamedKey } from '#journal/schema/renamedKeys.ts';
import { validate } from '#journal/schema/validate.ts';

const schema = z.strictObject({
  title: z.string({ error: 'words' }),
  label: z.strictObject({ short: z.string({ error: 'words' }) }).optional(),
});
const renamed: readonly RenamedKey[] = [
  { schema, from: 'name', to: 'title', since: '0.3.0' },
  { schema, from: 'badge', to: 'label', since: '0.4.0' },
  { schema: z.strictObject({}), from: 'short', to: 'long', since: '0.4.0' },
];

function read(text: string) {
  const { value, faults } = validate(schema, parseYaml(text, 'a.yaml'), 'a.yaml', renamed);
  return { value, told: faults.map((fault) => describeFault(fault)) };
}

it('a key by its old name is understood, with a word about it', () => {
  expect(read('# Old.\nname: A\nbadge:\n  short: B\n')).toEqual({
    value: { title: 'A', label: { short: 'B' } },
    told: [
      'warning: a.yaml:2: the key "name", which is called "title" since version 0.3.0; expected "title"; rename it when you like: it is understood as it is',
      'warning: a.yaml:3: the key "badge", which is called "label" since version 0.4.0; expected "label"; rename it when you like: it is understood as it is',
    ],
  });
});

it('what is wrong below it is told at its own line', () => {
  const { value, told } = read('title: A\nbadge:\n  short: [B]\n');
  expect(value).toBeUndefined();
  expect(told[0]).toBe('a.yaml:3: "label.short" is ["B"]; expected words; correct "label.short"');
});

it('with both names, nobody can tell which is meant', () => {
  const { value, told } = read('name: A\ntitle: B\n');
  expect(value).toBeUndefined();
  expect(told).toEqual([
    expect.stringMatching(/^a\.yaml:1: unknown key "name"; expected one of title, label; /),
  ]);
});

it('names of today, and those of other files, are left alone', () => {
  expect(read('title: A\n')).toEqual({ value: { title: 'A' }, told: [] });
  expect(read('title: A\nshort: B\n').told[0]).toContain('unknown key "short"');
});
