import { readFile } from 'node:fs/promises';
import { resolveContentPath } from '#journal/address/contentPath.ts';
import { reasonOf } from '#journal/content/folder.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { PackageError } from '#journal/fault/ownFailure.ts';
import { suggest } from '#journal/fault/suggestion.ts';
import { type FaceUse, faceUses } from '#journal/schema/faces.ts';
import { type FontFacts, fontFacts, type OwnFont } from '../look/faces.ts';
import { type Assets, addressesOf, shownAddressesOf } from '../media/assets.ts';
import type { LookSources } from './lookSources.ts';

/** A font that pages ask for before they know that they need it. */
export interface Preloaded {
  readonly address: string;
  readonly type: string;
}

/** The faces of a journal's own. */
export interface OwnFaces {
  readonly fonts: readonly OwnFont[];
  /** That of most of the text. */
  readonly first: Preloaded | undefined;
  readonly faults: readonly Fault[];
}

const types: Readonly<Record<string, string>> = {
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
};

/** Reads the fonts that `theme.faces` of site.yaml names, and has them served. */
export async function loadFaces(assets: Assets, sources: LookSources): Promise<OwnFaces> {
  const fonts: (OwnFont & Preloaded)[] = [];
  const faults: Fault[] = [];
  for (const { use, written, line } of facesIn(sources)) {
    const found = await readFace(written, sources);
    const fault = 'what' in found ? found : double(use, found, fonts);
    if (fault) faults.push({ kind: 'style-sheet', file: 'site.yaml', line, ...fault });
    if (fault || 'what' in found) continue;
    const { file, facts } = found;
    const path = sources.onDisk(file);
    const asset = await assets.add({ file, path, as: 'file', served: true });
    const [address = ''] = shownAddressesOf(asset, sources.site.url);
    const [place = ''] = addressesOf(asset);
    const type = types[file.replace(/^.*\./, '').toLowerCase()] ?? '';
    fonts.push({ use, address, type, url: place.replace(/^\/_files/, '..'), ...facts });
  }
  const first = fonts.find(({ use, style }) => use === 'text' && style === 'normal');
  return { fonts, first: first && { address: first.address, type: first.type }, faults };
}

interface NamedFace {
  readonly use: FaceUse;
  readonly written: string;
  readonly line: number;
}

function facesIn({ site, lineOf }: LookSources): NamedFace[] {
  const faces = site.theme.faces ?? {};
  return faceUses.flatMap((use) =>
    (faces[use] ?? []).map((written, index) => {
      const at = ['theme', 'faces', use];
      return { use, written, line: Math.max(lineOf(at), lineOf([...at, index])) };
    }),
  );
}

type Words = Pick<Fault, 'what' | 'expected' | 'cure'>;
type FoundFace = { readonly file: string; readonly facts: FontFacts };

async function readFace(written: string, sources: LookSources): Promise<FoundFace | Words> {
  const file = resolveContentPath('', written);
  if (!sources.names.has(file)) {
    const cure = suggest(file, [...sources.names], 'put the file there, or correct the name');
    return { what: `the font ${written} is missing`, expected: `the file ${file}`, cure };
  }
  try {
    return { file, facts: await fontFacts(await readFile(sources.onDisk(file))) };
  } catch (error) {
    if (error instanceof PackageError) throw error;
    return {
      what: `${written} is no font that can be read (${reasonOf(error)})`,
      expected: 'a font in WOFF2, WOFF, TrueType or OpenType',
      cure: 'replace the file',
    };
  }
}

/** Of two fonts that are for the same, browsers would take one for all. */
function double(
  use: FaceUse,
  { file, facts }: FoundFace,
  fonts: readonly OwnFont[],
): Words | undefined {
  const isSame = (one: OwnFont) =>
    one.use === use && one.weight === facts.weight && one.style === facts.style;
  if (!fonts.some(isSame)) return undefined;
  return {
    what: `${file} is of weight ${facts.weight} and ${facts.style}, as another font of "theme.faces.${use}"`,
    expected: 'one font for each weight and slant',
    cure: 'take one of the two out, or use a font with all signs in it',
  };
}
