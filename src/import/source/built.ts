/** Settings of makers of sites: Hugo and Zola, Jekyll and Hexo, Gatsby, Eleventy. */
const settings =
  /^((?:[^/]+\/){0,2}?)(?:(?:hugo|config|_config|gatsby-config|\.eleventy|eleventy\.config)\.[a-z]+|config\/_default\/[^/]+)$/;

/** Folders of what was built, or downloaded to build with. */
const built = /^(?:_site|resources\/_gen|vendor)\//;

/** Pages and feeds: what else is in their folder may be the only copy of a picture. */
const builtPage = /^public\/.*\.(?:html?|xml|json|md|txt)$/i;

/**
 * Whether a file is something that a maker of sites built, by all names of a source: many keep that beside what it was made of.
 * In `public/` it lies where that has a first page, and stands beside settings of such a maker, which Scrollback is not.
 */
export function builtFiles(names: readonly string[]): (name: string) => boolean {
  const all = new Set(names);
  const found = names.flatMap((name) => settings.exec(name)?.[1] ?? []);
  const makers = [...new Set(found)].filter((root) => !all.has(`${root}site.yaml`));
  const publishers = makers.filter((root) => all.has(`${root}public/index.html`));
  const isBelow = (name: string, root: string, pattern: RegExp) =>
    name.startsWith(root) && pattern.test(name.slice(root.length));
  return (name) =>
    ['', ...makers].some((root) => isBelow(name, root, built)) ||
    publishers.some((root) => isBelow(name, root, builtPage));
}
