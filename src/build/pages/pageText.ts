import { setImmediate as breath } from 'node:timers/promises';
import type { PathWithRoute, RouteData } from 'astro';
import { FetchState } from 'astro/fetch';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { renderToString } from 'astro/runtime/server/index.js';

/**
 * What a route's component makes of a page: text, without the middleware, the response and the stream around it through
 * which Astro itself comes to the same. Part of the bundle, beside Astro's own module that makes pages.
 *
 * @returns undefined where there is more to a page than its component.
 */
export async function pageText(request: Request, route: RouteData): Promise<unknown> {
  const state = new FetchState(request);
  const { i18n, sessionConfig, cacheProvider } = state.manifest;
  if (i18n || sessionConfig || cacheProvider) return undefined;
  const component = await componentOf(state, route);
  const props = await state.getProps();
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
interface PathsApp {
  readonly manifest: unknown;
  getComponentByRoute(route: RouteData): Promise<unknown>;
}

/**
 * All pages of a bundle, as Astro's own prerenderer finds them: with the modules that are in the bundle already, and so that
 * what other threads say is heard between two routes.
 */
export async function staticPaths(app: PathsApp): Promise<readonly PathWithRoute[]> {
  const inTurns: PathsApp = {
    manifest: app.manifest,
    async getComponentByRoute(route) {
      await breath();
      return app.getComponentByRoute(route);
    },
  };
  return new StaticPaths(inTurns as never).getAll();
}

type Component = Awaited<ReturnType<FetchState['loadComponentInstance']>>;

/** Astro imports the component's module for each page again. */
const components = new WeakMap<RouteData, Component>();

async function componentOf(state: FetchState, route: RouteData): Promise<Component> {
  state.routeData = route;
  state.componentInstance = components.get(route);
  const component = await state.loadComponentInstance();
  components.set(route, component);
  return component;
}
