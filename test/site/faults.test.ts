import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../load/temporary.ts';
import { build, built, differences, digests } from './build.ts';

const site = 'title: Sample\nurl: https://sample.example\n';

it('wrong content, front matter in JavaScript among it, ends the build with every fault, and leaves the site as it was, and nothing half written', async () => {
  const folder = await temporaryFolder({
    'content/site.yaml': site,
    'content/notes/a.md': '---\ndate: 2026-01-02\n---\n\nFine.\n',
  });
  const options = {
    content: join(folder, 'content'),
    output: join(folder, 'dist'),
    cache: join(folder, 'cache'),
  };
  const before = await built(options);
  await writeFiles(folder, {
    'content/notes/a.md':
      '---\ndate: 2026-01-02\n---\n\nOne[^1] ![](x.png)\n[nowhere](/nowhere/)\n',
    'content/articles/b.md': '---\ntitel: B\ndate: 2026-01-02\n---\n',
    'content/articles/c.mdx': '---\ntitle: C\ndate: 2026-01-02\n---\n\n<b>open\n',
    'content/notes/d.md': '---\ndate: 2026-01-02\ndraft: true\n---\n\nHalf[^2]\n',
    'content/notes/e.md': '---js\n{ "date": process.exit(0) }\n---\n',
  });
  const cache = join(folder, 'another cache');
  const { exitCode, text } = await build({ ...options, cache });
  expect(exitCode).toBe(1);
  const shown = join(folder, 'content');
  const list = text.split('\n').filter((line) => line.includes(shown));
  expect(list.map((line) => line.replace(shown, 'content'))).toMatchInlineSnapshot(`
    [
      "content/articles/b.md:1: no "title"; expected text; add the line "title: …"",
      "content/articles/b.md:2: unknown key "titel"; expected one of title, date, updated, summary, tldr, tags, series, authors, lang, cover, draft, slug, aliases, canonical, id, mirror, syndication, inReplyTo, translations; did you mean "title"?",
      "content/articles/c.mdx:6: MDX that cannot be read (6:1: Expected a closing tag for \`<b>\` (6:1) before the end of \`paragraph\` (mdx-jsx:unexpected-character)); expected closed tags and braces; mend that line, or rename the file to .md if it needs no components",
      "content/notes/a.md:5: the footnote [^1] is not defined; expected a line "[^1]: …"; write the note, remove the mark, or write \\[^1] if it is not one",
      "content/notes/a.md:5: the picture x.png has no alt text; expected words that say what it shows; write ![what it shows](…), or ![ ](…) if it only decorates",
      "content/notes/a.md:5: the picture x.png is missing; expected the file notes/x.png; put the file there, or correct the name",
      "content/notes/a.md:6: a link to /nowhere/, which does not exist; expected a page of this journal; correct the link",
      "content/notes/e.md:1: front matter in "js", which is refused and was not run; expected YAML between two lines of \`---\`; write the front matter as YAML",
    ]
  `);
  expect(text).toContain(`${list.length} faults in the content:`);
  expect(differences(before, await digests(options.output))).toEqual([]);
  const kept = await readdir(cache, { recursive: true });
  expect(kept.some((name) => name.endsWith('bodies.pack'))).toBe(true);
  expect(kept.filter((name) => name.endsWith('.new'))).toEqual([]);
});

it('an empty journal builds', async () => {
  const folder = await temporaryFolder({ 'content/site.yaml': site });
  const files = await built({
    content: join(folder, 'content'),
    output: join(folder, 'dist'),
    cache: join(folder, 'cache'),
  });
  expect([...files.keys()].filter((file) => /\.(html|xml|json)$/.test(file))).toEqual([
    '404.html',
    'archive/index.html',
    'articles/atom.xml',
    'articles/feed.json',
    'articles/feed.xml',
    'articles/index.html',
    'atom.xml',
    'feed.json',
    'feed.xml',
    'follow/index.html',
    'index.html',
    'notes/atom.xml',
    'notes/feed.json',
    'notes/feed.xml',
    'notes/index.html',
    'pagefind/pagefind-entry.json',
    'search/index.html',
    'series/index.html',
    'sitemap.xml',
    'tags/index.html',
  ]);
});
