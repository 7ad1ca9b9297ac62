import { nearestWord } from '../fault/suggestion.ts';
import { parseYaml, type YamlText } from '../file/yaml.ts';
import { siteSchema } from '../schema/siteSchema.ts';

/** Where the site begins, by the text of `site.yaml` and whatever else is wrong in it; undefined where it does not say. */
export function siteUrlIn(text: string): string | undefined {
  const { value } = parseYaml(text, 'site.yaml');
  const url = typeof value === 'object' && value !== null && 'url' in value ? value.url : undefined;
  return siteSchema.shape.url.safeParse(url).data;
}

/** Keys of `site.yaml` on which the addresses of pages depend, and those within them. */
const addressKeys = ['url', 'home', 'permalinks', 'timeZone', 'headingIds'] as const;

/** Whether a `site.yaml` with faults leaves no doubt where everything is: none of them may be about that. */
export function saysAddresses({ value, faults }: YamlText): boolean {
  if (faults.length > 0 || typeof value !== 'object' || value === null) return false;
  const { shape } = siteSchema;
  const isSound = addressKeys.every(
    (key) =>
      shape[key].safeParse(Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined).success,
  );
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(shape, key));
  return isSound && unknown.every((key) => nearestWord(key, addressKeys) === undefined);
}
