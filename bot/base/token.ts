import { GrammyError } from 'grammy';

/** Whether Telegram refused a call because it does not know the token: everything else would be wrong as well then. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof GrammyError && [401, 404].includes(error.error_code);
}

/** The id of the bot itself, with which its token begins. */
export function botIdIn(token: string): number {
  return Number(token.slice(0, token.indexOf(':')));
}

/** What a person is told of it. */
export function tokenError(error: GrammyError): Error {
  return new Error(
    `Telegram does not know the token in TELEGRAM_BOT_TOKEN (${error.description}). Copy it again from @BotFather: /mybots, the bot, "API Token".`,
    { cause: error },
  );
}
