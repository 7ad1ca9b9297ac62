import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';

/**
 * Asks for something that tests of all processes share; it is made when the first of them asks.
 *
 * @returns what there is to know of it.
 * @throws with what went wrong where it could not be made.
 */
export async function ask(name: string, order: unknown = {}): Promise<string> {
  // However long it takes: `fetch` gives up after five minutes. A kept connection may have been closed while a test waited
  // for a command.
  const asked = request(`${inject('shared')}/${name}`, { method: 'POST', agent: false });
  asked.end(JSON.stringify(order));
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const words = await text(answer);
  if (answer.statusCode !== 200) throw new Error(words);
  return words;
}
