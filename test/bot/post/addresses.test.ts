import { describe, expect, it } from 'vitest';
import { href, siteBase } from '#journal/address/base.ts';
import { Names } from '#journal/address/names.ts';
import { channelPost } from '../../../bot/post/channelPost.ts';
import { fillPlaceholders } from '../../../src/render/collect/placeholder.ts';
import { bodyInFeed, bodyInList } from '../../../src/render/output/rewrite.ts';
import { renderDocument } from '../../../src/render/render.ts';
import { sampleEntry } from '../../journal/sample.ts';

const paths: Readonly<Record<string, string>> = {
  'articles/other.md': '/2026/other/',
  'articles/component.mdx': '/2026/component/',
  'articles/C#.md': '/2026/c/',
  'articles/100%.md': '/2026/100%/',
  'notes/my file.md': '/notes/my-file/',
  'notes/a%20b.md': '/notes/twice/',
  'notes/größe.md': '/notes/größe/',
  'notes/folder/index.md': '/notes/folder/',
  'pages/about.md': '/about/',
};
const files = new Set([...Object.keys(paths), 'notes/a b.pdf', 'notes/p.jpg', 'notes/none.md']);
const documents = Object.entries(paths).map(([file, path]) => ({
  file,
  path,
  title: { 'articles/other.md': 'The other one', 'articles/C#.md': 'Why C#' }[file],
}));
const names = new Names(documents, new Set(documents));
const contextAt = (siteUrl: string) => ({
  headingIds: 'scrollback' as const,
  words: { language: 'en', site: {} },
  siteUrl,
  formerly: [],
  pathOf: (file: string) => paths[file],
  hasFile: (file: string) => files.has(file),
  find: (name: string) => names.find(name),
  medium: () => undefined,
  language: 'en',
  smartPunctuation: true,
});

/** Where the first link of a note leads: on its page, in a list on the home page, in a feed, in the channel. */
function targets(body: string, file: string, site: string) {
  const context = contextAt(site);
  const entry = sampleEntry(file, 'date: 2026-01-02', `${body}\n`);
  const permalink = new URL(href(entry.path, site), site).href;
  const rendered = renderDocument(entry, context);
  // A file's own address is known to the site alone; its page is where others find it.
  const html = fillPlaceholders(rendered.html, {
    image: () => '',
    file: () => `${siteBase(site)}/_files/x`,
  });
  const linkIn = (some: string) =>
    / href="([^"]*)"/.exec(some)?.[1]?.replace(/&(?:amp|#x26);/g, '&');
  const absolute = (address: string | undefined, base: string) =>
    address === undefined ? undefined : new URL(address, base).href;
  const [message] = channelPost(entry, context);
  const link = message?.entities.find((entity) => entity.type === 'text_link');
  return {
    page: absolute(linkIn(html), permalink),
    list: absolute(linkIn(bodyInList(html, entry, 'raw', href(entry.path, site))), `${site}/`),
    feed: linkIn(bodyInFeed(html, permalink)),
    channel: link?.type === 'text_link' ? link.url : undefined,
    faults: rendered.facts.faults.length,
    links: rendered.facts.links,
  };
}

