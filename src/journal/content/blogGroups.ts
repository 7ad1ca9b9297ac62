import type { Fault } from '../fault/fault.ts';
import { isRecord } from '../file/record.ts';
import { parseYaml } from '../file/yaml.ts';
import { type Blog, blogGroupsSchema, blogsSchema } from '../schema/blogrollSchema.ts';
import { validate } from '../schema/validate.ts';

/** Blogs under one heading, or under none. */
export interface BlogGroup {
  readonly group: string | undefined;
  readonly blogs: readonly Blog[];
}

/** Reads `blogroll.yaml`: a list of blogs, or of groups of them. */
export function readBlogroll(
  file: string,
  source: string,
): { readonly groups: readonly BlogGroup[] | undefined; readonly faults: readonly Fault[] } {
  const yaml = parseYaml(source, file);
  const isGroup = (item: unknown) => isRecord(item) && ('blogs' in item || 'group' in item);
  if (Array.isArray(yaml.value) && yaml.value.some(isGroup)) {
    const { value, faults } = validate(blogGroupsSchema, yaml, file);
    return { groups: value, faults };
  }
  const { value, faults } = validate(blogsSchema, yaml, file);
  return { groups: value && [{ group: undefined, blogs: value }], faults };
}
