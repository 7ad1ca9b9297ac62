/** These words in every language that has them. */
export const peopleIn = {} as const;
