import { tagSlug } from '../address/slug.ts';
import { addFaults, type Fault } from '../fault/fault.ts';
import { parseYaml, type YamlText } from '../file/yaml.ts';
import { type Authors, authorsSchema } from '../schema/authorsSchema.ts';
import { type People, peopleSchema } from '../schema/peopleSchema.ts';
import { validate } from '../schema/validate.ts';
import type { ContentFile } from './journal.ts';

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

/** The authors that authors.yaml knows; what is wrong with it is added to `faults`. */
export function readAuthors(file: ContentFile | undefined, faults: Fault[]): Authors {
  if (!file) return {};
  const yaml = parseYaml(file.source, file.file);
  const checked = validate(authorsSchema, yaml, file.file);
  addFaults(faults, checked.faults);
  addFaults(faults, sharedAuthorPages(Object.keys(checked.value ?? {}), yaml));
  return checked.value ?? {};
}

function sharedAuthorPages(ids: readonly string[], { lineOf }: YamlText): Fault[] {
  const owners = new Map<string, string>();
  return ids.flatMap((id) => {
    const slug = tagSlug(id);
    const owner = owners.get(slug);
    owners.set(slug, owner ?? id);
    if (owner === undefined) return [];
    return {
      file: 'authors.yaml',
      line: lineOf([id]),
      kind: 'shared-tag',
      what: `the author "${id}", whose page /authors/${slug}/ is that of the author "${owner}"`,
      expected: 'ids that differ by more than case',
      cure: 'rename one of the two',
    };
  });
}
