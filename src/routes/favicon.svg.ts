import icon from '../styles/favicon.svg?raw';

/** The sign of the journal in a browser, unless its own public/ has one. */
export function GET(): Response {
  return new Response(icon, { headers: { 'content-type': 'image/svg+xml' } });
}
