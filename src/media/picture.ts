import { attributesOf, escapeHtml } from '../render/html/html.ts';
import { type Asset, scaledWidths, shownAddressesOf } from './assets.ts';

/** A picture, and the site whose pages show it. */
export interface ShownAsset {
  readonly asset: Asset;
  /** Where the site begins. */
  readonly siteUrl: string;
}

/** How much of the window a picture in the text takes. */
const sizes = '(min-width: 44rem) 40rem, 100vw';

/**
 * The `img` element of a picture; `alt` and `title` are escaped already. `own` are attributes that whoever wrote the
 * element gave it, as HTML: they come before what would be put there otherwise.
 */
export function pictureHtml(
  { asset, siteUrl }: ShownAsset,
  alt: string,
  title: string | undefined,
  loading: 'lazy' | 'eager' = 'lazy',
  own = '',
): string {
  const addresses = shownAddressesOf(asset, siteUrl);
  const { width, height } = asset.size ?? { width: 0, height: 0 };
  const given = attributesOf(`<img${own}>`);
  const shown = shownSize({ width, height }, given.get('width'), given.get('height'));
  const offered = asset.scalable ? scaledWidths({ width, height }) : [];
  const middle = addresses[Math.min(1, addresses.length - 1)] ?? '';
  const attributes = [
    `src="${escapeHtml(middle)}"`,
    ...(offered.length > 1
      ? [
          `srcset="${offered.map((one, index) => `${addresses[index]} ${one}w`).join(', ')}"`,
          `sizes="${sizes}"`,
        ]
      : []),
    ...(shown ? [`width="${shown.width}"`, `height="${shown.height}"`] : []),
    `alt="${alt}"`,
    ...(title === undefined ? [] : [`title="${title}"`]),
    ...(given.has('loading') ? [] : [`loading="${loading}"`]),
    ...(given.has('decoding') ? [] : ['decoding="async"']),
  ];
  const rest = shown ? own.replace(/ (?:width|height)="[^"]*"/g, '') : own;
  return `<img ${attributes.join(' ')}${rest}>`;
}

/** The size in CSS pixels, in proportion where only one side is given; undefined where that is no number of pixels. */
function shownSize(
  size: { readonly width: number; readonly height: number },
  width: string | undefined,
  height: string | undefined,
): { width: number; height: number } | undefined {
  if (width === undefined && height === undefined) return size;
  if (![width ?? '0', height ?? '0'].every((side) => /^\d+$/.test(side))) return undefined;
  const across = width === undefined ? (Number(height) * size.width) / size.height : Number(width);
  const down = height === undefined ? (across * size.height) / size.width : Number(height);
  return { width: Math.round(across), height: Math.round(down) };
}
