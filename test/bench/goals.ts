/** What is meant to be reached: at most this many times the time of Eleventy in the same run. */
export const ratioGoals: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  1000: { cold: 2.5, body: 1.3, title: 1.3, add: 1.3, delete: 1.3 },
  5000: {
    first: 3.5,
    cold: 1.5,
    unchanged: 0.3,
    body: 0.4,
    title: 0.4,
    add: 0.4,
    delete: 0.4,
    'check-warm': 0.25,
    'check-cold': 0.8,
  },
};

/** The most memory of a whole build, in MB of a million bytes. */
export const memoryGoals: Readonly<Record<number, number>> = { 5000: 700 };

/** Of twice as many entries, compared with a build of half of them. */
export const growthGoals = { time: 2.2, memory: 1.7 };

/** Milliseconds, whatever others take. */
export const absoluteGoals: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  5000: { 'dev start': 2500, 'dev save': 200, mirror: 300 },
};
