import { escapeHtml } from '../markdown/html.ts';
import { type Asset, addressesOf, scaledWidths } from './assets.ts';

/** How much of the window a picture in the text takes. */
const sizes = '(min-width: 44rem) 40rem, 100vw';

/** The `img` element of a picture; `alt` and `title` are escaped already. */
export function pictureHtml(
  asset: Asset,
  alt: string,
  title: string | undefined,
  loading: 'lazy' | 'eager' = 'lazy',
): string {
  const addresses = addressesOf(asset);
  const { width, height } = asset.size ?? { width: 0, height: 0 };
  const offered = asset.scalable ? scaledWidths(width) : [];
  const middle = addresses[Math.min(1, addresses.length - 1)] ?? '';
  const attributes = [
    `src="${escapeHtml(middle)}"`,
    ...(offered.length > 1
      ? [
          `srcset="${offered.map((one, index) => `${addresses[index]} ${one}w`).join(', ')}"`,
          `sizes="${sizes}"`,
        ]
      : []),
    `width="${width}"`,
    `height="${height}"`,
    `alt="${alt}"`,
    ...(title === undefined ? [] : [`title="${title}"`]),
    `loading="${loading}"`,
    'decoding="async"',
  ];
  return `<img ${attributes.join(' ')}>`;
}
