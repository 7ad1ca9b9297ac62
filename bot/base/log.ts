/** Levels from quiet to loud; one that is chosen shows those before it too. */
export const logLevels = ['error', 'warn', 'info', 'debug'] as const;

/** One of {@link logLevels}. */
export type LogLevel = (typeof logLevels)[number];

/** One line per event: a JSON object with level, message and details, for people and programs alike. */
export type Log = Readonly<
  Record<LogLevel, (message: string, details?: Readonly<Record<string, unknown>>) => void>
>;

const longestDetail = 300;

/**
 * Writes log lines up to `loudest` through `write`; `secrets` never appear in them. Of a long detail the beginning is
 * shown: what follows may be lines of somebody's text, which only `debug` shows.
 */
export function createLog(
  write: (line: string) => void,
  secrets: readonly string[],
  now: () => number,
  loudest: LogLevel = 'info',
): Log {
  const at =
    (level: LogLevel): Log[LogLevel] =>
    (message, details) => {
      if (logLevels.indexOf(level) > logLevels.indexOf(loudest)) return;
      const line = JSON.stringify({
        time: new Date(now()).toISOString(),
        level,
        message,
        ...(loudest === 'debug' ? details : briefly(details)),
      });
      write(`${redact(line, secrets)}\n`);
    };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

function briefly(details: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const brief = (value: unknown) =>
    typeof value === 'string' ? value.split('\n', 1)[0]?.slice(0, longestDetail) : value;
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, brief(value)]));
}

/** A text without the secrets, for whatever leaves the process. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .reduce((safe, secret) => safe.replaceAll(secret, '<token>'), text);
}

/** What an unknown thrown value says. Errors of broken connections name the address, and the token is part of it. */
export function messageOf(error: unknown): string {
  return textOf(error).replace(/bot\d+:[\w-]+/g, 'bot<token>');
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = 'error' in error ? error.error : error.cause;
  if (!(cause instanceof Error) || isSaid(cause, error.message)) return error.message;
  return `${error.message} (${cause.message})`;
}

/** Whether words have all that a cause says; of a refused call, grammY tells more than its description. */
function isSaid(cause: Error, words: string): boolean {
  const said = 'description' in cause ? String(cause.description) : cause.message;
  return words.includes(said);
}
