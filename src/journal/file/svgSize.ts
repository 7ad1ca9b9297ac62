/** How many pixels a unit is, about; a number without one is a pixel. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 1.34,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  q: 0.95,
  em: 16,
  rem: 16,
  ex: 16,
  ch: 16,
};

/** The decoder has no picture with a longer side, and tells whoever reads the terminal. */
const longestSide = 99_999_999;

const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi;

/** Where a drawing says how large it is. */
const beginning = 64 * 1024;

/** Whether a drawing says of itself that it is longer, or wider, than a picture can be. */
export function isHugeSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, beginning)).replaceAll('\0', '');
  if (!/^[^\x20-\x7E]*\s*</.test(text)) return false;
  // XML has no < in a tag: a text that is full of them takes no longer.
  const [, attributes = ''] =
    /<(?:[\w-]+:)?svg\b((?:"[^"<]*"|'[^'<]*'|[^'"<>])*)>/i.exec(text) ?? [];
  const [across, down] = ['width', 'height'].map((name) => sideOf(attributes, name));
  const box = [...attributeOf(attributes, 'viewBox').matchAll(number)]
    .slice(2)
    .map(([one]) => Number(one));
  const [width = 1, height = 1] = box;
  const sides = [across, down].filter((side) => side !== undefined);
  const whole =
    sides.length === 0
      ? box
      : [across ?? ((down ?? 0) * width) / height, down ?? ((across ?? 0) * height) / width];
  return [...sides, ...whole].some((side) => side > longestSide);
}

/** A side in pixels, about, by the larger of what the attribute and the style say; undefined where it depends on what is around it. */
function sideOf(attributes: string, name: string): number | undefined {
  const style = new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([^;]+)`, 'i').exec(
    attributeOf(attributes, 'style'),
  )?.[1];
  const sides = [attributeOf(attributes, name), style ?? ''].flatMap((value) => {
    const [, number, unit = ''] =
      /^\s*\+?((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(value) ?? [];
    const factor = units[unit.toLowerCase()];
    return number === undefined || factor === undefined ? [] : [Number(number) * factor];
  });
  return sides.length === 0 ? undefined : Math.max(...sides);
}

function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? '';
}
