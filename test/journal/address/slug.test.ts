import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugify, tagSlug } from '#journal/address/slug.ts';
import { anySign } from '../../anySign.ts';

describe('a path segment out of a title', () => {
  it.each([
    ['Hello, World!', 'hello-world'],
    ['Über-Straße', 'über-straße'],
    ['u\u0308ber', 'über'],
    ['日本語', '日本語'],
    ['Ünïcödé  —  “quotes”', 'ünïcödé-quotes'],
    ["Don't stop", 'dont-stop'],
    ['हिन्दी में', 'हिन्दी-में'],
    ['İstanbul', 'i̇stanbul'],
    ['snake_case', 'snake_case'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a/b\\c?d#e%f', 'a-b-c-d-e-f'],
    ['--- dashes ---', 'dashes'],
    ['🎉 party', 'party'],
    ['Con', 'con_'],
    ['Aux!', 'aux_'],
    ['com¹', 'com¹_'],
    ['Console', 'console'],
    ['Con amore', 'con-amore'],
    ['❤️ heart', 'heart'],
    ['🎉', 'fallback'],
    ['👩‍👩‍👧‍👦', 'fallback'],
    ['❤️', 'fallback'],
    ['1️⃣', '1'],
    ['…', 'fallback'],
    ['_', 'fallback'],
    ['', 'fallback'],
  ])('%j gives %j', (title, slug) => {
    expect(slugify(title, 'fallback')).toBe(slug);
  });

  it('is cut at a word, and never in the middle of a character', () => {
    expect(slugify('every word counts '.repeat(10), '')).toBe(
      'every-word-counts-every-word-counts-every-word-counts-every',
    );
    expect(slugify('𝒳'.repeat(100), '')).toBe('𝒳'.repeat(45));
    expect(slugify('𞤀𞤣𞤤𞤢𞤥'.repeat(12), '')).toBe('𞤢𞤣𞤤𞤢𞤥'.repeat(9));
    expect(slugify('語'.repeat(100), '')).toBe('語'.repeat(60));
  });

  it('is one safe segment whatever the title, and stays as it is when made into a slug again', () => {
    fc.assert(
      fc.property(fc.string({ unit: anySign }), (title) => {
        const slug = slugify(title, 'fallback');
        expect(slug).toMatch(/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u);
        expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(180);
        expect(slug).toBe(slug.normalize('NFC'));
        expect(slugify(slug, 'fallback')).toBe(slug);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the path segment of a tag', () => {
  it.each([
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['F#', 'f-sharp'],
    ['.NET', 'net'],
    ['Science Fiction', 'science-fiction'],
    ['日本', '日本'],
    ['🎉', '1f389'],
    ['🎉🎉', '1f389-1f389'],
    ['!', '21'],
    ['🎉'.repeat(100), Array(10).fill('1f389').join('-')],
  ])('%j gives %j', (tag, slug) => {
    expect(tagSlug(tag)).toBe(slug);
  });
});
