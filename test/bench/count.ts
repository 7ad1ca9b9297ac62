import type { FlagValue } from '#journal/command/flag.ts';

/** The count that a flag gives. @throws where it is none. */
export function countOf(
  flags: Readonly<Record<string, FlagValue | undefined>>,
  name: string,
  fallback: number,
): number {
  const given = flags[name] ?? String(fallback);
  if (typeof given === 'string' && /^[1-9]\d{0,6}$/.test(given)) return Number(given);
  throw new Error(`--${name} ${given}; expected a number from 1, such as --${name} ${fallback}`);
}
