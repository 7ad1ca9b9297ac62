import { createHash } from 'node:crypto';
import { copyFile, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { siteBase } from '#journal/address/base.ts';
import { pictureState } from '#journal/file/pictureState.ts';
import { withoutPngTexts } from '#journal/file/pngTexts.ts';
import { hashOfFile } from '../files/hashOfFile.ts';
import { keepFile, keptJson } from '../files/keptFile.ts';
import { KeptFolder } from '../files/keptFolder.ts';
import { makeFolder } from '../files/makeFolder.ts';
import { placeInOutput } from '../files/outputFolder.ts';
import { replaceFile } from '../files/replaceFile.ts';
import { stampIn } from '../files/stampedFile.ts';
import { Turns } from './turns.ts';

/** A file beside an entry, as the site serves it. */
export interface Asset {
  /** Path from the content folder. */
  readonly file: string;
  /** Digest of its bytes. */
  readonly hash: string;
  /** Pixels as shown, after a camera's rotation; undefined for anything but a picture. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  /** Whether sharp makes smaller ones of it; animations and drawings are served as they are. */
  readonly scalable: boolean;
  /** What is wrong with a picture that browsers show all the same. */
  readonly damage?: string;
}

/** A file of the content folder that an entry shows or links. */
export interface NewAsset {
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  readonly as: 'image' | 'file';
  /** Whether readers may have it by now. */
  readonly served: boolean;
}

interface Remembered extends Asset {
  /** Changes whenever the file does. */
  readonly stamp: string;
}

/** Raise it when the encoder's settings change: it is part of every picture's address. */
const encoderVersion = '1';
const widths = [480, 960, 1600];

/**
 * Pictures and files beside entries: measured at load, encoded when something asks for them, kept between builds by
 * the digest of their bytes.
 */
export class Assets {
  readonly #cache: string | undefined;
  /** Pictures in smaller sizes, by the last part of their addresses. */
  readonly #smaller: KeptFolder | undefined;
  #smallerNames: Map<string, string> | undefined;
  readonly #turns = new Turns();
  readonly #remembered: Map<string, Remembered>;
  readonly #current = new Map<string, Asset & { readonly path: string }>();

  /** Without a folder, pictures can be measured, and none made smaller. */
  constructor(cacheFolder: string | undefined) {
    if (cacheFolder !== undefined) makeFolder(cacheFolder);
    this.#cache = cacheFolder;
    this.#smaller = cacheFolder === undefined ? undefined : new KeptFolder(cacheFolder);
    this.#remembered =
      cacheFolder === undefined ? new Map() : readIndex(join(cacheFolder, 'assets.json'));
  }

  /**
   * Takes a file of the content folder that an entry shows or links.
   *
   * @throws where the file is no picture although it is shown as one; the message says why.
   */
  async add({ file, path, as, served }: NewAsset): Promise<Asset> {
    const stamp = stampIn(await stat(path));
    const key = `${as}:${file}`;
    const before = this.#remembered.get(key);
    const asset =
      before?.stamp === stamp
        ? before
        : {
            file,
            hash: hashOfFile(path, 'hex').slice(0, 16),
            ...(await this.#measure(path, as)),
            stamp,
          };
    this.#remembered.set(key, asset);
    if (served) this.#current.set(key, { ...asset, path });
    return asset;
  }

  /** What is wrong with a picture is told by a decoder that has one place for what it says of all that it is at. */
  async #measure(path: string, as: NewAsset['as']): Promise<Measures> {
    const work = () => measure(path, as);
    const found = await this.#turns.beside(work).catch(() => undefined);
    return found && found.damage === undefined ? found : this.#turns.alone(work);
  }

  /** Takes a text that is made at load, to be served as a file of that name. */
  addText(file: string, text: string): Asset {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const asset = { file, hash, size: undefined, scalable: false };
    if (this.#cache === undefined) return asset;
    const path = join(this.#cache, `${hash}-${basename(file)}`);
    replaceFile(path, text);
    this.#current.set(`made:${file}`, { ...asset, path });
    return asset;
  }

  /** Forgets what the last load named; cached pictures stay. */
  clear(): void {
    this.#current.clear();
  }

  /** An asset that is served. */
  get(file: string, as: 'image' | 'file' = 'image'): Asset | undefined {
    return this.#current.get(`${as}:${file}`);
  }

  /** What the last load named, in the order of the names, each with a digest of its bytes. */
  digests(): (readonly [name: string, hash: string])[] {
    return [...this.#current]
      .map(([name, { hash }]) => [name, hash] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  save(): void {
    if (this.#cache === undefined) return;
    const index = join(this.#cache, 'assets.json');
    keepFile(index, JSON.stringify([...this.#remembered].sort(([a], [b]) => (a < b ? -1 : 1))));
  }

  /** Writes every current asset, in all its sizes, below `folder`; each is encoded once in its life. */
  async writeAll(folder: string): Promise<string[]> {
    const written: string[] = [];
    for (const asset of this.#current.values()) {
      for (const address of addressesOf(asset)) {
        const target = await placeInOutput(folder, decodeURIComponent(address));
        // Its name is its digest, and nothing is there that a build did not put there.
        if (!(await exists(target))) await copyFile(await this.#produce(asset, address), target);
        written.push(target);
      }
    }
    return written;
  }

  /** The file behind an address that {@link addressesOf} gave, for the dev server. */
  async serve(address: string): Promise<string | undefined> {
    for (const asset of this.#current.values()) {
      if (addressesOf(asset).includes(address)) return this.#produce(asset, address);
    }
    return undefined;
  }

  async #produce(asset: Asset & { readonly path: string }, address: string): Promise<string> {
    const width = asset.scalable ? Number(/-(\d+)\.webp$/.exec(address)?.[1]) : Number.NaN;
    if (Number.isNaN(width)) return asset.path;
    if (this.#smaller === undefined)
      throw new Error(`${asset.file} has no place for smaller sizes`);
    const name = basename(address);
    this.#smallerNames ??= this.#smaller.names();
    const kept = this.#smallerNames.get(name);
    const isKept = kept !== undefined && this.#smaller.read(kept) !== undefined;
    const file = isKept ? kept : this.#smaller.keep(name, await smaller(asset, width));
    this.#smallerNames.set(name, file);
    return this.#smaller.pathOf(file);
  }
}

/** A picture in a smaller size, in WebP. */
async function smaller(
  { file, path, damage }: Asset & { readonly path: string },
  width: number,
): Promise<Buffer> {
  const sharp = await encoder();
  try {
    return await sharp(withoutPngTexts(await readFile(path)), {
      failOn: damage === undefined ? 'warning' : 'none',
    })
      .autoOrient()
      .resize({ width })
      .webp({ quality: 78 })
      .toBuffer();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The picture ${file} cannot be made ${width} pixels wide: ${reason}`, {
      cause,
    });
  }
}

/** The addresses of an asset as pages have them: see {@link addressesOf}. `siteUrl` is where the site begins. */
export function shownAddressesOf(asset: Asset, siteUrl: string): string[] {
  return addressesOf(asset).map((address) => siteBase(siteUrl) + address);
}

/** Where the site has an asset: a picture in rising widths, anything else once. Encoded, from where the site begins. */
export function addressesOf(asset: Asset): string[] {
  if (asset.scalable && asset.size) {
    return scaledWidths(asset.size).map(
      (width) => `/_images/${asset.hash}${encoderVersion}-${width}.webp`,
    );
  }
  // To some systems a backslash is a slash.
  const name = basename(asset.file).replaceAll('\\', '_');
  return [`/_files/${asset.hash}/${encodeURIComponent(name)}`];
}

/** WebP has no picture that is longer. */
const longestSide = 16_383;

/** Widths in which a picture is offered, in pixels: never larger than it is, nor than WebP can be. */
export function scaledWidths(size: { readonly width: number; readonly height: number }): number[] {
  const fitting = Math.max(1, Math.floor((size.width * longestSide) / size.height));
  const width = Math.min(size.width, fitting);
  const smaller = widths.filter((one) => one < width);
  return width > (widths.at(-1) ?? 0) ? smaller : [...smaller, width];
}

/**
 * What reads pictures. It takes long to load, and most loads find every picture measured.
 *
 * @throws where it does not run on this machine, which is no fault of any picture.
 */
export async function encoder() {
  try {
    return (await import('sharp')).default;
  } catch (cause) {
    const [reason] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    throw new Error(
      `sharp, which reads pictures, does not run (${reason}). Expected its program for this kind of machine among the installed packages. Run npm install again.`,
      { cause },
    );
  }
}

type Measures = Pick<Asset, 'size' | 'scalable' | 'damage'>;

async function measure(path: string, as: NewAsset['as']): Promise<Measures> {
  if (as === 'file') return { size: undefined, scalable: false };
  const bytes = withoutPngTexts(await readFile(path));
  const sharp = await encoder();
  const state = await pictureState(bytes, sharp);
  if (state.is === 'broken') throw new Error(state.why);
  const { autoOrient, pages = 1, format } = await sharp(bytes, { failOn: 'none' }).metadata();
  // Of all kinds, browsers go by the name of this one alone.
  if (format === 'svg' && !/\.svg$/i.test(path))
    throw new Error('a drawing in SVG whose name does not end in .svg');
  // Of several pages in a TIFF the first one is shown: browsers show none.
  const still = format !== 'svg' && (pages === 1 || format === 'tiff');
  return {
    size: { width: autoOrient.width, height: autoOrient.height },
    scalable: still && extname(path) !== '.gif',
    ...(state.is === 'damaged' && { damage: state.why }),
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function readIndex(path: string): Map<string, Remembered> {
  return new Map(keptJson<[string, Remembered][]>(path));
}
