import { dirname } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import pLimit from 'p-limit';
import { digestOf } from '../../cache/bodies.ts';
import { beginFeeds, type FeedThread } from '../../feeds/feedThread.ts';
import { currentJournal } from '../../load/current.ts';
import type { WrittenPages } from '../output/manifest.ts';
import { forwardingPage } from '../output/redirects.ts';
import type { WrittenOutput } from '../output/writtenOutput.ts';
import { emptyPage, isEmptyPage, type OwnComponents, pageError } from './pageError.ts';
import { pageAddress, pageFile, type SitePath } from './pageFile.ts';

/** What is left of a page once it is known where it lies. */
interface PlacedPage<Path extends SitePath> {
  readonly path: Path;
  readonly file: string;
  /** A digest of all that it is made of; undefined for a page that tells no such digest. */
  readonly key: string | undefined;
}

/** Where pages go, and what is known of them. */
export interface PageTarget {
  readonly written: WrittenOutput;
  /** A digest of the code that makes pages. */
  readonly code: string;
  /** A digest of all that pages can be made of, beside code. */
  readonly inputs: string;
  /** Whether a route is the program's, whose pages are made of nothing else. */
  isOurs(component: string): boolean;
  /** Whether somebody's middleware hears what routes answer, and may keep a copy of it. */
  readonly hasMiddleware: boolean;
  /** Where the site begins. */
  readonly site: URL;
  /** Paths from the site's root. A file of public/ is the person's own word. */
  readonly publicFiles: readonly string[];
  readonly components: OwnComponents;
  progress(words: string): void;
  warn(words: string): void;
}

/** Each is made in its own turn of the event loop, but for one that waits for something. */
const pagesAtOnce = 32;

/**
 * Writes the pages of a site, but for those that are there as they would be written. Those that tell no digest of what
 * they show are made whenever anything changes, and somebody's own always.
 */
export async function writePages<Path extends SitePath>(
  paths: readonly Path[],
  render: (ask: () => Request, path: Path) => Promise<string | Response>,
  target: PageTarget,
): Promise<WrittenPages> {
  let isQuiet = true;
  const warn = (words: string) => {
    isQuiet = false;
    target.warn(words);
  };
  const pages = placed(paths, { ...target, warn });
  const { written, progress } = target;
  const stale = byFolder(
    pages.filter(({ file, key }) => key === undefined || !written.holds(file, key)),
  );
  let made = 0;
  const empty = new Set<string>();
  const isBeside = ({ path: { route } }: PlacedPage<Path>) =>
    route.type === 'endpoint' && target.isOurs(route.component);
  await makeEach(stale, isBeside, async ({ path, file, key }, feeds) => {
    const address = () => pageAddress(path, target.site);
    const content = await render(() => new Request(address()), path)
      .then(contentOf)
      .catch((error: unknown) => {
        throw pageError(error, decodeURI(address().pathname), target.components);
      });
    if (target.isOurs(path.route.component) && isEmptyPage(content))
      throw emptyPage(decodeURI(address().pathname));
    if (content === undefined) empty.add(file);
    else await written.write(file, content, key);
    if (!target.hasMiddleware) feeds?.free(content);
    progress(`pages: ${++made} of ${stale.length}`);
  });
  return {
    files: pages.map(({ file }) => file).filter((file) => !empty.has(file)),
    pages: pages.filter(({ path }) => path.route.type === 'page').length,
    inputs: isQuiet && pages.every(({ key }) => key !== undefined) ? target.inputs : undefined,
  };
}

/** Makes pages, and first begins all of those that `isBeside`: feeds, which another thread makes where they are many. */
async function makeEach<Page>(
  pages: readonly Page[],
  isBeside: (page: Page) => boolean,
  make: (page: Page, feeds: FeedThread | undefined) => Promise<void>,
): Promise<void> {
  let turn = Promise.resolve();
  const inTurn = async (page: Page) => {
    // What other threads say is heard between two pages.
    turn = turn.then(() => breath());
    await turn;
    await make(page, feeds);
  };
  const beside = pages.filter(isBeside);
  const others = pages.filter((page) => !isBeside(page));
  const feeds = beginFeeds(beside.length);
  try {
    await Promise.all([
      Promise.all(beside.map(inTurn)).then(() => feeds?.end()),
      pLimit(pagesAtOnce).map(others, inTurn),
    ]);
  } finally {
    await feeds?.end();
  }
}

/** What lies in one folder shows much the same, and is made while that is remembered. */
function byFolder<Page extends { readonly file: string }>(pages: readonly Page[]): Page[] {
  return [...Map.groupBy(pages, ({ file }) => dirname(file)).values()].flat();
}

/** Each file once: of two routes that make it, the first counts, as in the dev server. */
function placed<Path extends SitePath>(
  paths: readonly Path[],
  { code, inputs, isOurs, publicFiles, warn }: PageTarget,
): PlacedPage<Path>[] {
  const taken = new Map<string, string>(
    publicFiles.map((file) => [file.slice(1), 'the folder of public files']),
  );
  return paths.flatMap((path) => {
    const file = pageFile(path);
    const { component } = path.route;
    const holder = taken.get(file);
    if (holder !== undefined) {
      if (!meant.has(file))
        warn(
          `${component} makes no ${file}: ${holder} has one already. Give one of the two another name.`,
        );
      return [];
    }
    taken.set(file, component);
    const made = path.cacheKey ?? (isOurs(component) ? inputs : undefined);
    return {
      path,
      file,
      key: made === undefined ? undefined : digestOf(code, component, made),
    };
  });
}

/** What a person may well have another one of. */
const meant: ReadonlySet<string> = new Set(['robots.txt', 'favicon.svg']);

/** Undefined where the page says that it is none. */
async function contentOf(response: string | Response): Promise<string | Uint8Array | undefined> {
  if (typeof response === 'string') return response;
  const location = response.headers.get('location');
  if (location !== null && response.status >= 300 && response.status < 400)
    return forwardingPage(location, currentJournal().journal.site);
  if (response.body === null) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body) chunks.push(chunk);
  const [whole, ...others] = chunks;
  return whole && others.length === 0 ? whole : Buffer.concat(chunks);
}
