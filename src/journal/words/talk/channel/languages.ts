/** These words in every language that has them. */
export const channelIn = {} as const;
