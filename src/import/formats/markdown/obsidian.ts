import { posix } from 'node:path';
import { decodedWhole, entryAddress, headingAddress } from '../../item/entryAddress.ts';
import { escapedWords } from '../../item/escaped.ts';
import type { Notes } from '../../item/notes.ts';
import { encodedPath } from '../../item/oldPath.ts';
import { keepingAddresses } from '../../markdown/code.ts';
import {
  destinationsIn,
  withReplacements,
  writtenDestination,
} from '../../markdown/destinations.ts';
import { withComments, withFormulas, withInlineNotes, withMarks } from '../../markdown/signs.ts';
import type { FileNames, Vault } from './vault.ts';

/** What a text of Obsidian is read with. */
export interface ObsidianTools {
  /** Key, and path, of the text. */
  readonly own: string;
  /** Its folder, with a final `/`, or empty. */
  readonly folder: string;
  readonly files: FileNames;
  /** Documents of the source, by their paths. */
  readonly texts: ReadonlySet<string>;
  readonly vault: Vault;
}

/**
 * A text in which the signs that Obsidian, and other editors of notes, have beyond Markdown are said in Markdown: links by
 * name, embedded notes and files, callouts, marks, comments, names of blocks, notes within the line, sizes of pictures.
 */
export function fromObsidian(given: string, tools: ObsidianTools, notes: Notes): string {
  const body = withHeadingLinks(withComments(given, notes), tools);
  return keepingAddresses(body, (text) => {
    const embeds = withFiles(withNoteLinks(text, tools, notes), tools, notes);
    const plain = withoutBlockNames(embeds, tools.vault, notes);
    return withInlineNotes(withFormulas(withMarks(plain, notes), notes, true), notes).replace(
      /(!\[[^\]\n|]*)\|\d{1,5}(?:x\d{1,5})?(?=\]\()/g,
      '$1',
    );
  });
}

