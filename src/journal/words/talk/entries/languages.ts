/** These words in every language that has them. */
export const entriesIn = {} as const;
