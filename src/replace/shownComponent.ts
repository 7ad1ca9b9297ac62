/** What Astro's compiler makes of a component: it is called for each place that shows it. */
type Factory<T> = (...given: readonly unknown[]) => T;

/**
 * A component of a person's own that fails where it answers with a response: Astro drops that of any component but a page's
 * own, and what it should have shown is missing without a word. The stack of whatever it fails with names it, at once or
 * after it has waited.
 */
export function shownComponent<T>(component: Factory<T>): Factory<T> {
  const { name } = component;
  const shown = (...given: readonly unknown[]) => {
    const made = component(...given);
    return made instanceof Promise ? later(made, name) : withoutResponse(made);
  };
  // Astro's own marks, and the name by which stacks have it.
  Object.assign(shown, component);
  return Object.defineProperty(shown, 'name', { value: name }) as Factory<T>;
}

async function later(made: Promise<unknown>, name: string): Promise<unknown> {
  try {
    return withoutResponse(await made);
  } catch (error) {
    // What is behind an `await` has not been called by anybody.
    if (error instanceof Error)
      error.stack = `${error.stack}\n    at AstroComponentInstance.${name} [as factory]`;
    throw error;
  }
}

function withoutResponse(made: unknown): unknown {
  if (!(made instanceof Response)) return made;
  throw new Error(
    'it redirects, or returns another response, which only a page itself can; a component leads elsewhere by Astro.response, with status 301 and a header "location"',
  );
}
