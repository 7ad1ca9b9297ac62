import { expect, it } from 'vitest';
import { canBeBorne, faultKindNames, kindOf } from '#journal/fault/kinds.ts';

it('a kind says what readers see, or why nobody can bear it, and never both', () => {
  const wrong = faultKindNames.filter((name) => {
    const { shown, because } = kindOf(name);
    return (shown === undefined) === (because === undefined);
  });
  expect(wrong).toEqual([]);
});

it('kinds are called as keys of YAML are, in words that fit into a line', () => {
  expect(faultKindNames.filter((name) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([]);
  expect(faultKindNames.filter((name) => name.length > 20)).toEqual([]);
});

it('the kinds that lists of known faults may name stay what they are', () => {
  expect(faultKindNames.filter(canBeBorne).sort()).toMatchInlineSnapshot(`
    [
      "ambiguous-name",
      "bad-address",
      "broken-picture",
      "damaged-picture",
      "dead-anchor",
      "dead-file-link",
      "dead-link",
      "dead-reply",
      "dead-translation",
      "double-id",
      "empty-heading",
      "forbidden-attribute",
      "forbidden-html",
      "foreign-syntax",
      "garbled-text",
      "inline-style",
      "line-marks",
      "link-in-link",
      "long-address",
      "loose-html",
      "lost-cell",
      "mark-in-link",
      "marked-name",
      "marked-title",
      "mathematics",
      "missing-alt",
      "missing-file",
      "missing-picture",
      "open-note",
      "quote-language",
      "remote-media",
      "series-gap",
      "undefined-footnote",
      "unknown-author",
      "unknown-callout",
      "unseen-html",
    ]
  `);
});

it.each([
  'unused-footnote',
  'double-footnote',
  'hiding-html',
  'unsafe-html',
  'hidden-link',
  'shared-path',
  'taken-path',
  'shared-id',
  'yaml',
  'front-matter',
  'unknown-key',
  'wrong-value',
  'encoding',
  'conflict',
  'misplaced-text',
  'private-link',
  'mdx',
  'too-much',
] as const)('%s cannot be borne', (kind) => {
  expect(canBeBorne(kind)).toBe(false);
});
