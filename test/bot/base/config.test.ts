import { expect, it, test } from 'vitest';
import { ConfigError, readConfig } from '../../../bot/base/config.ts';
import { runBotCommand } from '../botProcess.ts';

const token = '123456:secret-word';
const enough = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_OWNER_ID: '1001' };

function messageOf(environment: Record<string, string>): string {
  try {
    readConfig(environment, '/project');
    return 'accepted';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

test('with token and owner the rest has defaults', () => {
  expect(readConfig(enough, '/project')).toEqual({
    token,
    ownerId: 1001,
    channel: undefined,
    groups: [],
    apiRoot: 'https://api.telegram.org',
    receiving: { mode: 'polling' },
    publish: { mode: 'none' },
    preview: undefined,
    messagesAMinute: 20,
    lookSeconds: 60,
    logLevel: 'info',
    contentFolder: '/project/content',
    stateFolder: '/project/.journal',
  });
});

test('everything that is missing is told at once, with how to get it', () => {
  expect(messageOf({})).toMatchInlineSnapshot(`
    "The bot cannot start:
    - TELEGRAM_BOT_TOKEN is missing. Talk to @BotFather in Telegram, send /newbot, and copy the token that it gives you.
    - TELEGRAM_OWNER_ID is missing. It is your numeric id; @userinfobot in Telegram tells it to you.
    Run "npm run setup", which asks for them, or set them in the environment or in .env; .env.example explains all of them."
  `);
});

it.each([
  ['TELEGRAM_OWNER_ID', '@ada'],
  ['TELEGRAM_OWNER_ID', '-100123'],
  ['TELEGRAM_CHANNEL', 'journal'],
  ['TELEGRAM_CHANNEL', '12345'],
  ['TELEGRAM_GROUPS', '-1, two'],
  ['TELEGRAM_API_ROOT', 'localhost:8081'],
  ['JOURNAL_PUBLISH', 'pull'],
  ['JOURNAL_PREVIEW', 'localhost:4321'],
  ['JOURNAL_PUBLISH', 'command:'],
  ['JOURNAL_LOG', 'loud'],
  ['TELEGRAM_MESSAGES_A_MINUTE', '-1'],
  ['JOURNAL_LOOK_SECONDS', '0'],
])('%s=%s is refused, with what was expected', (name, value) => {
  expect(messageOf({ ...enough, [name]: value })).toMatch(
    new RegExp(`^- ${name} .*(expected)`, 'm'),
  );
});

it.each([
  ['TELEGRAM_OWNER_ID', '123456:AbCdEfGhIjKlMnOpQrStUvWx', 'is "<token>"; '],
  ['TELEGRAM_CHANNEL', '123456:AbCdEfGhIjKlMnOpQrStUvWx', 'is "<token>"; '],
  ['JOURNAL_PUBLISH', 'curl -H "Key: secret" https://x.example', 'is "curl …"; '],
  ['JOURNAL_PUBLISH', 'comand:deploy --key secret', 'is "comand:…"; '],
])('%s=%s is refused without a word of what may be secret', (name, value, told) => {
  expect(messageOf({ ...enough, [name]: value })).toContain(`- ${name} ${told}`);
});

it.each(['content/state', 'content', 'public', 'public/.state', 'dist/a/b', '/elsewhere/x'])(
  'a state that would be published is refused: %s',
  (place) => {
    const content = place.startsWith('/') ? '/elsewhere' : '';
    const message = messageOf({ ...enough, JOURNAL_CONTENT: content, JOURNAL_STATE: place });
    expect(message).toContain('- JOURNAL_STATE is /');
    expect(message).toContain('expected a folder outside of the content folder');
  },
);

it.each(['content/.state', '../state', 'content2', '.journal'])(
  'a state that nobody sees may lie in %s',
  (place) => expect(messageOf({ ...enough, JOURNAL_STATE: place })).toBe('accepted'),
);

it.each([
  [
    'a webhook without a secret',
    { TELEGRAM_WEBHOOK_URL: 'https://x.example/' },
    'TELEGRAM_WEBHOOK_SECRET',
  ],
  [
    'a secret with other characters',
    { TELEGRAM_WEBHOOK_URL: 'https://x.example/', TELEGRAM_WEBHOOK_SECRET: 'a b' },
    'TELEGRAM_WEBHOOK_SECRET',
  ],
  [
    'a port that is none',
    { TELEGRAM_WEBHOOK_URL: 'https://x.example/', TELEGRAM_WEBHOOK_SECRET: 'a', PORT: '70000' },
    'PORT',
  ],
  [
    'an address to listen on that is none',
    {
      TELEGRAM_WEBHOOK_URL: 'https://x.example/',
      TELEGRAM_WEBHOOK_SECRET: 'a',
      TELEGRAM_WEBHOOK_HOST: 'everywhere',
    },
    'TELEGRAM_WEBHOOK_HOST is "everywhere"; expected an address of this machine',
  ],
])('%s is refused', (_, more, name) => {
  expect(messageOf({ ...enough, ...more })).toContain(`- ${name}`);
});

it.each([
  [undefined, '127.0.0.1'],
  ['', '127.0.0.1'],
  ['localhost', 'localhost'],
  ['::1', '::1'],
  ['0.0.0.0', '0.0.0.0'],
])('TELEGRAM_WEBHOOK_HOST=%s: a webhook listens on %s', (wish, host) => {
  const { receiving } = readConfig(
    {
      ...enough,
      TELEGRAM_WEBHOOK_URL: 'https://x.example/',
      TELEGRAM_WEBHOOK_SECRET: 'a',
      // Shells set this one to the name of the machine.
      HOST: 'machine',
      ...(wish !== undefined && { TELEGRAM_WEBHOOK_HOST: wish }),
    },
    '/project',
  );
  expect(receiving).toMatchObject({ mode: 'webhook', host });
});

test('a token that looks wrong is not repeated', () => {
  const message = messageOf({ ...enough, TELEGRAM_BOT_TOKEN: 'secret word' });
  expect(message).toContain('TELEGRAM_BOT_TOKEN');
  expect(message).not.toContain('secret');
});

it.each(['main.ts', 'mirrorCommand.ts', 'doctorCommand.ts', 'setupCommand.ts'])(
  '%s --help tells what it does and needs no settings',
  async (file) => {
    const { code, output } = await runBotCommand(file, {}, ['--help']);
    expect(code).toBe(0);
    expect(output).toMatch(/^npm run (bot|mirror|doctor|setup)/);
  },
);
