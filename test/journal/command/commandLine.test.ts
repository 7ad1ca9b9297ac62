import { describe, expect, it } from 'vitest';
import { readCommandLine } from '#journal/command/commandLine.ts';
import type { CommandLine } from '#journal/command/flag.ts';

const mirror: CommandLine = {
  name: 'mirror',
  flags: {
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    all: { type: 'boolean', consents: true },
    'from-now': { type: 'boolean', consents: true },
    'allow-removals': { type: 'boolean', npmTakesItFor: ['allow-same-version'] },
  },
};
const make: CommandLine = {
  name: 'new',
  words: 'the title',
  flags: {
    note: { type: 'boolean' },
    series: { type: 'string' },
    tag: { type: 'string', multiple: true },
    edit: { type: 'boolean', npmTakesItFor: ['editor'] },
  },
};
const none: CommandLine = { name: 'bot', flags: {} };
/** npm takes `-n` for its `--no-yes`. */
const dry: CommandLine = {
  name: 'mirror',
  flags: { 'dry-run': { type: 'boolean', short: 'n', npmTakesItFor: ['no-yes'] } },
};
const play: CommandLine = { name: 'demo', flags: { 'no-open': { type: 'boolean' } } };
const serve: CommandLine = { name: 'dev', flags: { outDir: { type: 'string' } } };
const near: CommandLine = {
  name: 'dev',
  flags: { root: { type: 'string' }, port: { type: 'string' } },
};

/** What npm 11 hands to every script, and what others have in their environment. */
const surroundings = {
  npm_config_user_agent: 'npm/11.19.1 node/v24.0.0 linux x64 workspaces/false',
  npm_config_noproxy: '',
  npm_config_yes: '',
  npm_config_npm_version: '11.19.1',
  npm_config_nodedir: '/usr',
  npm_config_allow_scripts: '',
  npm_config_omit_lockfile_registry_resolved: 'true',
  npm_config_target: '24',
  npm_config_sharp_binary_host: 'https://mirror.example',
  NPM_CONFIG_LOGLEVEL: 'info',
};

const read = (command: CommandLine, args: readonly string[], npm: Record<string, string> = {}) =>
  readCommandLine(command, args, {
    ...surroundings,
    npm_lifecycle_event: command.name,
    ...Object.fromEntries(
      Object.entries(npm).map(([name, value]) => [`npm_config_${name}`, value]),
    ),
  });

describe('what is typed after the command', () => {
  it.each([
    [mirror, [], {}, []],
    [dry, ['-n'], { 'dry-run': true }, []],
    [mirror, ['--dry-run', '--json'], { 'dry-run': true, json: true }, []],
    [make, ['A', 'title', '--tag', 'a', '--tag=b'], { tag: ['a', 'b'] }, ['A', 'title']],
    [make, ['--note', '- *words* like these'], { note: true }, ['- *words* like these']],
    [make, ['--series', 's', '--', '--note'], { series: 's' }, ['--note']],
    [make, ['--tag', '-x'], { tag: ['-x'] }, []],
  ])('%# is understood', (command, args, flags, words) => {
    expect(read(command, args)).toEqual({ kind: 'read', flags, words, notes: [] });
  });

  it.each([
    [mirror, ['--dryrun'], 'unknown option --dryrun; '],
    [mirror, ['--dryrun'], '; did you mean "--dry-run"?'],
    [mirror, ['--dry'], '; did you mean "--dry-run"?'],
    [mirror, ['-dry-run'], '; did you mean "--dry-run"?'],
    [mirror, ['--Dry-Run'], '; did you mean "--dry-run"?'],
    [mirror, ['--dry_run'], '; did you mean "--dry-run"?'],
    [mirror, ['--no-dry-run'], '; did you mean "--dry-run"?'],
    [near, ['--prot'], '; did you mean "--port"?'],
    [serve, ['--outdri'], '; did you mean "--outDir"?'],
    [mirror, ['--dry-run=yes'], '--dry-run=yes; expected --dry-run alone'],
    [mirror, ['--dry-run', 'yes'], '"yes", which says nothing here'],
    [mirror, ['-n'], 'unknown option -n; '],
    [mirror, ['--constructor'], 'unknown option --constructor; '],
    [none, ['--dry-run'], 'unknown option --dry-run; expected one of --help; leave it out'],
    [make, ['--series'], '--series without a value; expected --series VALUE'],
    [make, ['--series', '--note'], '--series without a value; expected --series VALUE'],
    [make, ['--series', 'a', '--series', 'b'], '--series twice; expected it once'],
    [make, ['--tag='], '--tag without a value; expected --tag VALUE'],
  ])('%# is refused: %j', (command, args, message) => {
    const result = read(command, args);
    expect(result.kind === 'wrong' && result.problems.join('\n')).toContain(message);
  });

  it.each([[['--help']], [['-h']], [['--help', '--wrong']]])('%j asks for help', (args) => {
    expect(read(mirror, args)).toEqual({ kind: 'help' });
  });
});

