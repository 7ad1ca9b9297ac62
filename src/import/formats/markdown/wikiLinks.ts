import { entryAddress, headingAddress } from '../../item/entryAddress.ts';
import { escapedWords } from '../../item/escaped.ts';
import type { Notes } from '../../item/notes.ts';

/** What the links by name of one text are read with. */
export interface WikiTools {
  /** Key of the document. */
  readonly own: string;
  /** Key of the document of a name; undefined where there is none. */
  noteNamed(name: string): string | undefined;
  /** Whether a name is that of another file. */
  hasFile(name: string): boolean;
  readonly notes: Notes;
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
export function withNoteLinks(text: string, tools: WikiTools): string {
  return text.replace(
    link,
    (whole: string, sign: string, name: string, places: string, bars: string) => {
      const written = {
        isEmbedded: sign === '!',
        name: name.trim(),
        place: places.split('#').at(-1)?.trim() ?? '',
        words: wordsIn(bars, sign === '!'),
      };
      return saidOf(withHeading(written, tools), places, tools) ?? whole;
    },
  );
}

/** Of what is embedded, a number says how large it is shown. */
function wordsIn(bars: string, isEmbedded: boolean): string {
  const words = bars
    .split(/\\?\|/)
    .map((one) => one.trim())
    .filter((one) => one !== '' && !(isEmbedded && /^\d+(?:\s*x\s*\d+)?$/i.test(one)));
  return words.join(' ');
}

/** Bear has a heading behind a slash. */
function withHeading(written: Written, { noteNamed }: WikiTools): Written {
  const at = written.name.indexOf('/');
  if (at < 1 || written.place !== '' || noteNamed(written.name) !== undefined) return written;
  const name = written.name.slice(0, at);
  if (noteNamed(name) === undefined) return written;
  const words = written.words || written.name.replaceAll('/', ' > ');
  return { ...written, name, words, place: written.name.slice(at + 1) };
}

function saidOf(written: Written, places: string, tools: WikiTools): string | undefined {
  const { name, place, isEmbedded, words } = written;
  const key = name === '' && place !== '' ? tools.own : tools.noteNamed(name);
  const isBlock = place.startsWith('^');
  const shown = words || shownAs(written, places);
  if (key === undefined) return tools.hasFile(name) ? undefined : wanted(written, tools.notes);
  if (isEmbedded) tools.notes.changed('embedded note', 'a link to it');
  else tools.notes.changed('link by name', 'a link to the file');
  if (isBlock) tools.notes.left('place of a link', 'a paragraph has no address; a heading does');
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
