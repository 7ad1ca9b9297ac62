import { parseYaml } from '../file/yaml.ts';
import { siteSchema } from '../schema/site.ts';

/** Where the site begins, by the text of `site.yaml` and whatever else is wrong in it; undefined where it does not say. */
export function siteUrlIn(text: string): string | undefined {
  const { value } = parseYaml(text, 'site.yaml');
  const url = typeof value === 'object' && value !== null && 'url' in value ? value.url : undefined;
  return siteSchema.shape.url.safeParse(url).data;
}
