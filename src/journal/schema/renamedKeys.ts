import type * as z from 'zod';
import type { Fault } from '../fault/fault.ts';
import type { YamlText } from '../file/yaml.ts';

/** A key of a file, at its top, that has another name than it had. */
export interface RenamedKey {
  /** Of the files that have it. */
  readonly schema: z.ZodType;
  readonly from: string;
  readonly to: string;
  /** The first version with the new name. */
  readonly since: string;
}

/** Every key that was ever renamed. The old name is understood for good: what was written years ago is read today. */
export const renamedKeys: readonly RenamedKey[] = [];

/** A text as if its keys had their names of today, with a word about each that has an older one. */
export function withNewNames(
  yaml: YamlText,
  file: string,
  renamed: readonly RenamedKey[],
): { readonly yaml: YamlText; readonly faults: readonly Fault[] } {
  const { value, lineOf } = yaml;
  if (typeof value !== 'object' || value === null) return { yaml, faults: [] };
  const old = renamed.filter(({ from }) => Object.hasOwn(value, from));
  // Where both are there, the old one is an unknown key: nobody can tell which of the two is meant.
  const meant = new Map(
    old.filter(({ to }) => !Object.hasOwn(value, to)).map((one) => [one.from, one]),
  );
  if (meant.size === 0) return { yaml, faults: [] };
  const names = new Map([...meant.values()].map(({ from, to }) => [to, from]));
  return {
    yaml: {
      ...yaml,
      value: Object.fromEntries(
        Object.entries(value).map(([key, one]) => [meant.get(key)?.to ?? key, one]),
      ),
      lineOf: ([key, ...rest]) =>
        lineOf(key === undefined ? [] : [names.get(String(key)) ?? key, ...rest]),
    },
    faults: [...meant.values()].map(({ from, to, since }) => ({
      file,
      line: lineOf([from]),
      kind: 'renamed-key',
      what: `the key "${from}", which is called "${to}" since version ${since}`,
      expected: `"${to}"`,
      cure: 'rename it when you like: it is understood as it is',
      warning: true,
    })),
  };
}
