import { setImmediate as breath } from 'node:timers/promises';
import { digestOf } from '../cache/bodies.ts';

/**
 * The key under which an unchanged page is kept from build to build: a digest of the very object that the page renders
 * from. A function in it does not count: it gives what a digest beside it stands for.
 */
export function viewKey(view: object): string {
  return digestOf(JSON.stringify(view));
}

/** One of a route's static paths, as Astro takes them, whose page shows a view. */
export interface ViewPath<View> {
  readonly params: Record<string, string | undefined>;
  readonly props: { readonly view: View };
  readonly cacheKey: string;
}

/**
 * The path of a page that shows a view. The view is made when the page is, and for its key once more: most pages are there
 * already, and thousands of views that nobody asks for again would stay until the end. A dev server asks for all paths of
 * a route and shows one.
 */
export function viewPath<View extends object>(
  params: ViewPath<View>['params'],
  make: () => View,
  keyOf: (view: View) => string = viewKey,
): ViewPath<View> {
  let made: View | undefined;
  let key: string | undefined;
  return {
    params,
    props: {
      get view() {
        made ??= make();
        return made;
      },
    },
    get cacheKey() {
      key ??= keyOf(made ?? make());
      return key;
    },
  };
}

/** So many keys are made in one turn of the event loop. */
const keysAtOnce = 100;

/** The same paths, whose keys are made: what other threads say is heard meanwhile. */
export async function keyedInTurns<Path extends Pick<ViewPath<object>, 'cacheKey'>>(
  paths: Path[],
): Promise<Path[]> {
  for (const [at, path] of paths.entries()) {
    if (at % keysAtOnce === 0) await breath();
    void path.cacheKey;
  }
  return paths;
}

/** What a route exports as `onlyPage` that has one page: what it shows, and the key of that; none where there is nothing. */
export interface OnlyPage<View> {
  view(): View;
  key(): string | undefined;
}

/** The one page of a route without parameters, which shows the view that `make` makes, and nothing else. */
export function onlyPageOf<View extends object | undefined>(make: () => View): OnlyPage<View> {
  return {
    view: make,
    key: () => {
      const view = make();
      return view && viewKey(view);
    },
  };
}
