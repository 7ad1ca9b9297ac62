import { hash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';

/**
 * The key under which an unchanged page is kept from build to build: a digest of the very object that the page renders
 * from. A function in it does not count: it gives what a digest beside it stands for.
 */
export function viewKey(view: object): string {
  const around = isKeying;
  isKeying = true;
  try {
    return hash('sha256', JSON.stringify(view), 'base64url');
  } finally {
    isKeying = around;
  }
}

let isKeying = false;

/**
 * A view that is part of those of several pages: in their keys, a digest of it stands for it, which is made once. Whoever
 * else writes it as JSON, such as a component of a journal's own, has all of it.
 */
export function partOfSeveral<View extends object>(view: View): View {
  let key: string | undefined;
  const toJSON = () => {
    if (!isKeying) return view;
    key ??= viewKey({ ...view });
    return key;
  };
  return Object.defineProperty(view, 'toJSON', { value: toJSON });
}

/** One of a route's static paths, as Astro takes them, whose page shows a view. */
export interface ViewPath<View> {
  readonly params: Record<string, string | undefined>;
  readonly props: { readonly view: View };
  readonly cacheKey: string;
}

const keeping = Symbol.for('scrollback.views');

/**
 * Says whether a view that was made for a key is kept until its page is made, as is right where all pages are made. Where
 * nearly all are there already, thousands of views that nobody asks for again would stay until the end. Bundled routes see
 * it as they see the journal.
 */
export function keepViews(isKept: boolean): void {
  (globalThis as Record<symbol, unknown>)[keeping] = isKept;
}

/**
 * The path of a page that shows a view. The view is made when the page or its key is first asked for: a dev server asks
 * for all paths of a route and shows one.
 */
export function viewPath<View extends object>(
  params: ViewPath<View>['params'],
  make: () => View,
): ViewPath<View> {
  let made: View | undefined;
  let key: string | undefined;
  const kept = () => {
    made ??= make();
    return made;
  };
  return {
    params,
    props: {
      get view() {
        return kept();
      },
    },
    get cacheKey() {
      const isKept = (globalThis as Record<symbol, unknown>)[keeping] === true;
      key ??= viewKey(isKept ? kept() : (made ?? make()));
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
