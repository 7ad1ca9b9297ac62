/** Settings of makers of sites: Hugo, Jekyll and Hexo, Gatsby, Eleventy. */
const settings =
  /^((?:[^/]+\/){0,2}?)(?:(?:hugo|_config|gatsby-config|\.eleventy|eleventy\.config)\.[a-z]+|config\/_default\/[^/]+)$/;

/** Those of Zola, and of Hugo before it had a name of its own for them: other programs have such files, but no texts beside. */
const plainSettings = /^((?:[^/]+\/){0,2}?)config\.(?:toml|ya?ml|json)$/;

/** Folders of what was built, or downloaded to build with. */
const built = /^(?:_site|resources\/_gen|vendor)\//;

/** Pages and feeds: what else is in their folder may be the only copy of a picture. */
const builtPage = /^public\/.*\.(?:html?|xml|json|md|txt)$/i;

/**
 * Takes out of the files of a source what a maker of sites built, by their names: many keep that beside what it was made of.
 * In `public/` it lies where that has a first page, and stands beside settings of such a maker, which Scrollback is not.
 */
export function dropBuilt(files: Map<string, unknown>): void {
  const names = [...files.keys()];
  const found = names.flatMap((name) => settings.exec(name)?.[1] ?? []);
  const plain = names.flatMap((name) => plainSettings.exec(name)?.[1] ?? []);
  found.push(...plain.filter((root) => names.some((name) => name.startsWith(`${root}content/`))));
  const makers = [...new Set(found)].filter((root) => !files.has(`${root}site.yaml`));
  const publishers = makers.filter((root) => files.has(`${root}public/index.html`));
  const isBelow = (name: string, root: string, pattern: RegExp) =>
    name.startsWith(root) && pattern.test(name.slice(root.length));
  for (const name of names)
    if (
      ['', ...makers].some((root) => isBelow(name, root, built)) ||
      publishers.some((root) => isBelow(name, root, builtPage))
    )
      files.delete(name);
}
