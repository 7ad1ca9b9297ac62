import { isMap } from 'yaml';
import type { Fault } from '../fault/fault.ts';
import { foreignMatter, frontMatterIn, lateMatter, splitFrontMatter } from '../file/frontMatter.ts';

/**
 * Whether a file says that it is a draft, whatever else is wrong with it: where its front matter cannot be parsed, a line
 * `draft: true` is enough. Who writes `yes` or `True` has the value wrong, and means a draft all the same.
 */
export function saysDraft(source: string): boolean {
  if (foreignMatter(source) !== undefined)
    return foreignDraft.test(source.split(/\n(?:\+\+\+|\})/, 1)[0] ?? '');
  const late = lateMatter(source);
  if (late !== undefined) return saysDraft(late);
  const place = frontMatterIn(source);
  // What a merge left open says nothing.
  const [head = ''] = source.slice(0, place?.end ?? 0).split(/\n<{7}/, 1);
  if (/^draft[ \t]*:[ \t]*(["']?)(?:true|yes|on)\1[ \t]*(?:#.*)?\r?$/im.test(head)) return true;
  const { contents } = splitFrontMatter(source, '').yaml.document();
  return isMap(contents) && /^(?:true|yes|on)$/i.test(String(contents.get('draft')));
}

/** The same in TOML and JSON, which are refused. */
const foreignDraft = /^[ \t{]*"?draft"?[ \t]*[:=][ \t]*true\b/im;

/** The faults of a text: those of a draft are told and stop nothing. */
export function faultsIn(source: string, faults: readonly Fault[]): readonly Fault[] {
  if (faults.length === 0 || !saysDraft(source)) return faults;
  return faults.map((fault) => ({ ...fault, draft: true }));
}

/** Whether {@link faultsIn} found them in a draft. */
export function isOfDraft(faults: readonly Fault[]): boolean {
  return faults.some(({ draft }) => draft);
}
