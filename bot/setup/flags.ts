import type { Flag, FlagValue } from '#journal/command/flag.ts';

/** What can be answered on the command line. */
export const setupFlags = {
  content: { type: 'string' },
  title: { type: 'string' },
  author: { type: 'string' },
  url: { type: 'string' },
  language: { type: 'string' },
  'time-zone': { type: 'string' },
  // npm takes "--token" for its "--token-description".
  token: { type: 'string', npmTakesItFor: ['token-description'] },
  owner: { type: 'string' },
  /** `none` for no channel. */
  channel: { type: 'string' },
  /** Ids; `none` for no group. */
  group: { type: 'string', multiple: true },
  entries: { type: 'string' },
  publish: { type: 'string' },
  /** Whether a post may be made and taken back. */
  'test-post': { type: 'boolean', consents: true },
  /** Whether Telegram and git are asked nothing. */
  unchecked: { type: 'boolean', consents: true },
  /** Whether what is set may be written over, and nothing is asked. */
  yes: { type: 'boolean', consents: true },
  json: { type: 'boolean' },
} as const satisfies Record<string, Flag>;

type SetupFlags = typeof setupFlags;
type ValueOf<One extends Flag> = One extends { readonly type: 'boolean' }
  ? true
  : One extends { readonly multiple: true }
    ? readonly string[]
    : string;

/** What was answered on the command line. */
export type Given = { readonly [Name in keyof SetupFlags]?: ValueOf<SetupFlags[Name]> };

/** What was typed, whose kinds the reader of command lines has seen to. */
export function readGiven(flags: Readonly<Record<string, FlagValue | undefined>>): Given {
  return flags as Given;
}
