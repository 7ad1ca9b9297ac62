import type { Nodes, RootContent } from 'mdast';
import { oncePerText } from '../once/once.ts';
import { altWords } from './altWords.ts';
import {
  constructs,
  type ExcerptForm,
  formsByNode,
  mapConstructs,
  wordsOfAll,
} from './constructs.ts';
import { mayHaveBrowserSigns, withBrowserSigns } from './html/browserSigns.ts';
import { hidesItself } from './html/hiddenWords.ts';
import { isInline } from './inline/phrasing.ts';
import { isSpoiler, withTagsFolded } from './inline/spoiler.ts';
import { onOneLine, wordsOf } from './inline/words.ts';
import type { understoodBlocks } from './rawHtml.ts';

/**
 * The part of a body from which its excerpt comes: the first paragraph with words, else a quotation or a callout, a list,
 * a table or mathematics, the caption of a picture, words that are set apart, else the same in raw HTML, else what the
 * first picture shows. Headings, code and footnotes tell nothing of themselves, nor does what says whose a text or a
 * picture is. `understood` is {@link understoodBlocks}, which few bodies ask for, and which takes long to be loaded.
 * `otherwise` are words that come before what a picture shows.
 */
export function excerptSource(
  given: readonly RootContent[],
  body: string,
  understood: typeof understoodBlocks,
  otherwise = '',
): string {
  const nodes = mayHaveBrowserSigns(body) ? given.map(withBrowserSigns) : given;
  const found = wordsAmong(nodes, body);
  if (found !== '') return found;
  const blocks = understood(nodes);
  // Words behind an element may stand in no paragraph.
  return (
    wordsAmong(blocks, body) ||
    wordsOfAll(blocks.filter(isInline)).trim() ||
    otherwise.trim() ||
    firstPictureWords(blocks, body, understood)
  );
}

/** What the first picture shows that a page does not hide. Tags stand among what they hold, wherever that is. */
function firstPictureWords(
  given: readonly RootContent[],
  body: string,
  understood: typeof understoodBlocks,
): string {
  for (const node of understood(withTagsFolded(given) as readonly RootContent[])) {
    const words = pictureWordsIn(node, body, understood);
    if (words !== '') return words;
  }
  return '';
}

function pictureWordsIn(
  node: RootContent,
  body: string,
  understood: typeof understoodBlocks,
): string {
  if (node.type === 'image' || node.type === 'imageReference') return altWords(node, body);
  const isSilent = node.type === 'footnoteDefinition' || isSpoiler(node) || hidesItself(node);
  return 'children' in node && !isSilent ? firstPictureWords(node.children, body, understood) : '';
}

/** When a block is looked at: plain paragraphs first, then constructs and what Markdown has beside them. */
const passes = ['plain', 'quoted', 'block', 'caption', 'element', 'repeated'] as const;
type Pass = (typeof passes)[number] | 'never';

const passOf: Readonly<Partial<Record<Nodes['type'], Pass>>> = {
  paragraph: 'plain',
  list: 'block',
  mdxJsxFlowElement: 'element',
};

const forms = formsByNode<ExcerptForm>(mapConstructs((name) => constructs[name].excerpt));

function wordsAmong(nodes: readonly Readonly<RootContent>[], body: string): string {
  for (const pass of passes) {
    for (const node of nodes) {
      if (!mayBeInPass(node, pass)) continue;
      const found = foundIn(node, body);
      if (found.pass === pass && found.words.trim() !== '') return found.words;
    }
  }
  return '';
}

function mayBeInPass({ type }: Readonly<Nodes>, pass: Pass): boolean {
  return passOf[type] === pass || (forms.get(type) ?? []).some((form) => form.pass === pass);
}

/** What a block has to say, and when. */
function foundIn(node: Readonly<Nodes>, body: string): { pass: Pass; words: string } {
  for (const { pass, words } of forms.get(node.type) ?? []) {
    const found = words(node, body, (nodes) => firstWordsIn(nodes, body));
    if (found !== undefined) return { pass, words: found };
  }
  return { pass: passOf[node.type] ?? 'never', words: plainWordsOf(node, body) };
}

/** The words of the first block within a quotation, a list or a table: two of them would run together. */
function plainWordsOf(node: Readonly<Nodes>, body: string): string {
  switch (node.type) {
    case 'list':
    case 'listItem':
    case 'tableRow':
      return firstWordsIn(node.children, body);
    case 'mdxJsxFlowElement':
      return hidesItself(node) ? '' : firstWordsIn(node.children, body);
    case 'heading':
      return '';
    default:
      return wordsOf(node);
  }
}

function firstWordsIn(nodes: readonly Readonly<Nodes>[], body: string): string {
  for (const node of nodes) {
    const { pass, words } = foundIn(node, body);
    if (pass !== 'repeated' && words.trim() !== '') return words;
  }
  return '';
}

/**
 * A text cut at the end of a sentence, so that it has at most `limit` characters. A first sentence that is longer stays
 * whole up to twice that; beyond, it is cut between words. `language` is a BCP 47 tag.
 */
export function excerptOf(text: string, language = 'en', limit = 200): string {
  const plain = onOneLine(text);
  if (plain.length <= limit) return plain;
  let end = 0;
  for (const next of sentenceEnds(plain, limit * 4, language)) {
    if (next > limit && (end > 0 || next > limit * 2)) break;
    end = next;
  }
  return end > 0 ? plain.slice(0, end) : firstWords(plain, language, limit);
}

/** The first words of a text, at most `limit` characters, with an ellipsis where something was left out. */
export function firstWords(text: string, language = 'en', limit = 60): string {
  const plain = onOneLine(text);
  if (plain.length <= limit) return plain;
  let end = 0;
  for (const { index, segment } of segmenters(language)('word').segment(
    plain.slice(0, limit * 2),
  )) {
    if (index + segment.length > limit - 1) break;
    end = index + segment.length;
  }
  return `${plain.slice(0, end).replace(/[\s\p{P}]+$/u, '')}…`;
}

/** Where the sentences among the first `length` characters of a text end. */
function* sentenceEnds(text: string, length: number, language: string): Generator<number> {
  const head = text.slice(0, length);
  for (const { index, segment } of segmenters(language)('sentence').segment(head)) {
    const end = index + segment.trimEnd().length;
    const isCut = end === head.length && end < text.length;
    const before = head.slice(Math.max(0, end - longestAbbreviation), end);
    if (!isCut && !abbreviation.test(before)) yield end;
  }
}

/**
 * What ends in a point and no sentence. Unicode's rules know none of them; those of the CLDR, which would, are not in
 * Intl.Segmenter. A single capital is an initial, a single small letter part of "z. B.".
 */
const abbreviation =
  /(?<![\p{L}\p{M}\p{N}])(?:\p{L}|\p{L}\.\p{L}|[DM]rs?|Ms|Mme|Mlle|Sra?|Srta|Dra|Prof|Hr|Fr|St|Ste|Jr|vs|etc|cf|al|No|Nr|Nos|Fig|Abb|Vol|Bd|Hrsg|Ed|pp|approx|bzw|ca|vgl|usw|evtl|ggf|inkl|bl|t\.ex|т\.е|т\.д|ул|г|im|inż|np|tzw|pan|tj|např|apr?|Jan|Feb|Mar|Aug|Sept?|Oct|Nov|Dec)\.$/u;

/** Characters, with those before it that tell that it begins there. */
const longestAbbreviation = 20;

const segmenters = oncePerText((language) =>
  oncePerText((granularity: 'sentence' | 'word') => new Intl.Segmenter(language, { granularity })),
);
