import { lazyPackage } from '../html/lazyPackage.ts';

const temml = lazyPackage<typeof import('temml').default>('temml');

/** Mathematics as HTML, or why it could not be read. */
export type Mathematics =
  | { readonly html: string; readonly mistake?: undefined }
  | { readonly html?: undefined; readonly mistake: string };

/**
 * TeX as MathML, with its source in an annotation for those who copy it and for feeds. The page's policy knows no inline
 * styles: colours become attributes, for which MathML has its own, and what else Temml puts into styles goes; its classes
 * (`tml-…`) stay. Nothing in the source can name addresses, classes or ids.
 */
export function mathematics(tex: string, display: 'inline' | 'block'): Mathematics {
  const { renderToString } = temml();
  let markup: string;
  try {
    markup = renderToString(tex, {
      displayMode: display === 'block',
      annotate: true,
      throwOnError: true,
      trust: false,
      maxExpand: 1000,
    });
  } catch (error) {
    return { mistake: mistakeOf(error) };
  }
  const math = withoutStyles(markup);
  return { html: display === 'block' ? blockOf(math, tex) : math };
}

/** Signs that fit into a line on a narrow phone; what is wider scrolls, and a keyboard has to reach it. */
const narrowest = 30;

function blockOf(math: string, tex: string): string {
  const signs = tex.replace(/\\(?:[a-z]+|.)/gis, 'x').replace(/[{}\s^_&]/g, '');
  const reached = signs.length > narrowest ? math.replace('<math', '<math tabindex="0"') : math;
  return `<div class="math">${reached}</div>`;
}

function withoutStyles(markup: string): string {
  return markup.replace(/<[a-z][^<>]*>/g, (tag) =>
    tag
      .replace(/ style="([^"]*)"/, (_, style: string) => colours(style))
      .replace(/ id="[^"]*"/, ''),
  );
}

function colours(style: string): string {
  const color = /(?:^|;)\s*color:\s*([#\w]+)/.exec(style)?.[1];
  const background = /background-color:\s*([#\w]+)/.exec(style)?.[1];
  return [
    color === undefined ? '' : ` mathcolor="${color}"`,
    background === undefined ? '' : ` mathbackground="${background}"`,
  ].join('');
}

/** Temml marks the place with combining low lines, which nobody can read in a terminal. */
function mistakeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replaceAll('\u0332', '')
    .replace(/^KaTeX parse error: /, '')
    .replace(/\s+/g, ' ')
    .trim();
}
