/** A test that repeats something: the more often, the rarer what it finds. */
export interface LongRun {
  readonly files: readonly string[];
  /** The variable that says how often. */
  readonly setting: string;
  /** In `npm test`. */
  readonly usual: number;
  /** Where all that can be looked at in minutes has to be green. */
  readonly few: number;
  /** In `npm run test:long`. */
  readonly many: number;
}

const properties = { setting: 'SCROLLBACK_RUNS', few: 1_500, many: 1_000_000 };
const slowProperties = { setting: 'SCROLLBACK_RUNS', few: 1_500, many: 100_000 };

/** All tests that do so. */
export const longRuns = {
  kills: {
    files: ['test/bot/killed'],
    setting: 'SCROLLBACK_KILLS',
    usual: 3,
    few: 12,
    many: 1_000,
  },
  /** How many of the faults strike one call alone. */
  singleFaults: {
    files: ['test/bot/everyCall'],
    setting: 'SCROLLBACK_EVERY_CALL',
    usual: 0,
    few: 6,
    many: 112,
  },
  chatTexts: {
    files: ['test/bot/message/chatTextProperty'],
    ...properties,
    usual: 500,
  },
  conversations: { files: ['test/bot/message/turns'], ...slowProperties, usual: 100 },
  posts: { files: ['test/bot/post/channelPostProperty'], ...slowProperties, usual: 500 },
  sentPosts: { files: ['test/bot/post/channelPostProperty'], ...slowProperties, usual: 150 },
  paths: { files: ['test/journal/address/pathRules'], ...slowProperties, usual: 250 },
  comparedAgain: {
    files: ['test/related/similarAgain'],
    setting: 'SCROLLBACK_RUNS',
    usual: 35,
    few: 150,
    many: 20_000,
  },
  edits: {
    files: ['test/site/randomEdits'],
    setting: 'SCROLLBACK_EDITS',
    usual: 0,
    few: 3,
    many: 1_000,
  },
  /** Which builds that broke off another build follows. */
  brokenBuilds: {
    files: ['test/site/anyOrder'],
    setting: 'SCROLLBACK_BROKEN_BUILDS',
    usual: 1,
    few: 2,
    many: 2,
  },
  /** How many addresses below a path of a host have a dev server. */
  addressesBelow: {
    files: ['test/site/dev'],
    setting: 'SCROLLBACK_ADDRESSES',
    usual: 1,
    few: 2,
    many: 2,
  },
  /** How many pairs of a width and a colouring each page is looked at in. */
  windowsOfAxe: {
    files: ['test/browser/numbers'],
    setting: 'SCROLLBACK_WINDOWS',
    usual: 2,
    few: 4,
    many: 4,
  },
  /** How many thirds of the longest text that is borne are read within a time. */
  thirdsOfTexts: {
    files: ['test/render/growth'],
    setting: 'SCROLLBACK_THIRDS',
    usual: 1,
    few: 3,
    many: 3,
  },
  draftsByHand: {
    files: ['test/bot/content/byHand'],
    setting: 'SCROLLBACK_RUNS',
    usual: 40,
    few: 60,
    many: 2_000,
  },
} as const satisfies Readonly<Record<string, LongRun>>;

/** How often a test repeats what it does in this run. */
export function timesOf(name: keyof typeof longRuns): number {
  const { setting, usual, few } = longRuns[name];
  return Number(process.env[setting] ?? (process.env['SCROLLBACK_FEW'] === '1' ? few : usual));
}
