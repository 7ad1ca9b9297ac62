import type * as z from 'zod';
import type { Fault } from '../fault/fault.ts';
import type { SplitFile } from '../file/frontMatter.ts';
import { validate } from './validate.ts';

/**
 * The front matter of a file by its schema, with all that is wrong: what is wrong in the text below keeps nobody from
 * hearing what is wrong above. The value is undefined where anything stops a build.
 */
export function checkedMatter<S extends z.ZodType>(
  schema: S,
  { yaml, faults, isMatterRead }: SplitFile,
  file: string,
): { readonly value: z.infer<S> | undefined; readonly faults: readonly Fault[] } {
  if (!isMatterRead) return { value: undefined, faults };
  const checked = validate(schema, yaml, file);
  if (faults.length === 0) return checked;
  const below = faults.filter((fault) => !yaml.faults.includes(fault));
  return { value: undefined, faults: [...checked.faults, ...below] };
}
