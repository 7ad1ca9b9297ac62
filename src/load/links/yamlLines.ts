import type { ContentFile } from '#journal/content/journal.ts';
import { parseYaml } from '#journal/file/yaml.ts';

/** Where the keys of YAML files stand; each file is read once. */
export function linesOfEach(
  texts: readonly ContentFile[],
): (file: string, path: readonly PropertyKey[]) => number {
  const known = new Map<string, (path: readonly PropertyKey[]) => number>();
  return (file, path) => {
    const lines = known.get(file) ?? linesOf(file, texts);
    known.set(file, lines);
    return lines(path);
  };
}

/** Where the keys of a YAML file stand. */
export function linesOf(
  name: string,
  texts: readonly ContentFile[],
): (path: readonly PropertyKey[]) => number {
  const source = texts.find(({ file }) => file === name)?.source ?? '';
  let yaml: ReturnType<typeof parseYaml> | undefined;
  return (path) => {
    yaml ??= parseYaml(source, name);
    return yaml.lineOf(path);
  };
}
