import { readDate } from '../../item/dates.ts';
import { entryAddress } from '../../item/entryAddress.ts';
import { escapedWords } from '../../item/escaped.ts';
import type { Notes } from '../../item/notes.ts';
import { encodedPath, folderOf } from '../../item/oldPath.ts';
import { keepingAddresses } from '../../markdown/code.ts';
import {
  destinationsIn,
  withReplacements,
  writtenDestination,
} from '../../markdown/destinations.ts';
import { fieldsIn, isRecord, textIn } from '../../source/json.ts';
import type { Source } from '../../source/source.ts';
import { readSettingsText } from '../../source/text.ts';

/**
 * What Bear says in the `info.json` beside a text in a text bundle, its `id` being what Bear's own addresses call it; undefined
 * for files in none, and for bundles of others.
 */
export async function bearFacts(name: string, source: Source) {
  const info = `${folderOf(name)}info.json`;
  if (bundleName(name, source) === undefined || !source.has(info)) return undefined;
  const text = await readSettingsText(source, info);
  const bear = fieldsIn(text)['net.shinyfrog.bear'];
  if (!isRecord(bear)) return undefined;
  return {
    date: readDate(textIn(bear, 'creationDate') ?? ''),
    updated: readDate(textIn(bear, 'modificationDate') ?? ''),
    isTrashed: Number(bear['trashed'] ?? 0) > 0,
    id: textIn(bear, 'uniqueIdentifier'),
  };
}

/** What a text of Bear is read with. */
export interface BearTools {
  /** Its folder, with a final `/`, or empty. */
  readonly folder: string;
  readonly source: Source;
  /** Paths of texts by what Bear calls them. */
  readonly ids: ReadonlyMap<string, string>;
}

/** A text in which Bear's own signs are those of Markdown: underlined and marked words, files, links among notes. */
export function fromBear(given: string, tools: BearTools, notes: Notes): string {
  const body = withoutSizes(withNotes(given, tools));
  return keepingAddresses(body, (text) =>
    withAttachments(text, tools, notes)
      .replace(/(?<![~\\\w])~(?=[^\s~])([^~\n]*[^\s~])~(?![~\w])/g, (_, words: string) => {
        notes.changed('underlined words of Bear', '<u>');
        return `<u>${words}</u>`;
      })
      .replace(/(?<![:\\\w])::(?=[^\s:])([^\n]*?[^\s:])::(?![:\w])/g, (_, words: string) => {
        notes.changed('marked words of Bear', '<mark>');
        return `<mark>${words}</mark>`;
      }),
  );
}

/** Behind a picture or a file, Bear writes how large it is shown. */
function withoutSizes(body: string): string {
  return body.replace(/(?<=\))[ \t]*<!--\s*\{[^{}\n]*\}\s*-->/g, '');
}

function withNotes(body: string, { ids }: BearTools): string {
  if (!body.includes('bear://')) return body;
  const found = destinationsIn(body).flatMap(({ address, start, end, is }) => {
    const id = /^bear:\/\/.*[?&]id=([\w-]+)/.exec(address)?.[1];
    const name = is === 'link' && id !== undefined ? ids.get(id) : undefined;
    return name === undefined ? [] : [{ start, end, text: entryAddress(name) }];
  });
  return withReplacements(body, found);
}

const attachment = /(?<![\]\\])\[(?:(?:image|file):([^[\]\n]+)|(assets\/[^[\]\n]+))\](?![[(:])/g;
const picture = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)$/i;

/** `[image:2F4A/a.jpg]` and `[assets/a.jpg]` are files of the folder `assets`. */
function withAttachments(text: string, { folder, source }: BearTools, notes: Notes): string {
  return text.replace(attachment, (whole, said: string | undefined, path: string | undefined) => {
    const name = (path ?? said ?? '').replace(/^.*\//, '');
    const found = [path, said, `assets/${name}`].find(
      (one) => one !== undefined && source.has(folder + one),
    );
    if (found === undefined && path !== undefined) return whole;
    const address = writtenDestination(encodedPath(found ?? `assets/${name}`));
    notes.changed('file within a text of Bear', picture.test(name) ? 'a picture' : 'a link');
    return picture.test(name) ? `![](${address})` : `[${escapedWords(name)}](${address})`;
  });
}

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
