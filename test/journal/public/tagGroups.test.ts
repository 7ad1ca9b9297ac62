import { expect, it } from 'vitest';
import { tagGroups } from '../../../src/journal/public/tagGroups.ts';

it('tags stand under their first letter, whatever its case and accent', () => {
  const tags = ['1984', 'zebra', 'Éire', 'east', 'Ж', 'жук', 'apples', '🎉'].map((name) => ({
    name,
    slug: name,
    path: '',
    entries: [],
  }));
  const groups = tagGroups(tags, 'en').map(({ initial, tags: members }) => [
    initial,
    ...members.map(({ name }) => name),
  ]);
  expect(groups).toEqual([
    ['#', '1984', '🎉'],
    ['A', 'apples'],
    ['E', 'Éire', 'east'],
    ['Z', 'zebra'],
    ['Ж', 'Ж', 'жук'],
  ]);
});
