import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { importJournal } from '../../src/import/importJournal.ts';
import type { ReportLine } from '../../src/import/report/report.ts';
import { serve } from '../browser/server.ts';
import { blogger } from '../import/exports/blogger.ts';
import type { Export } from '../import/exports/export.ts';
import { firstYears } from '../import/exports/firstYears.ts';
import { folders } from '../import/exports/folders.ts';
import { services } from '../import/exports/services.ts';
import { takeout } from '../import/exports/takeout.ts';
import { wordpress } from '../import/exports/wordpress.ts';
import { commitAll } from '../import/repository.ts';
import { zipOf } from '../import/zip.ts';
import { writeFiles } from '../load/temporary.ts';
import { built } from './build.ts';

/** Journals of every maker, moved into one: it is built once, served, and asked for what was there before. */
const exports_: readonly Export[] = [
  wordpress,
  blogger,
  ...takeout,
  ...folders,
  ...services,
  ...firstYears,
];

const all = <T>(what: (of: Export) => readonly T[] | undefined) =>
  exports_.flatMap((one) => (what(one) ?? []).map((it) => [one.maker, it] as const));

let origin = '';
let output = '';
let pages: readonly string[] = [];
const failed: ReportLine[] = [];

const get = async (address: string) => {
  const answer = await fetch(origin + address);
  expect([answer.status, address]).toEqual([200, address]);
  return answer;
};

/** The page that a reader comes to who asks for an address, over a page that leads on if there is one. */
async function reached(address: string): Promise<string> {
  const answer = await get(address);
  expect(answer.headers.get('content-type')).toContain('text/html');
  const html = await answer.text();
  const on = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html)?.[1];
  return on === undefined ? html : await (await get(on)).text();
}

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scrollback-moved-'));
  const content = join(folder, 'content');
  output = join(folder, 'dist');
  await writeFiles(content, {
    'site.yaml': 'title: Moved\nurl: https://sample.example\nfeeds:\n  entries: 100\n',
  });
  for (const one of exports_) await moveIn(one, folder);
  await built({ content, output, cache: join(folder, 'cache') });
  const server = await serve(output);
  ({ origin } = server);
  const listed = await (await get('/sitemap.xml')).text();
  const paths = [...listed.matchAll(/<loc>https:\/\/sample\.example(.*?)<\/loc>/g)];
  pages = await Promise.all(paths.map(async ([, path = '']) => await reached(path)));
  return async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
});

async function moveIn(given: Export, folder: string): Promise<void> {
  const path = await laidOut(given, join(folder, given.maker));
  const { lines } = await importJournal({
    path,
    root: join(folder, 'content'),
    shownRoot: 'content',
    from: undefined,
    dryRun: false,
    now: Date.parse('2026-05-01T12:00:00Z'),
    fetching: undefined,
    progress: () => undefined,
  });
  failed.push(...lines.filter(({ outcome }) => outcome === 'failed'));
}

/** Puts an export into a folder, as its maker gives it. The answer is what a person names. */
async function laidOut({ archive, committed, files }: Export, folder: string): Promise<string> {
  if (archive === undefined) await writeFiles(folder, files);
  else
    await writeFiles(folder, {
      [archive]: zipOf(Object.entries(files).map(([name, text]) => ({ name, text }))),
    });
  if (committed !== undefined) commitAll(folder, committed);
  return join(folder, archive ?? '');
}

it('everything of every export came', () => expect(failed).toEqual([]));

it.each(all(({ addresses }) => addresses))(
  '%s: an old address answers: %j',
  async (_, [address, words]) => {
    expect(await reached(address)).toContain(words);
  },
);

it.each(all(({ comments }) => comments))(
  '%s: a comment stands below its entry: %j',
  async (_, [words, entry]) => {
    const found = pages.filter((html) =>
      /<section class="comments".*/s.exec(html)?.[0].includes(words),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(entry);
  },
);

it.each(all(({ footnotes }) => footnotes))(
  '%s: a mark leads to its note, and back: %j',
  (_, [before, note]) => {
    const led = pages.flatMap((html) => notesBehind(html, before));
    expect(led).toEqual(expect.arrayContaining([expect.stringContaining(note)]));
  },
);

it.each(all(({ links }) => links))('%s: a link leads to its page: %j', async (_, [words, page]) => {
  const to = pages.flatMap((html) =>
    [...html.matchAll(/<a [^>]*?href="([^"#]+)[^>]*>(?:<[^>]*>)*([^<]*)</g)]
      .filter(([, , shown]) => shown === words)
      .map(([, address = '']) => address),
  );
  expect(to).not.toEqual([]);
  expect(await reached(to[0] ?? '')).toContain(page);
});

it.each(all(({ pictures }) => pictures))('%s: a picture is served: %j', async (_, words) => {
  const tags = pages.flatMap((html) => html.match(/<img [^>]+>/g) ?? []);
  const tag = tags.find((one) => one.includes(`alt="${words}"`)) ?? `no picture of ${words}`;
  const picture = await get(/\ssrc="([^"]+)"/.exec(tag)?.[1] ?? `/${tag}`);
  expect(picture.headers.get('content-type')).not.toContain('html');
  expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(0);
});

it.each(all(({ shown }) => shown))('%s: a page shows %j', (_, html) => {
  expect(pages.filter((page) => page.includes(html))).not.toEqual([]);
});

/** The notes to which marks lead that stand behind some words, with a way back. */
function notesBehind(html: string, before: string): string[] {
  return html.split(before).flatMap((rest) => {
    const [, note = '', mark = ''] =
      /^[^<]*(?:<sup[^>]*>)?<a href="#([^"]+)" id="([^"]+)"/.exec(rest) ?? [];
    const from = html.indexOf(`<li id="${note}"`);
    const words = from === -1 ? '' : html.slice(from, html.indexOf('</li>', from));
    return words.includes(`href="#${mark}"`) ? [words] : [];
  });
}

describe.each(['/feed.xml', '/atom.xml', '/feed.json'])('in %s', (feed) => {
  it('every entry is known by the id that it had', async () => {
    const text = await (await get(feed)).text();
    const ids = [...text.matchAll(/<guid[^>]*>(.*?)<\/guid>|<id>(.*?)<\/id>|"id":\s*"(.*?)"/g)].map(
      ([, ...groups]) => groups.find((one) => one !== undefined),
    );
    // An id of Atom is an address.
    const known = (id: string) => ids.includes(id) || ids.includes(`https://sample.example/#${id}`);
    expect(all(({ feedIds }) => feedIds).filter(([, id]) => !known(id))).toEqual([]);
  });
});

it('what was a draft or nobody’s business is in no file', async () => {
  for (const secret of new Set(all(({ secrets }) => secrets).map(([, one]) => one)))
    expect([secret, await holding(secret)]).toEqual([secret, []]);
});

/** Files of the output in which words stand. */
async function holding(words: string): Promise<string[]> {
  const files = await filesBelow(output);
  const texts = await Promise.all(files.map((file) => readFile(join(output, file), 'utf8')));
  return files.filter((_, index) => texts[index]?.includes(words));
}