/** Links of Markdown whose fragment is the words of a heading, as `[words](My%20note.md#A%20heading)`. */
function withHeadingLinks(body: string, tools: ObsidianTools): string {
  if (!/\]\([^()\n]*#/.test(body)) return body;
  const found = destinationsIn(body).flatMap(({ is, address, start, end }) => {
    const [, path = '', fragment = ''] = /^([^#?:]*)#([^^].*)$/.exec(address) ?? [];
    const heading = decodedWhole(fragment);
    if (is !== 'link' || !/[\s\p{Lu}]/u.test(heading)) return [];
    const key = path === '' ? tools.own : noteNamed(decodedWhole(path), tools);
    return key === undefined ? [] : [{ start, end, text: headingAddress(key, heading) }];
  });
  return withReplacements(body, found);
}

const embedded =
  /(!?)\[\[([^[\]|#\\\n]+\.([a-z0-9]{2,5}))(?:#[^[\]|\n]*)?((?:\\?\|[^[\]|\\\n]*)*)\]\]/gi;
const picture = /^(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)$/i;

/** `![[picture.png]]` is a picture of Markdown, another file a link, and so is what is not embedded. */
function withFiles(text: string, tools: ObsidianTools, notes: Notes): string {
  return text.replace(
    embedded,
    (whole, sign: string, written: string, ending: string, more: string) => {
      const name = tools.files.find(written.trim(), tools.folder);
      const isShown = picture.test(ending) && sign === '!';
      if (name === undefined && !isShown) return whole;
      notes.changed('embedded file of Obsidian', isShown ? 'a picture' : 'a link');
      const way = name === undefined ? written.trim() : posix.relative(tools.folder, name);
      const address = writtenDestination(encodedPath(way));
      if (isShown) return `![${wordsIn(more, true)}](${address})`;
      return `[${escapedWords(wordsIn(more, true) || posix.basename(written.trim()))}](${address})`;
    },
  );
}

/** At the end of a line, or alone on the one below a block. */
const blockName = /^([ \t]*(?:>[ \t]*)*)(?:(.*\S)[ \t]+)?\^([A-Za-z0-9-]+)[ \t]*$/gm;

/** Of the kind that Obsidian makes itself. */
const madeName = /^(?=.*\d)(?=.*[a-z])[a-z0-9]{6}$/;

/** A text without the names of its blocks, by which Obsidian links to them: ` ^a1b2c3`. What may be a word stays. */
function withoutBlockNames(text: string, { isOne, blocks }: Vault, notes: Notes): string {
  return text.replace(
    blockName,
    (line, indent: string, words: string | undefined, name: string) => {
      const isName = isOne || blocks.has(name) || madeName.test(name);
      if (!isName || !/[a-z0-9]/i.test(name)) return line;
      notes.left('name of a block', 'nobody reads it, and a heading can be linked to');
      return words === undefined ? indent.trimEnd() : indent + words;
    },
  );
}

/** The document of a name, which may be a path, and may have its ending. */
function noteNamed(name: string, tools: ObsidianTools): string | undefined {
  for (const ending of ['.md', '', '.markdown']) {
    const found = name === '' ? undefined : tools.files.find(name + ending, tools.folder);
    if (found !== undefined && tools.texts.has(found)) return found;
  }
  return tools.vault.titles.get(name.toLowerCase());
}

interface Written {
  readonly isEmbedded: boolean;
  readonly name: string;
  /** Words of a heading, or of several, each below the one before; or `^` and the name of a block. */
  readonly place: string;
  readonly words: string;
}

const link =
  /(?<!\\)(!?)\[\[([^[\]|#\\\n]*)((?:#[^[\]|#\\\n]*)*)((?:\\?\|[^[\]|\\\n]*)*)\]\](?!\()/g;

/**
 * A text whose links by name, `[[note]]`, lead to the documents of an import, and to headings in them. A note that is shown
 * within the text, `![[note]]`, is a link to it. Names of what is not there stay, for a page to be written.
 */
function withNoteLinks(text: string, tools: ObsidianTools, notes: Notes): string {
  return text.replace(
    link,
    (whole: string, sign: string, name: string, places: string, bars: string) => {
      const written = {
        isEmbedded: sign === '!',
        name: name.trim(),
        place: places.split('#').at(-1)?.trim() ?? '',
        words: wordsIn(bars, sign === '!'),
      };
      return saidOf(withHeading(written, tools), places, tools, notes) ?? whole;
    },
  );
}

/** What stands behind the bars is words; of files, and of what is embedded, a number says how large it is shown. */
function wordsIn(bars: string, isFile: boolean): string {
  const words = bars
    .split(/\\?\|/)
    .map((one) => one.trim())
    .filter((one) => one !== '' && !(isFile && /^\d+(?:\s*x\s*\d+)?$/i.test(one)));
  return words.join(' ');
}

/** Bear has a heading behind a slash. */
function withHeading(written: Written, tools: ObsidianTools): Written {
  const at = written.name.indexOf('/');
  if (at < 1 || written.place !== '' || noteNamed(written.name, tools) !== undefined)
    return written;
  const name = written.name.slice(0, at);
  if (noteNamed(name, tools) === undefined) return written;
  const words = written.words || written.name.replaceAll('/', ' > ');
  return { ...written, name, words, place: written.name.slice(at + 1) };
}

function saidOf(written: Written, places: string, tools: ObsidianTools, notes: Notes) {
  const { name, place, isEmbedded, words } = written;
  const key = name === '' && place !== '' ? tools.own : noteNamed(name, tools);
  const isBlock = place.startsWith('^');
  const isFile =
    tools.files.find(name, tools.folder) !== undefined || picture.test(name.replace(/^.*\./s, ''));
  const shown = words || shownAs(written, places);
  if (key === undefined) return isFile ? undefined : wanted(written, notes);
  if (isEmbedded) notes.changed('embedded note', 'a link to it');
  else notes.changed('link by name', 'a link to the file');
  if (isBlock) notes.left('place of a link', 'a paragraph has no address; a heading does');
  if (isBlock && name === '') return escapedWords(shown);
  const address = place === '' || isBlock ? entryAddress(key) : headingAddress(key, place);
  return `[${escapedWords(shown)}](${address})`;
}

/** What Obsidian shows where there are no words. */
function shownAs({ name, place }: Written, places: string): string {
  const own = name.replace(/\.md$/i, '');
  if (place.startsWith('^')) return own;
  return [own, ...places.split('#').map((one) => one.trim())]
    .filter((one) => one !== '')
    .join(' > ');
}

/** A name that a page can have as a link that is still to come. */
function wanted({ isEmbedded, name, place, words }: Written, notes: Notes): string | undefined {
  if (isEmbedded)
    notes.left('embedded note', `${name} is not in the folder: its name stands there`);
  if (!isEmbedded && !place.startsWith('^')) return undefined;
  const at = place === '' || place.startsWith('^') ? '' : `#${place}`;
  return `[[${name}${at}${words === '' ? '' : `|${words}`}]]`;
}
