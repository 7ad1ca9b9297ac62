import { setImmediate as breath } from 'node:timers/promises';
import type { PathWithRoute, RouteData, SSRResult } from 'astro';
import { FetchState } from 'astro/fetch';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { renderToString } from 'astro/runtime/server/index.js';

/** A page of the site, with what its component is handed, where that is known. */
export interface SitePage extends PathWithRoute {
  readonly props?: Props | undefined;
}

type Props = Readonly<Record<string, unknown>>;

/**
 * What a route's component makes of a page: text, without the middleware, the response and the stream around it through
 * which Astro itself comes to the same. Part of the bundle, beside Astro's own module that makes pages. `ask` gives the
 * request for the page. One is enough for all pages of a route whose components ask Astro for nothing but what they are
 * handed.
 *
 * @returns undefined where there is more to a page than its component.
 */
export async function pageText(ask: () => Request, { route, props }: SitePage): Promise<unknown> {
  const shared = props && stateOf(route, ask);
  if (!shared) return textOf(new FetchState(ask()), route, props);
  try {
    return await textOf(shared, route, props);
  } catch {
    // It was refused, or fails by its own request too.
    states.set(route, undefined);
    return textOf(new FetchState(ask()), route, props);
  }
}

async function textOf(
  state: FetchState,
  route: RouteData,
  handed: Props | undefined,
): Promise<unknown> {
  const { i18n, sessionConfig, cacheProvider } = state.manifest;
  if (i18n || sessionConfig || cacheProvider) return undefined;
  const component = await componentOf(state, route);
  const props = handed ? { ...handed } : await state.getProps();
  const result = await state.createResult(component, state.getActionAPIContext());
  const { moduleId = '' } = component.default;
  const { containsHead = false, propagation = 'none' } =
    result.componentMetadata.get(moduleId) ?? {};
  if (propagation !== 'none') return undefined;
  result._metadata.headInTree = containsHead;
  const text = await renderToString(result, component.default, props, {}, true, route);
  // A component may have made another answer of it, such as one that leads elsewhere.
  return result.response.status === 200 ? text : undefined;
}

/** What Astro knows of a request that is for all pages of a route: whoever asks more of it than what it is handed is refused. */
class SharedState extends FetchState {
  /** As it is before the first page of the route is made. */
  #result: SSRResult | undefined;

  /** But for what making a page notes in it, it is the same for all, and takes Astro as long as a small page. */
  override async createResult(...given: Parameters<FetchState['createResult']>) {
    this.#result ??= await super.createResult(...given);
    const { styles, scripts, links, _metadata } = this.#result;
    return {
      ...this.#result,
      ...ownCopies({ styles, scripts, links }),
      _metadata: ownCopies(_metadata),
    };
  }

  override createAstroPagePartial(...given: Parameters<FetchState['createAstroPagePartial']>) {
    const partial = super.createAstroPagePartial(...given);
    for (const name of Object.keys(partial)) Object.defineProperty(partial, name, { get: refuse });
    return partial;
  }
}

/** The same with sets and lists of its own. */
function ownCopies<Values extends object>(values: Values): Values {
  const copies: Values = { ...values };
  for (const [name, value] of Object.entries(values)) {
    if (value instanceof Set) Object.assign(copies, { [name]: new Set(value) });
    else if (Array.isArray(value)) Object.assign(copies, { [name]: [...value] });
  }
  return copies;
}

function refuse(): never {
  throw new Error('a component asks for what is another thing on each page');
}

/**
 * The key of the one page of a route without parameters, which Astro asks for none: its component may export what it
 * shows.
 *
 * @returns undefined where it does not.
 */
export async function onlyKey(request: Request, route: RouteData): Promise<string | undefined> {
  const component: Component & Partial<KeyedPage> = await componentOf(
    new FetchState(request),
    route,
  );
  return component.onlyPage?.key();
}

/** What the component of such a route may export. */
interface KeyedPage {
  readonly onlyPage: { key(): string | undefined };
}

/** What finds the pages of a bundle takes of what the bundle gives. */
export interface PathsApp {
  readonly manifest: unknown;
  readonly routeCache: { get(route: RouteData): RouteItems | undefined };
  getComponentByRoute(route: RouteData): Promise<unknown>;
}

/** What Astro remembers of a route: its pages, by their paths. */
interface RouteItems {
  readonly staticPaths?: { readonly keyed: ReadonlyMap<string, { readonly props?: Props }> };
}

/**
 * All pages of a bundle, as Astro's own prerenderer finds them: with the modules that are in the bundle already, and so that
 * what other threads say is heard between two routes.
 */
export async function staticPaths(app: PathsApp): Promise<readonly SitePage[]> {
  const inTurns: Omit<PathsApp, 'routeCache'> = {
    manifest: app.manifest,
    async getComponentByRoute(route) {
      await breath();
      return app.getComponentByRoute(route);
    },
  };
  const paths = await new StaticPaths(inTurns as never).getAll();
  return paths.map((path) => {
    const pages = app.routeCache.get(path.route)?.staticPaths?.keyed;
    return { ...path, props: pages?.get(path.pathname)?.props };
  });
}

type Component = Awaited<ReturnType<FetchState['loadComponentInstance']>>;

/** Astro imports the component's module for each page again. */
const components = new WeakMap<RouteData, Component>();
/** By route; undefined where a component asked for more than what it is handed. */
const states = new WeakMap<RouteData, SharedState | undefined>();

function stateOf(route: RouteData, ask: () => Request): SharedState | undefined {
  if (!states.has(route)) states.set(route, new SharedState(ask()));
  return states.get(route);
}

async function componentOf(state: FetchState, route: RouteData): Promise<Component> {
  state.routeData = route;
  state.componentInstance = components.get(route);
  const component = await state.loadComponentInstance();
  components.set(route, component);
  return component;
}
