import type { PathWithRoute } from 'astro';
import type { Render } from './prerenderer.ts';

/** Makes the text of a page; nothing, or something else, where it cannot. */
export type PageText = (request: Request, route: PathWithRoute['route']) => Promise<unknown>;

/** Makes a page of the site: its text, or a response that Astro made. */
export type Make = (request: Request, path: PathWithRoute) => Promise<string | Response>;

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
  if (!text) return render;
  const begun = new Set<string>();
  const same = new Map<string, Promise<boolean>>();
  return async (request, path) => {
    const { type, component, route } = path.route;
    if (type !== 'page' || route === '/404' || !isOurs(component)) return render(request, path);
    if (!begun.has(component)) {
      begun.add(component);
      return render(request, path);
    }
    const isSame = same.get(component) ?? comesToTheSame(text, render, request, path);
    same.set(component, isSame);
    const made = (await isSame) ? await textOf(text, request, path) : undefined;
    return made ?? render(request, path);
  };
}

/** Undefined where the page is not made so. What is wrong with it is told by Astro. */
async function textOf(
  text: PageText,
  request: Request,
  { route }: PathWithRoute,
): Promise<string | undefined> {
  const made = await text(request, route).catch(() => undefined);
  return typeof made === 'string' ? made : undefined;
}

async function comesToTheSame(
  text: PageText,
  render: Render,
  request: Request,
  path: PathWithRoute,
): Promise<boolean> {
  const made = await textOf(text, request, path);
  if (made === undefined) return false;
  const response = await render(request, path);
  return response.status === 200 && made === (await response.text());
}
