import { plainText } from '../item/characters.ts';
import { Notes } from '../item/notes.ts';
import type { Source } from '../source/source.ts';
import { readSourceText } from '../source/text.ts';
import { fencedCode } from './code.ts';
import {
  exportedMatter,
  type ForeignFile,
  type ForeignMatter,
  splitForeign,
} from './frontMatter.ts';
import { plainMdx } from './mdx.ts';
import { otherMatter } from './otherLanguage.ts';

/**
 * Reads a Markdown or HTML file of another generator and splits it; `notes` say what was done so that it can be read.
 *
 * @throws where it cannot be read, in words for people.
 */
export async function readForeignFile(
  source: Source,
  name: string,
  notes: Notes,
): Promise<ForeignFile> {
  const { text, encoding } = await readSourceText(source, name);
  if (encoding !== undefined) notes.changed(`text in ${encoding}`, 'it is UTF-8');
  const whole = plainText(text, notes);
  const split = splitForeign(whole, notes);
  const [, ending = ''] = /\.(\w+)$/.exec(name.toLowerCase()) ?? [];
  if (ending === 'mdx') return asMarkdown(split, notes);
  const read = split.hasMatter ? undefined : otherMatter[ending];
  if (!read) return split;
  const { matter, body } = read(whole);
  return { matter, body, hasMatter: matter.size > 0 };
}

/** A text of MDX that a program makes is a draft with that program. */
function asMarkdown(split: ForeignFile, notes: Notes): ForeignFile {
  const { body } = split;
  const own = split.hasMatter ? undefined : exportedMatter(body);
  const { matter, hasMatter } = own ? { matter: own, hasMatter: true } : split;
  const plain = plainMdx(body, notes);
  if (plain !== undefined) return { matter, body: plain, hasMatter };
  notes.changed('text in MDX', 'a program makes its words: it is a draft with the program');
  const draft = new Map([...matter, ['draft', 'true']]);
  return { matter: draft, body: fencedCode(body.trim(), 'mdx'), hasMatter };
}

/** The front matter of such a file alone; none where it cannot be read, which is told where it is imported. */
export async function foreignMatter(source: Source, name: string): Promise<ForeignMatter> {
  const read = await readForeignFile(source, name, new Notes()).catch(() => undefined);
  return read?.matter ?? new Map();
}

/** The Markdown files of a source that are documents, and those that are not. */
export function textsIn({ names }: Source) {
  const all = names.filter((name) =>
    /\.(?:md|markdown|mdx|mkdn?|mdown|org|textile|rst|adoc|asciidoc)$|\.textbundle\/text\.txt$/i.test(
      name,
    ),
  );
  const left = all.flatMap((name) => {
    const why = reasonToLeave(name);
    return why === undefined ? [] : [{ name, why }];
  });
  const out = new Set(left.map(({ name }) => name));
  return { texts: all.filter((name) => !out.has(name)), left };
}

function reasonToLeave(name: string): string | undefined {
  if (
    /(?:^|\/)(?:README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|TODO)\.[a-z]+$/i.test(
      name,
    )
  )
    return 'for those who work on the folder';
  if (
    /(?:^|\/)(?:_includes|_layouts|_data|node_modules|[tT]emplates?|archetypes|_templates)\//.test(
      name,
    )
  )
    return 'a template';
  if (/\.excalidraw\.md$/i.test(name)) return 'a drawing of Excalidraw: save it as a picture';
  return undefined;
}
