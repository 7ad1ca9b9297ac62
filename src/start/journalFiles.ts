import { formatMoment, momentAt } from '#journal/schema/moment.ts';

/** What a new journal is begun with. */
export interface Beginning {
  /** Of the folder, which the title is made of. */
  readonly name: string;
  /** How package.json names the version of Scrollback, such as `^0.2.0`. */
  readonly dependency: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timeZone: string;
  /** What every journal has alike: the settings that there are, and how GitHub builds and serves it. */
  readonly environment: string;
  readonly workflow: string;
}

/** The commands that `npm run` knows there, as in a clone. */
const commands = 'dev build preview new check import setup bot mirror doctor eject demo'.split(' ');

/** The files of a new journal by their paths, with all of their text. */
export function journalFiles(beginning: Beginning): ReadonlyMap<string, string> {
  const { environment, workflow } = beginning;
  return new Map([
    ['content/site.yaml', siteOf(beginning)],
    ['content/articles/a-first-page.md', articleOf(beginning)],
    ['content/notes/hello.md', noteOf(beginning)],
    ['package.json', manifestOf(beginning)],
    ['astro.config.mjs', configuration],
    ['.env.example', environment],
    ['.gitignore', 'node_modules/\ndist/\n.astro/\n.journal/\n.env\n'],
    ['.github/workflows/deploy.yml', workflow],
    ['README.md', readmeOf(beginning)],
  ]);
}

const configuration = `import { scrollback } from 'scrollback-journal';

export default { integrations: [scrollback()] };
`;

function titleOf({ name }: Beginning): string {
  const words = name.replace(/[-_.\s]+/g, ' ').trim();
  return words === '' ? 'A journal' : words.charAt(0).toUpperCase() + words.slice(1);
}

function siteOf(beginning: Beginning): string {
  return `title: ${JSON.stringify(titleOf(beginning))}
# Where the journal will be read, with https. Feeds and previews name it.
url: https://journal.example
language: en
# Dates without a time are days of this zone.
timeZone: ${beginning.timeZone}
`;
}

function articleOf({ now, timeZone }: Beginning): string {
  return `---
title: A first page
date: ${momentAt(now, timeZone).day}
tags: [beginnings]
---

Everything here is a file: this page is \`content/articles/a-first-page.md\`. Write below the second line of dashes, in
plain Markdown. While \`npm run dev\` runs, the page follows you as you type.[^margin]

The next one comes with \`npm run new -- "Its title"\`. It is a draft, which only you see, until its line \`draft: true\`
is gone.

> You do not need a plan for a journal. A date is enough, and something that happened on it.

When you have a page of your own, delete this one. Nothing else depends on it.

[^margin]: Footnotes stand in the margin where there is room, next to the words that they are about.
`;
}

function noteOf({ now, timeZone }: Beginning): string {
  return `---
date: ${formatMoment(now, timeZone)}
---

A note has no title. It is for what one would say rather than write: a line, a picture, what the woman on the bus told
her telephone.
`;
}

function manifestOf({ name, dependency }: Beginning): string {
  const manifest = {
    name: packageName(name),
    private: true,
    type: 'module',
    scripts: Object.fromEntries(commands.map((one) => [one, `scrollback ${one}`])),
    // These make what they need while npm installs them: a Node.js that is new enough, and native parts.
    allowScripts: { 'scrollback-journal': true, node: true, esbuild: true, sharp: true },
    dependencies: { 'scrollback-journal': dependency },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** npm takes small Latin letters, digits and hyphens. */
function packageName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' || plain === 'scrollback-journal' ? 'journal' : plain;
}

function readmeOf(beginning: Beginning): string {
  return `# ${titleOf(beginning)}

A journal, kept with ${programOf(beginning)}. All that is written is in \`content/\`.

    npm install                   once
    npm run dev                   read it while you write
    npm run new -- "A title"      begin an article (--note: a note)
    npm run build                 the site, in dist/

\`content/site.yaml\` has its name and address. To serve it with GitHub Pages, commit \`package-lock.json\` too, push to
\`main\`, and choose "GitHub Actions" under Settings > Pages. A newer version: \`${upgradeOf(beginning)}\`; nothing of yours is touched.
`;
}

/** Where it is told of: a version that is here as a file need not be at npm's registry. */
function programOf({ dependency }: Beginning): string {
  return dependency.startsWith('file:')
    ? 'Scrollback'
    : '[Scrollback](https://www.npmjs.com/package/scrollback-journal)';
}

/** What a newer version comes by. A file stays what it is for npm, until another is named. */
function upgradeOf({ dependency }: Beginning): string {
  return dependency.startsWith('file:')
    ? 'npm install ./scrollback-journal-VERSION.tgz'
    : 'npm update';
}
