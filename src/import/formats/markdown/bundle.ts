import type { Source } from '../../source/source.ts';

/**
 * What a text bundle (textbundle.org) is called, a folder with `text.md`, `info.json` and `assets`; undefined for a text in
 * none. One may be the whole of the source, as in a `.textpack`.
 */
export function bundleName(name: string, source: Source): string | undefined {
  const [, folder = '', own = ''] =
    /^((?:.*\/)?([^/]*?)(?:\.textbundle)?\/)?text\.\w+$/.exec(name) ?? [];
  if (own !== '')
    return folder.endsWith('.textbundle/') || source.has(`${folder}info.json`) ? own : undefined;
  const isOne = /^text\.\w+$/.test(name) && source.has('info.json');
  return isOne ? source.name.replace(/\.(?:textbundle|textpack|zip)$/i, '') : undefined;
}
