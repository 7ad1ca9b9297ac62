import type { IncomingMessage } from 'node:http';

/**
 * Why a request is not answered; undefined for one of the page's own. Only this machine reaches the server, but any site
 * that is open in a browser on it could ask: under a name of its own that leads here (Host), or from its own page (Origin).
 */
export function refusalOf(
  { method = 'GET', headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  port: number,
): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host))
    return `this server is at http://${hosts[0]}/ alone`;
  const isReading = method === 'GET' || method === 'HEAD';
  const isTold = headers['sec-fetch-site'] === 'same-origin';
  const isOwn =
    origin === undefined
      ? isTold || (isReading && !isFromElsewhere(headers))
      : origin === `http://${host}`;
  return isOwn ? undefined : 'this may be asked by the page of the demo alone';
}

/** A page that is opened, or a picture of another site: what reads nothing, but could be told apart by its time. */
function isFromElsewhere(headers: IncomingMessage['headers']): boolean {
  const site = headers['sec-fetch-site'];
  const isOpened =
    headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return site !== undefined && site !== 'same-origin' && site !== 'none' && !isOpened;
}
