import { expect, it, test } from 'vitest';
import { readPeople } from '#journal/content/readPeople.ts';
import { formatFault } from '#journal/fault/fault.ts';
import { faultsOfFiles } from '../sample.ts';

test('people are read by their Telegram id', () => {
  const source =
    '"1": {name: Ana, mayDraft: true}\n2003:\n  name: "007" # as is\n  url: https://bob.example/\n';
  expect(readPeople(source).people).toEqual({
    '1': { name: 'Ana', mayDraft: true },
    '2003': { name: '007', url: 'https://bob.example/', mayDraft: false },
  });
  expect(readPeople('').people).toEqual({});
});

it.each([
  [
    'ana:\n  name: Ana\n',
    'people.yaml:1: the key "ana"; expected a numeric Telegram id such as 123456789; rename it',
  ],
  [
    '1:\n  nam: Ana\n',
    'people.yaml:2: unknown key "1.nam"; expected one of name, url, mayDraft; did you mean "name"?',
  ],
  [
    '1:\n  name: Ana\n  mayDraft: yes\n',
    'people.yaml:3: "1.mayDraft" is "yes"; expected true or false; correct "1.mayDraft"',
  ],
  [
    '1:\n  name: "a\\nb"\n',
    'people.yaml:2: "1.name" is "a\\nb"; expected one line without control characters; correct "1.name"',
  ],
  [
    '1:\n  name: A\n  url: javascript:x\n',
    'people.yaml:3: "1.url" is "javascript:x"; expected an address that begins with https:// (or http://); correct "1.url"',
  ],
])('%j is told', (source, fault) => {
  expect(readPeople(source).faults.map((one) => formatFault(one))).toContain(fault);
});

test('a wrong people.yaml is a fault of the journal', () => {
  expect(faultsOfFiles({ 'people.yaml': '1:\n  name: ""\n' })).toEqual([
    expect.stringContaining('people.yaml:2: "1.name" is ""'),
  ]);
});
