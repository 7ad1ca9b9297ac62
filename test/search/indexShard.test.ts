import { expect, it, onTestFinished } from 'vitest';
import { indexShard, readRecord } from '../../src/search/indexShard.ts';
import { Lexicon } from '../../src/search/lexicon.ts';
import { Pagefind } from '../../src/search/pagefind.ts';
import { piecesOf } from '../../src/search/pieces.ts';
import type { SearchRecord } from '../../src/search/recordSource.ts';
import { mergeShards } from '../../src/search/shards/mergeShards.ts';
import { mark, unpacked } from '../../src/search/shards/shard.ts';
import { Random } from '../random.ts';

// Of another seed: SCROLLBACK_SEED=7 npx vitest run test/search/indexShard
const seed = Number(process.env['SCROLLBACK_SEED'] ?? 1);

/** Of which words are made that Pagefind cuts, joins, weighs and takes accents and endings off in every way. */
const parts = [
  ...'abcsté\u0301êñßœİΣςאتكदी東京ｱ½²ﬁǅ_-’\'./:,…\u0085\u2003\u001f"\\😀',
  ...['Run', 'ning', 'été', '👨‍👩‍👧'],
];

/** Words of any parts, of which some come again and again. */
function anyWords(random: Random, count: number): string {
  const anyWord = () =>
    Array.from({ length: 1 + random.below(4) }, () => random.pick(parts)).join('');
  const known = Array.from({ length: 6 }, anyWord);
  const words = Array.from({ length: count }, () =>
    random.happens(0.6) ? random.pick(known) : anyWord(),
  );
  return words.join(' ');
}

function anyRecord(random: Random, at: number): SearchRecord {
  return {
    url: `/${at}/`,
    content: piecesOf(anyWords(random, random.below(60))),
    meta: {
      title: piecesOf(anyWords(random, 4)),
      ...(random.happens(0.5) && { tags: anyWords(random, 3) }),
    },
    filters: { kind: [], tag: [anyWords(random, 1), 'all'] },
    sort: {},
  };
}

it.each(['en', 'fr', 'ar'])(
  `words of any signs are found as Pagefind finds them, in %s: SCROLLBACK_SEED=${seed}`,
  async (language) => {
    const random = new Random(seed);
    const records = Array.from({ length: 80 }, (_, at) => anyRecord(random, at));
    const pagefind = new Pagefind(language);
    onTestFinished(() => pagefind.close());
    const lexicon = new Lexicon();
    const read = records.map((record) => readRecord(record, lexicon));
    await lexicon.learn(pagefind);
    const shards = [read.slice(0, 50), read.slice(50)].map((some) => indexShard(some, lexicon));
    const { files, fragments } = mergeShards(shards, language);
    const ours = new Map<string, Uint8Array>();
    for (const [path, { bytes }] of files) ours.set(path, bytes.subarray(mark.length));
    for (const [path, { fragment }] of fragments) ours.set(path, unpacked(fragment));
    const theirs = (await pagefind.index(records)).filter(({ path }) => path.includes('.pf_'));
    expect([...ours.keys()].sort()).toEqual(theirs.map(({ path }) => path));
    for (const { path, content } of theirs)
      expect(unpacked(content).equals(ours.get(path) ?? Buffer.of()), path).toBe(true);
  },
);

it('what tells Pagefind something in a page is a text that readers see', () => {
  const content = 'before ___PAGEFIND_WEIGHT___9 ___END_PAGEFIND_WEIGHT___ after';
  const record = { url: '/a/', content, meta: {}, filters: {}, sort: {} };
  const { page } = readRecord(record, new Lexicon());
  expect(JSON.parse(unpacked(page.fragment).toString())).toMatchObject({ content, word_count: 4 });
});
