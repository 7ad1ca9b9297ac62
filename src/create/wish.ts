import { type ParseArgsConfig, parseArgs } from 'node:util';
import { suggest } from '#journal/fault.ts';

/** What a person asks `npm run new` for. */
export interface Wish {
  readonly kind: 'article' | 'note';
  /** An article's title, or a note's text; a note may begin empty. */
  readonly words: string;
  readonly series: string | undefined;
  readonly tags: readonly string[];
  /** Whether the entry gets a folder of its own, for pictures beside it. */
  readonly folder: boolean;
  /** Whether to open it in an editor. */
  readonly edit: boolean;
}

/** A wish, a call for help, or everything that is wrong with the command line. */
export type ReadWish =
  | { readonly kind: 'wish'; readonly wish: Wish }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

const options = {
  note: { type: 'boolean' },
  series: { type: 'string' },
  tag: { type: 'string', multiple: true },
  folder: { type: 'boolean' },
  edit: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

type OptionName = keyof typeof options;

/** Reads the arguments after `npm run new --`. */
export function readWish(args: readonly string[]): ReadWish {
  const { tokens } = parseArgs({
    args: args.map((arg) => (isSpoken(arg) ? spoken + arg : arg)),
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<OptionName, string[]>();
  const words: string[] = [];
  const problems: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value.replace(spoken, ''));
    if (token.kind !== 'option') continue;
    if (!isOption(token.name)) problems.push(unknown(token.rawName));
    else if (options[token.name].type === 'string' && !token.value?.trim())
      problems.push(`${token.rawName} without a value; expected ${token.rawName} VALUE`);
    else if (options[token.name].type === 'boolean' && token.value !== undefined)
      problems.push(`${token.rawName}=${token.value}; expected ${token.rawName} alone`);
    else given.set(token.name, [...(given.get(token.name) ?? []), token.value?.trim() ?? '']);
  }
  if (given.has('help')) return { kind: 'help' };
  const kind = given.has('note') ? 'note' : 'article';
  const text = words.join(' ').trim();
  if (kind === 'article' && text === '')
    problems.push('no title; expected npm run new -- "Title", or npm run new -- --note "Text"');
  if ((given.get('series')?.length ?? 0) > 1)
    problems.push('--series twice; expected one series, as an entry is in one at most');
  if (problems.length > 0) return { kind: 'wrong', problems };
  return {
    kind: 'wish',
    wish: {
      kind,
      words: kind === 'article' ? text.replace(/\s+/gu, ' ') : text,
      series: given.get('series')?.[0],
      tags: given.get('tag') ?? [],
      folder: given.has('folder'),
      edit: given.has('edit'),
    },
  };
}

// No argument can hold this character.
const spoken = '\0';

/** `- *words* like these` begin with a hyphen and are no option. */
function isSpoken(arg: string): boolean {
  return /^-[^=]*\s/.test(arg);
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

function unknown(rawName: string): string {
  const known = Object.keys(options).map((name) => `--${name}`);
  return `unknown option ${rawName}; expected one of ${known.join(', ')}; ${suggest(rawName, known, 'leave it out')}`;
}
