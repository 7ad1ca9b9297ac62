import { relative, resolve } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that start programs by the hundred, behind the one that takes longest of all: each start takes the longer, the more
 * memory a worker has come to hold (12 ms at half a gigabyte, 1 ms at none).
 */
const starting: readonly string[] = [
  'test/package/package.test.ts',
  'test/bot/publish/gitStates.test.ts',
  'test/bot/publish/submodules.test.ts',
  'test/bot/publish/publishHook.test.ts',
  'test/bot/git/unfinished.test.ts',
  'test/bot/app/stopping.test.ts',
  'test/bot/owner/phone/carried.test.ts',
  'test/bot/doctor/machine.test.ts',
];

/** Tests that wait for builds, processes and pages come first: all others fill what they leave of the processors. */
const folders: readonly string[] = ['test/package', 'test/site', 'test/browser', 'test/bot'];

/**
 * Files each of which takes a worker for long: at the end all others would wait for one of them. Those of the bot mostly wait:
 * one of them at a time, beside what computes.
 */
const longest: readonly string[] = [
  'test/site/randomEdits.test.ts',
  'test/site/anyOrder.test.ts',
  'test/bot/everyCall.test.ts',
  'test/site/kept.test.ts',
  'test/site/dev.test.ts',
  'test/bot/mirrorCommand.test.ts',
  'test/site/components.test.ts',
  'test/bot/doctor/doctor.test.ts',
  'test/site/incremental.test.ts',
  'test/bot/killed.test.ts',
  'test/site/words.test.ts',
  'test/bot/base/runCommand.test.ts',
  'test/browser/numbers.test.ts',
  'test/browser/demoStarts.test.ts',
];

/**
 * Those that start much first, then the longest, and all others folder by folder, and of each the longest files first,
 * whatever was measured of them before.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted(
      (one, other) =>
        placeIn(starting, fileOf(one)) - placeIn(starting, fileOf(other)) ||
        placeIn(longest, fileOf(one)) - placeIn(longest, fileOf(other)) ||
        placeIn(folders, folderOf(one)) - placeIn(folders, folderOf(other)),
    );
  }
}

const project = resolve(import.meta.dirname, '..');

function fileOf({ moduleId }: TestSpecification): string {
  return relative(project, moduleId).replaceAll('\\', '/');
}

const folderOf = (one: TestSpecification): string => fileOf(one).split('/').slice(0, 2).join('/');

/** Those that are not in it come last. */
function placeIn(list: readonly string[], one: string): number {
  const place = list.indexOf(one);
  return place === -1 ? list.length : place;
}
