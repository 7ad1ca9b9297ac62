import { textThat } from './text.ts';

/**
 * What stands at the address of the journal itself.
 *
 * - `stream`: the newest entries, whole.
 * - `list`: all entries by name.
 * - `page`: a page of `pages/`, as `site.yaml` names it.
 */
export type Home =
  | { readonly is: 'stream' }
  | { readonly is: 'list' }
  | { readonly is: 'page'; readonly name: string };

const expected = 'stream, list, or the name of a page such as about';

/** `home` of site.yaml. `stream` and `list` with a slash before them are pages of that name. */
export const homeSchema = textThat(expected, (text) => pageName(text) !== '').transform(
  (text): Home =>
    text === 'stream' || text === 'list' ? { is: text } : { is: 'page', name: pageName(text) },
);

/** The name of a page, be it written as its path or its file: `about` of `/about/` and `pages/about.md`. */
function pageName(written: string): string {
  return written
    .trim()
    .normalize('NFC')
    .replace(/^\/?(?:pages\/)?|\/$|\.mdx?$/g, '');
}
