/**
 * What a thread that is there for seconds takes for short-lived objects (https://v8.dev/blog/trash-talk). Left to itself, it
 * takes a sixth of a gigabyte.
 */
export const threadLimits = { maxYoungGenerationSizeMb: 48 } as const;