describe.each(['https://sample.example', 'https://sample.example/~me/caf%C3%A9'])(
  'of a journal at %s',
  (site) => {
    const own = `${site}/notes/here/`;
    it.each([
      ['[[The other one]]', '/2026/other/'],
      ['[[The other one|words]]', '/2026/other/'],
      ['[[The other one#A Heading]]', '/2026/other/#a-heading'],
      ['[[The other one#A Heading|words]]', '/2026/other/#a-heading'],
      ['[[The other one # Über uns|words]]', '/2026/other/#%C3%BCber-uns'],
      ['[[Why C#]]', '/2026/c/'],
      ['[[Why C##Part|words]]', '/2026/c/#part'],
      ['[[#A Heading|up]]', '/notes/here/#a-heading'],
      ['[[notes/gro\u0308ße|words]]', '/notes/gr%C3%B6%C3%9Fe/'],
      ['[a](../articles/other.md)', '/2026/other/'],
      ['[a](./../articles/./other.md)', '/2026/other/'],
      ['[a](../articles/other.md?x)', '/2026/other/?x'],
      ['[a](../articles/other.md#h)', '/2026/other/#h'],
      ['[a](../articles/other.md?x=1&y#h)', '/2026/other/?x=1&y#h'],
      ['[a](../articles/component.mdx#h)', '/2026/component/#h'],
      ['[a](../articles/C#.md)', '/2026/c/'],
      ['[a](../articles/C%23.md#h)', '/2026/c/#h'],
      ['[a](../articles/100%.md)', '/2026/100%25/'],
      ['[a](my%20file.md)', '/notes/my-file/'],
      ['[a](<my file.md#h>)', '/notes/my-file/#h'],
      ['[a](a%2520b.md)', '/notes/twice/'],
      ['[a](größe.md)', '/notes/gr%C3%B6%C3%9Fe/'],
      ['[a](gro\u0308ße.md)', '/notes/gr%C3%B6%C3%9Fe/'],
      ['[a](gro%CC%88%C3%9Fe.md)', '/notes/gr%C3%B6%C3%9Fe/'],
      ['[a](folder/index.md)', '/notes/folder/'],
      ['[a](../pages/about.md)', '/about/'],
      ['[a][r]\n\n[r]: ../articles/other.md?x#h', '/2026/other/?x#h'],
      ['<a href=" ../articles/other.md#h ">a</a>', '/2026/other/#h'],
      ['<a href="my%20file.md?x=1&amp;y">a</a>', '/notes/my-file/?x=1&y'],
      ['[a](../x/)', '/notes/x/'],
      ['[a](x/?q#h)', '/notes/here/x/?q#h'],
      ['[a](.)', '/notes/here/'],
      ['[a](..)', '/notes/'],
      ['[a](%2e%2e/x/)', '/notes/x/'],
      ['[a](/about/)', '/about/'],
      ['[a](/about/?x#h)', '/about/?x#h'],
      ['[a](/notes/gro\u0308ße/)', '/notes/gr%C3%B6%C3%9Fe/'],
      ['[a](/notes/../about/)', '/about/'],
      ['[a](/../..//b.example/)', '/b.example/'],
      ['[a](/a%2Fb/%2541/)', '/a%2Fb/%2541/'],
      ['[a](/old-alias/)', '/old-alias/'],
      ['[a](https://sample.example)', '/'],
      ['[a](https://sample.example/about/?q#who)', '/about/?q#who'],
      ['[a](http://sample.example/about/)', '/about/'],
      ['[a](HTTPS://Sample.Example/about/)', '/about/'],
      ['[a](//sample.example/about/)', '/about/'],
      ['[a](#h)', '/notes/here/#h'],
      ['[a](#gro\u0308ße)', '/notes/here/#gr%C3%B6%C3%9Fe'],
      ['[a](#%C3%BCber)', '/notes/here/#%C3%BCber'],
      ['[a](/about/#:~:text=a%2Cb,c)', '/about/#:~:text=a%2Cb,c'],
      ['[a](?x)', '/notes/here/?x'],
      ['[a](?x#h)', '/notes/here/?x#h'],
      ['[a](https://b.example/x?y#z)', 'https://b.example/x?y#z'],
      ['[a](https://sample.example.org/x)', 'https://sample.example.org/x'],
      ['[a](https://sample.example@b.example/x)', 'https://sample.example@b.example/x'],
      ['[a](https://sample.example:8443/x)', 'https://sample.example:8443/x'],
      ['[a](//b.example/x)', 'https://b.example/x'],
      ['[a](mailto:a@b.example?subject=x%20y)', 'mailto:a@b.example?subject=x%20y'],
      ['[a](nope.pdf)', '/notes/here/nope.pdf'],
    ])(
      '%s means one thing on the page, in a list, in a feed and in the channel: %s',
      (body, target) => {
        // An absolute address of the journal's own says below which path it is.
        const written = body.replace(/sample\.example(?=[/)])/i, (host) => host + siteBase(site));
        const { page, list, feed, channel, faults } = targets(written, 'notes/here.md', site);
        const wanted = target.startsWith('/') ? site + target : target;
        expect({ page, list, feed, channel }).toEqual({
          page: wanted,
          list: wanted,
          feed: wanted,
          channel: wanted,
        });
        expect(faults).toBe(0);
      },
    );

    it.each([
      ['[a](../../articles/other.md)', '/2026/other/'],
      ['[a](../gr%C3%B6%C3%9Fe.md)', '/notes/gr%C3%B6%C3%9Fe/'],
      ['[a](../x/)', '/notes/x/'],
      ['[a](./)', '/notes/folder/'],
    ])('seen from an entry in a folder, %s is %s', (body, target) => {
      const { page, list, feed, channel } = targets(body, 'notes/folder/index.md', site);
      expect([page, list, feed, channel]).toEqual(
        [target, target, target, target].map((to) => site + to),
      );
    });

    it.each([
      ['[a](a%20b.pdf)', ''],
      ['[a](./p.jpg?x)', '?x'],
      ['[a](../notes/a%20b.pdf#page=2)', '#page=2'],
    ])(
      'a file beside the entry, %s, is a file everywhere, with what its address has behind its name',
      (body, suffix) => {
        const { page, feed, channel, faults } = targets(body, 'notes/here.md', site);
        expect([page, feed]).toEqual([`${site}/_files/x${suffix}`, `${site}/_files/x${suffix}`]);
        // The post leads to the entry, whose page has the file.
        expect(channel).toBe(own);
        expect(faults).toBe(0);
      },
    );

    it('a Markdown file that is no entry, or not there, is a fault, and words alone in the channel', () => {
      for (const body of ['[a](none.md)', '[a](nope.md?x)', '[a](../../../etc/nope.mdx)']) {
        const { channel, faults } = targets(body, 'notes/here.md', site);
        expect([channel, faults]).toEqual([undefined, 1]);
      }
    });

    it.each([
      ['![a](https://sample.example/p.png)', '/p.png'],
      ['![a](/p.png)', '/p.png'],
    ])('a picture at the journal’s own address, %s, is looked for where it is', (body, path) => {
      const written = body.replace('sample.example', `sample.example${siteBase(site)}`);
      expect(targets(written, 'notes/here.md', site).links).toEqual([
        { path, fragment: '', line: 5, isFile: true },
      ]);
    });
  },
);
