import { posix } from 'node:path';
import type { Notes } from '../../item/notes.ts';
import { keepingCode } from '../../markdown/code.ts';
import { writtenDestination } from '../../markdown/destinations.ts';
import type { Source } from '../../source/source.ts';

const embedded =
  /!\[\[([^[\]|#\\\n]+\.([a-z0-9]{2,5}))(?:#[^[\]|\n]*)?((?:\\?\|[^[\]|\\\n]*)*)\]\]/gi;
const picture = /^(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)$/i;

/** A text in which `![[picture.png]]`, as Obsidian embeds files, is a picture of Markdown, and another file a link. */
export function withoutEmbeds(body: string, folder: string, source: Source, notes: Notes): string {
  if (!body.includes('![[')) return body;
  return keepingCode(body, (text) =>
    text.replace(embedded, (whole, written: string, ending: string, more: string) => {
      const name = fileNamed(written.trim(), folder, source);
      if (name === undefined && !picture.test(ending)) return whole;
      notes.changed('embedded file of Obsidian', picture.test(ending) ? 'a picture' : 'a link');
      const way = name === undefined ? written.trim() : posix.relative(folder, name);
      const address = writtenDestination(way.split('/').map(encodeURIComponent).join('/'));
      if (picture.test(ending)) return `![${altIn(more)}](${address})`;
      return `[${escaped(altIn(more) || posix.basename(written.trim()))}](${address})`;
    }),
  );
}

/** The file of that path, else the one of that name which lies nearest to the top, as Obsidian finds it. */
function fileNamed(written: string, folder: string, source: Source): string | undefined {
  const path = written.normalize().replace(/^\//, '');
  const known = [posix.normalize(folder + path), path].find((name) => source.has(name));
  if (known !== undefined) return known;
  const depth = (name: string) => name.split('/').length;
  return source.names
    .filter((name) => `/${name.normalize()}`.toLowerCase().endsWith(`/${path.toLowerCase()}`))
    .sort((a, b) => depth(a) - depth(b))[0];
}

/** What stands behind the bar is a width, a height, or words. */
function altIn(more: string): string {
  const words = more.split(/\\?\|/).filter((one) => !/^\s*(?:\d+(?:\s*x\s*\d+)?)?\s*$/i.test(one));
  return words.join(' ').trim();
}

function escaped(words: string): string {
  return words.replace(/[\\*_`<]/g, '\\$&');
}
