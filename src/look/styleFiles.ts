import { resolveContentPath } from '#journal/address/contentPath.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { suggest } from '#journal/fault/suggestion.ts';
import { shortened } from './htmlAddress.ts';
import type { NamedInStyle } from './styleSheet.ts';

/** What is there to be named. */
export interface StyleSurroundings {
  /** Names of all files of the content folder. */
  readonly names: ReadonlySet<string>;
  /** Paths on the site of files that are served as they are. */
  readonly served: ReadonlySet<string>;
  /** Hosts that pages may load pictures and fonts from. */
  readonly hosts: ReadonlySet<string>;
}

/** What an address in a style sheet means. */
export type StyleTarget =
  | { readonly is: 'file'; readonly file: string; readonly suffix: string }
  | { readonly is: 'served' | 'within'; readonly suffix: string }
  | { readonly is: 'fault'; readonly fault: Fault };

const servable = /\.(?:woff2?|ttf|otf|png|jpe?g|webp|avif|gif|svg|ico|cur)$/i;

/** What an address in a style sheet of the content folder, named from `file`, means. */
export function styleTarget(
  { address, line }: NamedInStyle,
  file: string,
  { names, served, hosts }: StyleSurroundings,
): StyleTarget {
  const fault = (what: string, expected: string, cure: string): StyleTarget => ({
    is: 'fault',
    fault: { kind: 'style-sheet', file, line, what, expected, cure },
  });
  const [, path = '', suffix = ''] = /^([^?#]*)([\s\S]*)$/.exec(address) ?? [];
  if (path === '') return { is: 'within', suffix };
  if (/^data:image\//i.test(path)) return { is: 'within', suffix };
  if (/^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(path)) {
    const whole = path.replace(/^[\\/]{2}/, 'https://');
    if (hosts.has(URL.parse(whole)?.origin ?? '')) return { is: 'within', suffix };
    return fault(
      `url(${shortened(address)}), which is not on this site`,
      'a file of the content folder, or a host that "allow.images" or "allow.fonts" of site.yaml names',
      'put the file beside style.css, and write its name',
    );
  }
  if (path.startsWith('/')) {
    if (served.has(resolveContentPath('', path))) return { is: 'served', suffix };
    return fault(`the file ${path} is missing`, `the file public${path}`, 'put the file there');
  }
  const found = resolveContentPath(file, path);
  if (!names.has(found)) {
    const cure = suggest(found, [...names], 'put the file there, or correct the name');
    return fault(`the file ${path} is missing`, `the file ${found} of the content folder`, cure);
  }
  if (servable.test(found)) return { is: 'file', file: found, suffix };
  return fault(
    `url(${path}), which is neither a picture nor a font`,
    'a font (.woff2, .woff, .ttf, .otf) or a picture',
    'take it out',
  );
}
