import { PackageError } from '#journal/fault/ownFailure.ts';
import type { FaceUse } from '#journal/schema/faces.ts';

/** What a font says of itself, in the words of CSS. */
export interface FontFacts {
  /** `400`, or `200 900` of a variable one. */
  readonly weight: string;
  readonly style: 'normal' | 'italic';
}

/** A font of a journal's own, as its style sheet names it. */
export interface OwnFont extends FontFacts {
  readonly use: FaceUse;
  /** As a style sheet of the journal names it. */
  readonly url: string;
}

/**
 * Reads a font.
 *
 * @throws where it is none; the message says why. PackageError where what reads fonts does not load.
 */
export async function fontFacts(bytes: Buffer): Promise<FontFacts> {
  const { create } = await import('fontkitten').catch((cause) => {
    throw new PackageError('fontkitten', cause);
  });
  const font = create(bytes);
  if (font.isCollection) throw new Error('a collection of several fonts');
  const { wght } = font.variationAxes;
  const os2 = font['OS/2'];
  return {
    weight: wght ? `${Math.round(wght.min)} ${Math.round(wght.max)}` : String(os2.usWeightClass),
    style: os2.fsSelection.italic || font.italicAngle !== 0 ? 'italic' : 'normal',
  };
}

const family = (use: FaceUse) => `"Own ${use}"`;

/** Where each face holds. What it lacks comes from the faces behind it. */
const rules: Readonly<Record<FaceUse, string>> = {
  text: `html:root { --face: ${family('text')}, var(--serif); }`,
  code: `html:root { --mono: ${family('code')}, ui-monospace, monospace; }`,
  heading: `:is(h1, h2, h3, h4, h5, h6, .masthead-title) { font-family: ${family('heading')}, var(--text); }`,
  interface: `:is(.masthead nav, .colophon, .entry-date, .entry-footer, .pager, .related, .series-place, .skip) { font-family: ${family('interface')}, var(--text); }`,
};

/** The style sheet of a journal's own faces; empty where it has none. */
export function facesCss(fonts: readonly OwnFont[]): string {
  if (fonts.length === 0) return '';
  const faces = fonts.map(
    ({ use, url, weight, style }) =>
      `@font-face { font-family: ${family(use)}; font-display: swap; font-weight: ${weight}; font-style: ${style}; src: url("${url}"); }`,
  );
  const uses = [...new Set(fonts.map(({ use }) => use))];
  return `@layer scrollback {\n${[...faces, ...uses.map((use) => rules[use])].join('\n')}\n}\n`;
}
