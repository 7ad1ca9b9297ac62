import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { unescapeHtml } from '../../src/render/html/html.ts';

/** Where a built site is, where it says that it is, and where it can be asked for. */
export interface CrawledSite {
  readonly folder: string;
  /** With the path below which it is, without a final slash. */
  readonly url: string;
  /** The host that serves it below the same path. */
  readonly origin: string;
}

/**
 * Follows every address that any file of a site has: in pages and styles, feeds and lists for machines, whether seen from
 * the root of the host, from the file, or whole.
 *
 * @returns how many there were, and those that did not answer, each with a file that has it.
 */
export async function crawl(site: CrawledSite): Promise<{ asked: number; dead: string[] }> {
  const asked = new Map<string, string>();
  for (const file of await filesBelow(site.folder)) {
    if (!extname(file).match(/^\.(?:html|css|xml|json|opml|txt|js)$/) || isForeign(file)) continue;
    const text = await readFile(join(site.folder, file), 'utf8');
    const page = `${site.url}/${encodeURI(file.replace(/(?:^|(?<=\/))index\.html$/, ''))}`;
    for (const address of addressesIn(text, file, site)) {
      const whole = URL.parse(address, page);
      if (whole?.origin === new URL(site.url).origin && !asked.has(whole.pathname))
        asked.set(whole.pathname, `${address} in ${file}`);
    }
  }
  const answers = await Promise.all(
    [...asked].map(async ([path, where]) => {
      const { status } = await fetch(new URL(path, site.origin));
      return status === 200 ? [] : [`${status} ${where}`];
    }),
  );
  return { asked: asked.size, dead: answers.flat() };
}

/** Pagefind's own modules. */
function isForeign(file: string): boolean {
  return file.startsWith('pagefind/');
}

function addressesIn(text: string, file: string, { url }: CrawledSite): string[] {
  const { origin } = new URL(url);
  // Places where an address may be broken are no part of it.
  const whole = unescapeHtml(unescapeHtml(text.replaceAll('<wbr>', ''))).match(
    new RegExp(`${origin.replaceAll('.', '\\.')}[^\\s"'<>\\\\)]*`, 'g'),
  );
  return [...(whole ?? []), ...withinHost(text, file)];
}

function withinHost(text: string, file: string): string[] {
  if (file.endsWith('.css') || file.endsWith('.js'))
    return [...text.matchAll(/url\(["']?([^"')]+)|import\(["'`]([^"'`]+)/g)].flatMap(
      ([, url, module]) => [url ?? module ?? ''],
    );
  if (!file.endsWith('.html') || text.startsWith('<?xml')) return [];
  return [
    ...text.matchAll(/\s(?:href|src|action|poster|cite|data)="?([^"\s>]*)/gi),
    ...text.matchAll(/url\(([^)]*)\)/gi),
    ...text.matchAll(/content="0; url=([^"]*)"/gi),
  ]
    .map(([, address = '']) => unescapeHtml(address))
    .concat(
      [...text.matchAll(/srcset="([^"]*)"/gi)].flatMap(([, set = '']) =>
        set.split(/,\s+/).map((one) => one.trim().split(/\s/)[0] ?? ''),
      ),
    );
}
