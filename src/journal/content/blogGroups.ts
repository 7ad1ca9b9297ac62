import type { Fault } from '../fault/fault.ts';
import { parseYaml, type YamlText } from '../file/yaml.ts';
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
  if (hasGroups(yaml)) {
    const { value, faults } = validate(blogGroupsSchema, yaml, file);
    return { groups: value, faults };
  }
  const { value, faults } = validate(blogsSchema, yaml, file);
  return { groups: value && [{ group: undefined, blogs: value }], faults };
}

function hasGroups({ value }: YamlText): boolean {
  return Array.isArray(value) && value.some(isGroup);
}

function isGroup(item: unknown): boolean {
  return typeof item === 'object' && item !== null && ('blogs' in item || 'group' in item);
}
