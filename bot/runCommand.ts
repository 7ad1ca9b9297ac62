import { execFile } from 'node:child_process';

const timeoutMilliseconds = 10 * 60_000;
const longestOutputBytes = 16 * 1024 * 1024;
const outputShown = 1_000;

/**
 * Runs a program to its end, without the bot's secrets. Gives its output.
 *
 * @throws where it fails, with the end of what it said.
 */
export function run(
  command: string,
  parameters: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      command,
      parameters,
      {
        cwd: folder,
        timeout: timeoutMilliseconds,
        maxBuffer: longestOutputBytes,
        env: {
          ...process.env,
          TELEGRAM_BOT_TOKEN: '',
          TELEGRAM_WEBHOOK_SECRET: '',
          ...environment,
        },
      },
      (error, output, errors) => {
        if (!error) return resolve(output);
        const said = `${output}\n${errors}`.trim();
        const end = said.length > outputShown ? `…${said.slice(1 - outputShown)}` : said;
        const why =
          error.killed === true
            ? `stopped after ${timeoutMilliseconds / 60_000} minutes`
            : 'failed';
        reject(
          new Error(
            `"${[command, ...parameters.slice(0, 2)].join(' ')}" ${why}: ${end === '' ? error.message : end}`,
          ),
        );
      },
    );
  });
}
