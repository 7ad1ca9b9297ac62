import { expect, it } from 'vitest';
import { Numbering } from '../../src/related/numbering.ts';
import { type Compared, rankSimilar } from '../../src/related/similar.ts';
import { termsOf } from '../../src/related/terms.ts';
import type { Comparable } from '../../src/related/vectors.ts';

interface Sample {
  readonly text: string;
  readonly language?: string;
  readonly tags?: readonly string[];
  readonly links?: readonly string[];
  readonly series?: string;
}

const corpus: Readonly<Record<string, Sample>> = {
  sourdough: {
    text: 'The starter had doubled by noon, so I mixed flour and water, let the dough rest, and folded it four times. The crust came out dark and the crumb was open. A wetter dough would want a longer rest.',
  },
  rye: {
    text: 'Rye dough does not fold. Flour, water, salt and a ripe starter go into the tin, and after the long rest the crust cracks by itself. The crumb is close and a little sticky.',
  },
  ferry: {
    text: 'The ferry to the south bank was late again. The river stood high, the pilot waited for the tide, and we watched the gulls from the upper deck until the ropes were cast off.',
  },
  tide: {
    text: 'High tide comes about fifty minutes later each day. On the river it takes longer to reach the upper quay, so the ferry pilot keeps a table of his own beside the wheel.',
  },
  train: {
    text: 'The night train no longer runs. I kept the timetable, the berth ticket and the conductor’s card, and I can still say the stations in their order.',
    tags: ['night trains'],
  },
  ticket: {
    text: 'Found in a coat pocket: a receipt from a station buffet, two coffees, nothing else on it.',
    tags: ['night trains'],
  },
  letter: { text: 'A letter came back unopened. I have put it with the others in the blue box.' },
  reply: {
    text: 'Somebody asked what became of it. Nothing, and that is all there is to tell.',
    links: ['letter'],
  },
  maré: {
    text: 'A maré subiu até ao cais e o barco esperou. Ficámos a ver o rio e as gaivotas.',
    language: 'pt',
  },
  cais: {
    text: 'No cais, o barco das seis esperou pela maré. As gaivotas não esperam por ninguém.',
    language: 'pt',
  },
  pão: { text: 'O pão saiu do forno às sete. A casa cheirava a pão até à noite.', language: 'pt' },
  chuva: { text: 'Hoje choveu outra vez e não saí de casa.', language: 'pt' },
  雨の日: { text: '梅雨が始まった。図書館の庭の紫陽花を窓から見ていた。', language: 'ja' },
  梅雨: { text: '今年の梅雨は長い。図書館の庭では紫陽花だけが雨を喜んでいる。', language: 'ja' },
  麺: { text: '駅前の店で蕎麦を食べた。つゆが濃い。', language: 'ja' },
  電車: { text: '最終電車に乗り遅れて、歩いて帰った。', language: 'ja' },
};

const words = new Numbering(2);

function comparable([id, sample]: readonly [string, Sample], at: number): Comparable {
  const { text, language = 'en', tags = [], links = [], series } = sample;
  return { id, at, language, terms: termsOf(text, words), tags, links, series };
}

function ranked(samples: Readonly<Record<string, Sample>> = corpus, most = 3) {
  return idsOf(rankSimilar(Object.entries(samples).map(comparable), words, most));
}

function idsOf(compared: ReadonlyMap<string, Compared>): Record<string, string[]> {
  return Object.fromEntries(
    [...compared].map(([id, { nearest }]) => [id, nearest.map((one) => one.id)]),
  );
}

it('what is about the same thing is near, and what is about nothing else is alone', () => {
  expect(ranked()).toEqual({
    sourdough: ['rye'],
    rye: ['sourdough'],
    ferry: ['tide'],
    tide: ['ferry'],
    train: ['ticket'],
    ticket: ['train'],
    letter: ['reply'],
    reply: ['letter'],
    maré: ['cais'],
    cais: ['maré'],
    pão: [],
    chuva: [],
    雨の日: ['梅雨'],
    梅雨: ['雨の日'],
    麺: [],
    電車: [],
  });
});

it('parts of one series are not told to be like each other', () => {
  const series = (samples: readonly string[]) =>
    Object.fromEntries(
      Object.entries(corpus).map(([id, sample]) => [
        id,
        samples.includes(id) ? { ...sample, series: 'one' } : sample,
      ]),
    );
  expect(ranked(series(['sourdough', 'rye']))).toMatchObject({ sourdough: [], rye: [] });
  expect(ranked(series(['sourdough', 'ferry']))).toMatchObject({ sourdough: ['rye'] });
});

it('the order of the input changes nothing', () => {
  const documents = Object.entries(corpus).map(comparable);
  const forwards = rankSimilar(documents, words, 3);
  const backwards = rankSimilar(documents.toReversed(), words, 3);
  expect(Object.fromEntries(backwards)).toEqual(Object.fromEntries(forwards));
});

it('of equally near ones the newer goes first, then the name decides', () => {
  const twin = (id: string, at: number): Comparable => ({
    ...comparable([id, corpus['ferry'] ?? { text: '' }], at),
  });
  const others = Object.entries(corpus)
    .filter(([id]) => id !== 'ferry' && id !== 'tide')
    .map(comparable);
  const documents = [twin('b', 1), twin('a', 1), twin('newest', 2), twin('asked', 0), ...others];
  expect(idsOf(rankSimilar(documents, words, 3))['asked']).toEqual(['newest', 'a', 'b']);
  expect(idsOf(rankSimilar(documents, words, 2))['asked']).toEqual(['newest', 'a']);
});

it.each([
  ['no document', {}],
  ['one document', { a: { text: 'A text.' } }],
  ['empty documents', { a: { text: '' }, b: { text: '' } }],
])('of %s nothing is like anything', (_, samples) => {
  expect(Object.values(ranked(samples)).flat()).toEqual([]);
});
