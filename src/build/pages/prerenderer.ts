import type { HookParameters, PathWithRoute } from 'astro';

/** What Astro asks to make pages. */
export type Prerenderer = Parameters<HookParameters<'astro:build:start'>['setPrerenderer']>[0];

/** Makes a page of the site. */
export type Render = (request: Request, path: PathWithRoute) => Promise<Response>;

/**
 * Astro's own prerenderer, whose pages `write` writes: Astro would write each of them again in each build, or a second
 * time into a cache of its own. What is no page of ours, such as a redirect out of a configuration, is left to Astro.
 */
export function ownPages(
  write: (paths: readonly PathWithRoute[], render: Render) => Promise<void>,
): Prerenderer {
  return (astro) => ({
    ...astro,
    async getStaticPaths() {
      const paths = await astro.getStaticPaths();
      await write(paths.filter(isOurs), async (request, { route }) => {
        const made = await astro.render(request, { routeData: route });
        return made instanceof Response ? made : made.response;
      });
      return paths.filter((path) => !isOurs(path));
    },
  });
}

function isOurs({ route }: PathWithRoute): boolean {
  return route.type === 'page' || route.type === 'endpoint';
}

/** Whether Astro resizes pictures for pages of this build, which it does only for pages that it makes. */
export function makesPictures(): boolean {
  const { astroAsset } = globalThis as {
    astroAsset?: { staticImages?: ReadonlyMap<string, unknown> };
  };
  return (astroAsset?.staticImages?.size ?? 0) > 0;
}