describe('flags that npm took', () => {
  it.each([
    [mirror, [], { dry_run: 'true' }, { 'dry-run': true }, 'npm run mirror -- --dry-run'],
    [mirror, ['--json'], { dry_run: 'true' }, { 'dry-run': true, json: true }, '-- --dry-run'],
    [mirror, [], { from_now: 'true' }, { 'from-now': true }, '-- --from-now'],
    [mirror, [], { allow_removals: 'true' }, { 'allow-removals': true }, '-- --allow-removals'],
    [make, ['x'], { note: 'true' }, { note: true }, 'npm run new -- x --note'],
    [make, ['A b'], { series: 'tide' }, { series: 'tide' }, 'npm run new -- "A b" --series tide'],
    [play, [], { open: '' }, { 'no-open': true }, 'npm run demo -- --no-open'],
    [serve, [], { outdir: '/tmp/x' }, { outDir: '/tmp/x' }, '-- --outDir /tmp/x'],
  ])('%# are understood where they mean one thing', (command, args, npm, flags, spelled) => {
    expect(read(command, args, npm)).toMatchObject({
      kind: 'read',
      flags,
      notes: [expect.stringContaining(spelled)],
    });
  });

  it.each([
    // npm has settings of these names, which may stand in a file of its own.
    [mirror, [], { all: 'true' }, 'npm run mirror -- --all'],
    [make, ['T'], { tag: 'b' }, 'npm run new -- T --tag b'],
    // npm completes abbreviations of its own names, and takes what follows for their values.
    [make, [], { editor: 'My title' }, 'npm run new -- --edit'],
    [make, ['T'], { editor: '' }, 'npm run new -- T --edit'],
    [dry, [], { yes: '' }, 'npm run mirror -- --dry-run'],
    [mirror, [], { allow_same_version: 'true' }, 'npm run mirror -- --allow-removals'],
    // The value became a word among the others.
    [make, ['tide', 'Ebb'], { series: 'true' }, 'npm run new -- tide Ebb --series VALUE'],
    [serve, ['x'], { outdir: 'true' }, 'npm run dev -- x --outDir VALUE'],
    [make, [], { note: 'x' }, 'npm run new -- --note'],
    [mirror, ['yes'], { dry_run: 'true' }, '"yes", which says nothing here'],
    [mirror, [], { dryrun: 'true' }, 'unknown option --dryrun, which npm took for itself'],
    [mirror, [], { preview: 'true' }, 'unknown option --preview, which npm took for itself'],
    [play, [], { open: 'true' }, 'unknown option --open, which npm took for itself'],
    [play, [], { no_open: 'yes' }, 'npm run demo -- --no-open'],
    [mirror, [], { from_now: '' }, 'npm run mirror -- --from-now'],
    [none, [], { quietly: 'true' }, 'unknown option --quietly'],
    [none, [], { dry_run: 'true' }, 'unknown option --dry-run, which npm took for itself'],
    [make, ['T'], { dry_run: 'true' }, 'unknown option --dry-run, which npm took for itself'],
  ])('%# are refused elsewhere: %j', (command, args, npm, message) => {
    const result = read(command, args, npm);
    expect(result.kind === 'wrong' && result.problems.join('\n')).toContain(message);
  });

  it.each([
    [dry, { yes: 'true' }],
    [make, { yes: '' }],
    [mirror, { tag: 'next', editor: 'vim', registry: 'https://r.example', force: 'true' }],
    [mirror, { dry_run: '', json: '' }],
    [make, { all: 'true', json: 'true' }],
  ])(
    '%# settings of npm that this command has nothing to do with change nothing',
    (command, npm) => {
      expect(read(command, [], npm)).toEqual({ kind: 'read', flags: {}, words: [], notes: [] });
    },
  );

  it.each([
    ['another script', { npm_lifecycle_event: 'deploy' }],
    ['no script', { npm_lifecycle_event: undefined }],
    ['another runner, which passes flags on', { npm_config_user_agent: 'pnpm/11.0.0 npm/?' }],
  ])('of %s are not meant', (_, environment) => {
    expect(
      readCommandLine(mirror, [], {
        ...surroundings,
        npm_lifecycle_event: 'mirror',
        npm_config_dry_run: 'true',
        ...environment,
      }),
    ).toEqual({ kind: 'read', flags: {}, words: [], notes: [] });
  });
});
