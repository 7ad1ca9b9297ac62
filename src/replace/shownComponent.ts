/** What Astro's compiler makes of a component: it is called for each place that shows it. */
type Factory<T> = (...given: readonly unknown[]) => T;

/**
 * A component of a person's own that fails where it answers with a response: Astro drops that of any component but a page's
 * own, and what it should have shown is missing without a word. The stack of that, and of whatever it fails with after it has
 * waited, names it and its file.
 */
export function shownComponent<T>(
  component: Factory<T> & { readonly moduleId?: string },
): Factory<T> {
  const { name, moduleId = name } = component;
  const frame = `\n    at AstroComponentInstance.${name} [as factory] (${moduleId}:1:1)`;
  const shown = (...given: readonly unknown[]) => {
    const made = component(...given);
    return made instanceof Promise ? later(made, frame) : withoutResponse(made, frame);
  };
  // Astro's own marks, and the name by which stacks have it.
  Object.assign(shown, component);
  return Object.defineProperty(shown, 'name', { value: name }) as Factory<T>;
}

async function later(made: Promise<unknown>, frame: string): Promise<unknown> {
  const done = await made.catch((error: unknown) => {
    // What is behind an `await` has not been called by anybody.
    if (error instanceof Error) error.stack = `${error.stack}${frame}`;
    throw error;
  });
  return withoutResponse(done, frame);
}

function withoutResponse(made: unknown, frame: string): unknown {
  if (!(made instanceof Response)) return made;
  const error = new Error(
    'it redirects, or returns another response, which only a page itself can; a component leads elsewhere by Astro.response, with status 301 and a header "location"',
  );
  error.stack = `${error.stack}${frame}`;
  throw error;
}
