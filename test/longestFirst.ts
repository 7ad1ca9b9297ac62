import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files each of which takes a worker for a minute or so: at the end all others would wait for one of them. */
const longest: readonly string[] = [
  'test/package/package.test.ts',
  'test/site/randomEdits.test.ts',
  'test/site/anyOrder.test.ts',
  'test/site/kept.test.ts',
];

/** The longest files before all others, which go as they go otherwise: project by project. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((file) => moduleId.replaceAll('\\', '/').endsWith(file));
  return place === -1 ? longest.length : place;
}
