import type * as z from 'zod';
import { addFaults, type Fault, suggest } from '../fault/fault.ts';
import type { YamlText } from '../file/yaml.ts';
import { adviceFor } from './foreignKeys.ts';

type Checked<T> =
  | { readonly value: T; readonly faults: readonly [] }
  | { readonly value: undefined; readonly faults: readonly Fault[] };

/** Checks a parsed YAML text against a schema; every issue becomes a fault with its line. */
export function validate<S extends z.ZodType>(
  schema: S,
  yaml: YamlText,
  file: string,
): Checked<z.infer<S>> {
  // What nobody sees keeps nobody from hearing what is wrong beside it.
  const isRead = yaml.faults.every(({ kind }) => kind === 'control-character');
  if (!isRead) return { value: undefined, faults: yaml.faults };
  const unseen = new Set(yaml.faults.map(({ line }) => line));
  const checked = schema.safeParse(yaml.value ?? {});
  const issues = checked.error?.issues ?? [];
  const faults = issues
    .flatMap((issue) => faultsOf(issue, schema, yaml, file))
    .filter(({ line }) => !unseen.has(line));
  addFaults(faults, yaml.faults);
  const lines = new Set(faults.map(({ line }) => line));
  addFaults(
    faults,
    yaml.hidden.filter(({ line }) => !lines.has(line)),
  );
  return checked.success && faults.length === 0
    ? { value: checked.data, faults: [] }
    : { value: undefined, faults };
}

/**
 * What is left of a YAML text, parsed as far as it can be, without the keys that are wrong; `defaults` stand in for what
 * has to be there. Undefined where that is not enough.
 */
export function salvage<S extends z.ZodType>(
  schema: S,
  { document }: YamlText,
  defaults: Readonly<Record<string, string>>,
): z.infer<S> | undefined {
  const found = { ...defaults, ...mapOf(document) };
  const checked = schema.safeParse(found);
  if (checked.success) return checked.data;
  const wrong = new Set(
    checked.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0
        ? issue.keys
        : [String(issue.path[0])],
    ),
  );
  const sound = Object.entries(found).filter(([key]) => !wrong.has(key));
  return schema.safeParse({ ...defaults, ...Object.fromEntries(sound) }).data;
}

function mapOf(document: YamlText['document']): Record<string, unknown> {
  try {
    const value: unknown = document().toJS({ maxAliasCount: 100 });
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function faultsOf(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  yaml: YamlText,
  file: string,
): Fault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      unknownKey([...issue.path, key], issue.path, schema, yaml, file),
    );
  const inner = issue.code === 'invalid_union' ? deepest(issue.errors) : undefined;
  if (inner)
    return inner.flatMap((one) =>
      faultsOf({ ...one, path: [...issue.path, ...one.path] }, schema, yaml, file),
    );
  const wrong = { file, line: yaml.lineOf(issue.path), kind: 'wrong-value' } as const;
  const key = issue.path.join('.');
  if (issue.code === 'invalid_key') {
    const expected = issue.issues.map((one) => one.message).join(', ');
    return [{ ...wrong, what: `the key "${key}"`, expected, cure: 'rename it' }];
  }
  const found = valueAt(yaml.value, issue.path);
  const missing = found === undefined;
  return [
    {
      ...wrong,
      what: missing
        ? `no "${key}"`
        : `${key === '' ? 'all of it' : `"${key}"`} is ${JSON.stringify(found)}`,
      expected: expectedBy(issue, schema),
      cure: missing ? cureForMissing(issue.path) : `correct ${key === '' ? 'it' : `"${key}"`}`,
    },
  ];
}

function unknownKey(
  path: readonly PropertyKey[],
  parent: PropertyKey[],
  schema: z.ZodType,
  yaml: YamlText,
  file: string,
): Fault {
  const known = keysAt(schema, parent);
  const key = String(path.at(-1));
  return {
    file,
    line: yaml.lineOf(path),
    kind: 'unknown-key',
    what: `unknown key "${path.join('.')}"`,
    expected: `one of ${known.join(', ')}`,
    cure: adviceFor(key, valueAt(yaml.value, path), known) ?? suggest(key, known, 'remove it'),
  };
}

/** Scalars have words of their own in the schema; maps and lists are told by what belongs into them. */
function expectedBy(issue: z.core.$ZodIssue, schema: z.ZodType): string {
  if (issue.code !== 'invalid_type') return issue.message;
  if (issue.expected === 'array') return 'a list';
  if (issue.expected === 'record') return 'lines of "key: …"';
  return issue.expected === 'object'
    ? `lines of "key: …" with the keys ${keysAt(schema, issue.path).join(', ')}`
    : issue.message;
}

function cureForMissing(path: readonly PropertyKey[]): string {
  const parent = path.slice(0, -1).join('.');
  return `add ${parent === '' ? 'the line ' : `below "${parent}" the line `}"${String(path.at(-1))}: …"`;
}

// A union reports one list of issues per member. The member that came furthest into the value is the one that was meant.
function deepest(
  errors: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined {
  return errors.find((issues) =>
    issues.some((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
  );
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const segment of [...path, undefined]) {
    at = shapeOf(at);
    if (segment === undefined) break;
    at = typeof at === 'object' && at !== null ? Reflect.get(at, segment) : undefined;
  }
  return typeof at === 'object' && at !== null ? Object.keys(at) : [];
}

function shapeOf(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null || !('def' in schema)) return undefined;
  const def = schema.def as {
    type: string;
    shape?: unknown;
    innerType?: unknown;
    element?: unknown;
    valueType?: unknown;
    in?: unknown;
    options?: unknown[];
  };
  switch (def.type) {
    case 'object':
      return def.shape;
    case 'union':
      return def.options?.map(shapeOf).find((shape) => shape !== undefined);
    case 'array':
      return new Proxy({}, { get: () => def.element });
    case 'record':
      return new Proxy({}, { get: () => def.valueType });
    case 'pipe':
      return shapeOf(def.in);
    default:
      return def.innerType === undefined ? undefined : shapeOf(def.innerType);
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}
