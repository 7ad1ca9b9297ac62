import { type Line, shapeLine } from './line.ts';
import type { Cluster, Paragraph } from './paragraph.ts';
import type { Typefaces } from './typefaces.ts';

/** A size of type and how many lines of it there is room for. Pixels. */
export interface Setting {
  readonly size: number;
  readonly lines: number;
}

/** Lines that fit. */
export interface Fitted {
  readonly size: number;
  readonly lines: readonly Line[];
}

type Clusters = readonly Cluster[];

/**
 * Breaks a text into lines of at most `width` pixels, in the largest of the settings in which it fits whole and no word
 * has to be cut; in the smallest, words are cut and the text ends with an ellipsis where it must. Lines are about
 * equally long.
 */
export async function fit(
  paragraph: Paragraph,
  width: number,
  settings: readonly Setting[],
  typefaces: Typefaces,
): Promise<Fitted> {
  const widthOf = (clusters: Clusters) => shapeLine(clusters, paragraph).width;
  const shaped = (size: number, lines: readonly Clusters[]): Fitted => ({
    size,
    lines: lines.map((line) => shapeLine(line, paragraph)),
  });
  const words = wordsOf(paragraph.clusters);
  for (const { size, lines } of settings) {
    if (words.some((word) => widthOf(trimmed(word)) > width / size)) continue;
    const broken = fill(words, width / size, widthOf);
    if (broken.length <= lines) return shaped(size, balanced(words, broken, width / size, widthOf));
  }
  const { size, lines } = settings.at(-1) ?? { size: 16, lines: 1 };
  const limit = width / size;
  const hyphen = await signOf('-', paragraph, typefaces);
  const broken = fill(cutWords(words, hyphen, limit, widthOf), limit, widthOf);
  if (broken.length <= lines) return shaped(size, broken);
  const ellipsis = await signOf('…', paragraph, typefaces);
  const last = shortened(broken[lines - 1] ?? [], ellipsis, limit, widthOf);
  return shaped(size, [...broken.slice(0, lines - 1), last]);
}

function wordsOf(clusters: Clusters): Clusters[] {
  const words: Cluster[][] = [];
  for (const cluster of clusters) {
    const word = words.at(-1);
    if (word && !cluster.breakBefore) word.push(cluster);
    else words.push([cluster]);
  }
  return words;
}

/** Puts words into lines, as many into each as fit. */
function fill(
  words: readonly Clusters[],
  limit: number,
  widthOf: (clusters: Clusters) => number,
): Clusters[] {
  const lines: Clusters[] = [];
  for (const word of words) {
    const longer = [...(lines.at(-1) ?? []), ...word];
    if (lines.length > 0 && widthOf(trimmed(longer)) <= limit) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map(trimmed);
}

/** The same number of lines in the least width. */
function balanced(
  words: readonly Clusters[],
  lines: readonly Clusters[],
  limit: number,
  widthOf: (clusters: Clusters) => number,
): readonly Clusters[] {
  let best = lines;
  let [low, high] = [limit / 2, limit];
  for (let step = 0; step < 6; step++) {
    const middle = (low + high) / 2;
    const tried = fill(words, middle, widthOf);
    if (tried.length <= lines.length && tried.every((line) => widthOf(line) <= middle)) {
      best = tried;
      high = middle;
    } else low = middle;
  }
  return best;
}

/** Words that are longer than a line, cut into parts that are not, with a hyphen between letters. */
function cutWords(
  words: readonly Clusters[],
  hyphen: Clusters,
  limit: number,
  widthOf: (clusters: Clusters) => number,
): Clusters[] {
  return words.flatMap((word) => {
    if (widthOf(trimmed(word)) <= limit) return [word];
    const parts: Cluster[][] = [[]];
    for (const cluster of word) {
      const part = parts.at(-1) ?? [];
      const spaced = cluster.text === ' ' || widthOf([...part, cluster, ...hyphen]) <= limit;
      if (spaced || part.length === 0) part.push(cluster);
      else {
        if (hyphenates(part.at(-1)) && hyphenates(cluster)) part.push(...hyphen);
        parts.push([cluster]);
      }
    }
    return parts;
  });
}

function hyphenates(cluster: Cluster | undefined): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(cluster?.text ?? '');
}

function shortened(
  line: Clusters,
  ellipsis: Clusters,
  limit: number,
  widthOf: (clusters: Clusters) => number,
): Clusters {
  const ended = (end: number) => [...line.slice(0, end), ...ellipsis];
  let end = line.length;
  while (end > 0 && (widthOf(ended(end)) > limit || isEdge(line[end - 1]))) end--;
  return ended(end);
}

function isEdge(cluster: Cluster | undefined): boolean {
  return cluster !== undefined && /^[\s\p{P}]+$/u.test(cluster.text);
}

async function signOf(text: string, paragraph: Paragraph, typefaces: Typefaces): Promise<Clusters> {
  const drawable = await typefaces.drawable(text, paragraph.language);
  const level = paragraph.direction === 'rtl' ? 1 : 0;
  return drawable ? [{ ...drawable, level, breakBefore: false }] : [];
}

function trimmed(clusters: Clusters): Clusters {
  const end = clusters.findLastIndex((cluster) => cluster.text !== ' ');
  return clusters.slice(0, end + 1);
}
