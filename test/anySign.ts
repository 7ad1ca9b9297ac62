import fc from 'fast-check';

const pointsBefore = fc.integer({ min: 0, max: 0xd7ff });
const pointsBehind = fc.integer({ min: 0xe000, max: 0x10ffff });

/**
 * Any character, for `fc.string({ unit: anySign })`. Whoever asks for the unit `binary` has a million of them looked at
 * first, for a second.
 */
export const anySign = fc
  .oneof(pointsBefore, pointsBehind)
  .map((point) => String.fromCodePoint(point));
