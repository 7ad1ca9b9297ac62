import sharp from 'sharp';

/** The bytes of a picture of one colour; `width` and `height` in pixels. */
export function plainPicture(
  format: 'jpeg' | 'png' | 'avif',
  background = '#06f',
  width = 20,
  height = 20,
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}
