import type { Source } from '../source/source.ts';

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
