import type { PathWithRoute } from 'astro';
import type { Render } from './prerenderer.ts';

/** Makes the text of a page; nothing, or something else, where it cannot. `ask` gives the request for it. */
export type PageText = (ask: () => Request, path: PathWithRoute) => Promise<unknown>;

/** Makes a page of the site: its text, or a response that Astro made. `ask` gives the request for it. */
export type Make = (ask: () => Request, path: PathWithRoute) => Promise<string | Response>;

/**
 * Makes pages by `text` where that comes to the same as `render`, Astro's own way: for each component of a route, one page is
 * made both ways. That is the second one, so that nothing is made twice where there is but one to be made. Only those of
 * `isOurs` are asked, whose components do nothing but show their views.
 */
export function shortWay(
  text: PageText | undefined,
  render: Render,
  isOurs: (component: string) => boolean,
): Make {
  if (!text) return (ask, path) => render(ask(), path);
  const begun = new Set<string>();
  const same = new Map<string, Promise<boolean>>();
  return async (ask, path) => {
    const { type, component, route } = path.route;
    if (type !== 'page' || route === '/404' || !isOurs(component)) return render(ask(), path);
    if (!begun.has(component)) {
      begun.add(component);
      return render(ask(), path);
    }
    const isSame = same.get(component) ?? comesToTheSame(text, render, ask, path);
    same.set(component, isSame);
    const made = (await isSame) ? await textOf(text, ask, path) : undefined;
    return made ?? render(ask(), path);
  };
}

/** Undefined where the page is not made so. What is wrong with it is told by Astro. */
async function textOf(
  text: PageText,
  ask: () => Request,
  path: PathWithRoute,
): Promise<string | undefined> {
  const made = await text(ask, path).catch(() => undefined);
  return typeof made === 'string' ? made : undefined;
}

async function comesToTheSame(
  text: PageText,
  render: Render,
  ask: () => Request,
  path: PathWithRoute,
): Promise<boolean> {
  const made = await textOf(text, ask, path);
  if (made === undefined) return false;
  const response = await render(ask(), path);
  return response.status === 200 && made === (await response.text());
}
