import type { Fault } from '../fault/fault.ts';
import { parseYaml } from '../file/yaml.ts';
import { type People, peopleSchema } from '../schema/people.ts';
import { validate } from '../schema/validate.ts';

/** The file of the people known from chat, from the content folder. */
export const peopleFile = 'people.yaml';

/** What became of people.yaml: the people, or the reasons why not. */
export type ReadPeople =
  | { readonly people: People; readonly faults: readonly [] }
  | { readonly people: undefined; readonly faults: readonly Fault[] };

/** Reads the text of people.yaml. */
export function readPeople(source: string): ReadPeople {
  const { value, faults } = validate(peopleSchema, parseYaml(source, peopleFile), peopleFile);
  return value === undefined ? { people: undefined, faults } : { people: value, faults: [] };
}
