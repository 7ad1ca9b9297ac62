import type { ViteDevServer } from 'vite';
import { escapeHtml } from '../../render/html/html.ts';

/** A component of a person's own, in place of one of ours. */
interface OwnComponent {
  readonly name: string;
  /** As the configuration has it. */
  readonly written: string;
  /** Absolute path. */
  readonly path: string;
}

/** Has the page that the dev server shows for an error say which component of a person's own it is of. */
export function nameOwnComponents(
  { ws }: ViteDevServer,
  replacements: readonly OwnComponent[],
): void {
  const send: (...told: unknown[]) => void = ws.send.bind(ws);
  ws.send = (...told: unknown[]) => send(...told.map((one) => withComponent(one, replacements)));
}

/** What a browser is told, with a hint where it is an error in a component of a person's own. */
export function withComponent(told: unknown, replacements: readonly OwnComponent[]): unknown {
  if (!isError(told)) return told;
  const { stack = '' } = told.err;
  const trace = stack.replaceAll('\\', '/');
  const places = replacements.map((one) => ({
    ...one,
    at: trace.indexOf(one.path.replaceAll('\\', '/')),
  }));
  // The innermost comes first.
  const [own] = places.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at);
  if (!own) return told;
  const hint = escapeHtml(
    `${own.written} stands in the place of ${own.name}. Correct it, or take ${own.name} out of "components" in astro.config.mjs.`,
  );
  return { ...told, err: { ...told.err, hint } };
}

function isError(told: unknown): told is { readonly err: { readonly stack?: string } } {
  return (
    typeof told === 'object' &&
    told !== null &&
    'type' in told &&
    told.type === 'error' &&
    'err' in told
  );
}
