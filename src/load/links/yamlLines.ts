import type { ContentFile } from '#journal/content/journal.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import { oncePerText } from '#journal/once/once.ts';

/** Where the keys of YAML files stand; each file is read once. */
export function linesOfEach(
  texts: readonly ContentFile[],
): (file: string, path: readonly PropertyKey[]) => number {
  const linesIn = oncePerText((file) => linesOf(file, texts));
  return (file, path) => linesIn(file)(path);
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
