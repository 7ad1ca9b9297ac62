import type { AstroIntegrationLogger } from 'astro';
import type { Progress } from './progress.ts';

type Destination = AstroIntegrationLogger['options']['destination'];

/** What a build says, other than Astro, which tells each of its steps and each page. */
export interface BuildLog {
  readonly warnings: number;
}

/** Has a build say only what went wrong or might. */
export function quietBuild({ options }: AstroIntegrationLogger, progress: Progress): BuildLog {
  const log = { warnings: 0 };
  const { destination } = options;
  // A mode that shows more, or less, was asked for.
  if (options.level !== 'info') return log;
  options.destination = quiet(destination, progress, () => log.warnings++);
  return log;
}

/** Keeps what Astro's preview says of an error before it throws it: whoever catches that tells it. */
export function withoutErrors({ options }: AstroIntegrationLogger): void {
  const { destination } = options;
  options.destination = {
    ...destination,
    write: (event) => {
      if (event.level !== 'error') destination.write(event);
    },
  };
}

function quiet(destination: Destination, progress: Progress, warned: () => void): Destination {
  return {
    ...destination,
    write(event) {
      // Of a page that could not be made: what is thrown then is told by whoever catches it.
      if (event.level === 'error' && event.label === null) return;
      if (event.level === 'warn') warned();
      if (event.level === 'warn' || event.level === 'error') {
        progress.clear();
        destination.write(event);
      }
    },
  };
}
