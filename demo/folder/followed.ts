import { withoutPosts } from './posts.ts';
import type { FileChange } from './watchedFolder.ts';

/** Files that changed within this time changed in one moment. */
const togetherMilliseconds = 2_000;

/**
 * The change that is looked at: of what changed in the last moment, a file with words. The sample's own notes, in which the
 * bot writes down where it posted them as it starts, take no place of what somebody wrote meanwhile. `sample` has the texts
 * of the journal as it was copied, by file.
 */
export function followedChange(
  changes: readonly FileChange[],
  sample: Readonly<Record<string, string>>,
): FileChange | undefined {
  const own = changes.filter((change) => !isOnlyPosted(change, sample[change.file]));
  const counted = own.length > 0 ? own : changes;
  const [first] = counted;
  if (!first) return undefined;
  const together = counted.filter(({ at }) => first.at - at < togetherMilliseconds);
  return together.find(({ file, kind }) => /\.mdx?$/.test(file) && kind !== 'gone') ?? first;
}

function isOnlyPosted({ before, text }: FileChange, copied: string | undefined): boolean {
  const words = withoutPosts(text);
  // Several posts of one note may be noted one after the other.
  return copied !== undefined && words === withoutPosts(copied) && words === withoutPosts(before);
}
