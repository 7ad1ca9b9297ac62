/** Folders that systems and tools put beside a person's own. */
const foreignFolders =
  /(?:^|\/)(?:node_modules|logseq\/bak|__MACOSX|@eaDir|\$RECYCLE\.BIN|System Volume Information|lost\+found)(?:\/|$)/;

/** What editors, downloads and file managers leave beside the file that is meant: its whole name, or the end of it. */
const leavings =
  /(?:^|\/)(?:#[^/]*#|~\$[^/]*|4913|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r)$|(?:~|\.(?:tmp|temp|sw[a-px]|crdownload|partial)|___jb_(?:tmp|old)___)$/i;

/** The folder of what is served as it is, at the root of the site. */
const publicFolder = 'public/';

/** The folder in which others look for what they want to know of a site (RFC 8615). */
const wellKnown = /^public\/\.well-known(?=\/|$)/;

/**
 * Whether a path from the content folder, or a name in it, can be content at all: hidden names (`.git`, Emacs' lock
 * `.#x.md`) and what programs leave behind (`x.md~`, `~$x.md`, `Thumbs.db`) are passed over by all who read the folder.
 */
export function isContentName(path: string): boolean {
  const isHidden = /(?:^|\/)\./.test(path.replace(wellKnown, ''));
  return !isHidden && !foreignFolders.test(path) && !leavings.test(path);
}

/** The path on the site of a file that is served as it is; undefined for every other file of the content folder. */
export function publicPath(file: string): string | undefined {
  return file.startsWith(publicFolder) ? `/${file.slice(publicFolder.length)}` : undefined;
}

/** The file of the content folder that is served at a path as it is. */
export function publicFile(path: string): string {
  return publicFolder + path.slice(1);
}

/** The part of a path that begins with `_`, up to its end: `articles/_old` of `articles/_old/a.md`. */
export function underscored(file: string): string | undefined {
  return /^(?:[^/]*\/)*?_[^/]*/.exec(file)?.[0];
}

/** Whether a file is Markdown or YAML: what is read as text, not served. */
export function isTextFile(file: string): boolean {
  if (publicPath(file) !== undefined) return false;
  return isMarkdownFile(file) || /\.ya?ml$/i.test(file);
}

/**
 * Whether a file of the content folder is for the programs alone: settings, people, and comments, those that are hidden among
 * them. No page serves it, whatever links to it.
 */
export function isDataFile(file: string): boolean {
  return /^(?:(?:site|authors|people|words|blogroll|redirects|known-faults)|(?:series|comments)\/.*)\.ya?ml$/i.test(
    file,
  );
}

/** Whether a file is Markdown by any of the endings that Markdown has in the world, or hides its own from its owner. */
export function isMarkdownFile(file: string): boolean {
  return /\.(?:mdx?|markdown|mdown|mdwn|mkdn?)\s*$|\.mdx?\.txt$/i.test(file);
}
