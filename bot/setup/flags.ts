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
  channel: { type: 'string' },
  group: { type: 'string', multiple: true },
  entries: { type: 'string' },
  publish: { type: 'string' },
  'test-post': { type: 'boolean', consents: true },
  unchecked: { type: 'boolean', consents: true },
  yes: { type: 'boolean', consents: true },
  json: { type: 'boolean' },
} as const satisfies Record<string, Flag>;

/** What was answered on the command line. */
export interface Given {
  readonly content: string | undefined;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  readonly timeZone: string | undefined;
  readonly token: string | undefined;
  readonly owner: string | undefined;
  /** `none` for no channel. */
  readonly channel: string | undefined;
  /** Ids; `none` for no group. */
  readonly groups: readonly string[] | undefined;
  readonly entries: string | undefined;
  readonly publish: string | undefined;
  /** Whether a post may be made and taken back. */
  readonly testPost: boolean;
  /** Whether Telegram and git are asked nothing. */
  readonly unchecked: boolean;
  /** Whether what is set may be written over, and nothing is asked. */
  readonly yes: boolean;
  readonly json: boolean;
}

/** Reads what was typed. */
export function readGiven(flags: Readonly<Record<string, FlagValue | undefined>>): Given {
  const text = (name: keyof typeof setupFlags) => {
    const value = flags[name];
    return typeof value === 'string' ? value : undefined;
  };
  const has = (name: keyof typeof setupFlags) => flags[name] === true;
  const groups = flags['group'];
  return {
    content: text('content'),
    title: text('title'),
    author: text('author'),
    url: text('url'),
    language: text('language'),
    timeZone: text('time-zone'),
    token: text('token'),
    owner: text('owner'),
    channel: text('channel'),
    groups: Array.isArray(groups) ? groups : undefined,
    entries: text('entries'),
    publish: text('publish'),
    testPost: has('test-post'),
    unchecked: has('unchecked'),
    yes: has('yes'),
    json: has('json'),
  };
}
