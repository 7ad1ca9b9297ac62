import { textsIn } from '../../markdown/texts.ts';
import type { Source } from '../../source/source.ts';
import type { Maker, MakerKind } from './maker.ts';
import { nikola } from './nikola.ts';
import { pelican } from './pelican.ts';
import { webMakers } from './webMakers.ts';

const kinds: readonly MakerKind[] = [pelican, nikola, ...webMakers];

/**
 * The generator that is set up in a folder; undefined where there is none that is known. One that most of the texts are not of
 * lies there by chance, as a project among notes does.
 */
export async function makerOf(source: Source): Promise<Maker | undefined> {
  const { texts } = textsIn(source);
  const hasMost = (root: string) =>
    texts.filter((name) => name.startsWith(root)).length * 2 >= texts.length;
  const names = source.names
    .filter((name) => !/(?:^|\/)node_modules\//.test(name))
    .sort((a, b) => a.split('/').length - b.split('/').length);
  for (const { settings, read } of kinds) {
    const [file, root = ''] =
      names.map((name) => settings.exec(name)).find((found) => found && hasMost(found[1] ?? '')) ??
      [];
    const maker = file === undefined ? undefined : await read(source, file, root);
    if (maker) return maker;
  }
  return undefined;
}

/** The texts of a folder: those in Markdown, and what its generator takes for one, too. */
export function textsOf(source: Source, maker: Maker | undefined) {
  const { texts, left } = textsIn(source);
  const known = new Set(texts);
  const others = source.names.filter((name) => !known.has(name) && maker?.isText?.(name));
  const taken = new Set(others);
  return { texts: [...texts, ...others], left: left.filter(({ name }) => !taken.has(name)) };
}
