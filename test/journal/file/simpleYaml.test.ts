import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { simpleYaml } from '../../../src/journal/file/simpleYaml.ts';
import { parseYaml } from '../../../src/journal/file/yaml.ts';

/** What the library makes of a text; undefined where it finds anything wrong. */
function parsed(text: string): unknown {
  const document = parseDocument(text, { schema: 'failsafe', resolveKnownTags: false });
  return document.errors.length + document.warnings.length > 0 ? undefined : document.toJS();
}

it.each([
  ['title: Grapaki feter\ndate: 2018-12-27\ntags: [tag-47]\n', ['title', 'date', 'tags']],
  ['\ntitle: "One: two # three"\n', ['title']],
  ['title: \'Say "so"\'\n', ['title']],
  ['date: 2018-12-27T10:00:00+01:00\n', ['date']],
  ['canonical: https://example.org/a/?b=1&c=2\n', ['canonical']],
  ['tags: [a b, "c d",\'e\']\n\ndraft: true\n', ['tags', 'draft']],
  ['title: Ein Übermaß – 東京\n', ['title']],
])('%j is read as the library reads it', (text, keys) => {
  const found = simpleYaml(text);
  expect(Object.keys(found ?? {})).toEqual(keys);
  expect(found).toEqual(parsed(text));
});

it.each([
  '',
  'title:\n',
  'title: a: b\n',
  'title: a #b\n',
  'title: a\n  b\n',
  'title: a \n',
  'title: "a\\nb"\n',
  'title: "a" b\n',
  'title: &a b\n',
  'title: a\ntitle: b\n',
  'tags: [a, [b]]\n',
  'tags: [a, b\n',
  'tags: [a,]\n',
  'tags: []\n',
  'tags:\n  - a\n',
  'title: a\r\n',
  'title: a\tb\n',
  'title: a\u0000b\n',
  'title: a\u2028b\n',
  '# title: a\n',
  '- a\n',
  '---\ntitle: a\n',
  `${'k'.repeat(1025)}: a\n`,
])('%j is left to the library', (text) => {
  expect(simpleYaml(text)).toBeUndefined();
});

it('whatever is read at all, is read as the library reads it', () => {
  const piece = fc.constantFrom(
    ...'title|date|tags|: |:|, |,| |  |[|]|"|\'|#| #|\\|-|- |{|}|a|Ä|7|é|&a|*a|!|?|? |%|@|`|>|||\n|\r\n|\t|\u00A0|…|~|null|<<'
      .split('|')
      .filter((one) => one !== ''),
    '|',
  );
  const words = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  const row = fc.oneof(
    words,
    words.map((value) => `title: ${value}`),
    words.map((value) => `title: a${value}`),
    words.map((value) => `date: "${value}"`),
    fc.array(words, { maxLength: 3 }).map((items) => `tags: [${items.join(', ')}]`),
  );
  const text = fc.array(row, { maxLength: 3 }).map((rows) => `${rows.join('\n')}\n`);
  const isRead = (one: string) => simpleYaml(one) !== undefined;
  fc.assert(
    fc.property(text.filter(isRead), (one) => {
      expect(simpleYaml(one)).toEqual(parsed(one));
    }),
    { numRuns: 2000 },
  );
});

it('a text that is read so tells where its keys stand all the same', () => {
  const { lineOf, document } = parseYaml('title: a\ntags: [b, c]\n', 'a.md');
  expect([lineOf(['title']), lineOf(['tags']), lineOf(['tags', 1])]).toEqual([1, 2, 2]);
  expect(document().toJS()).toEqual({ title: 'a', tags: ['b', 'c'] });
});
