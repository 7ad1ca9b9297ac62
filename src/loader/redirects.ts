import { absoluteAddress, namesFile } from '#journal/permalink.ts';
import type { PublicJournal } from '#journal/publicJournal.ts';
import { escapeHtml } from '../markdown/html.ts';

/** A page that sends its reader on to where the entry is now. */
export function redirectPage(target: string, siteUrl: string): string {
  const address = escapeHtml(encodeURI(target));
  const permalink = escapeHtml(absoluteAddress(target, siteUrl));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved to ${permalink}</title>
<meta http-equiv="refresh" content="0; url=${address}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${permalink}">
</head>
<body>
<p>This page has moved to <a href="${address}">${permalink}</a>.</p>
</body>
</html>
`;
}

/** Every redirect as a file of the site: `/2009/old.html` as it stands, `/2009/old/` as its index. */
export function redirectFiles(journal: PublicJournal): Map<string, string> {
  return new Map(
    [...journal.redirects].map(([from, to]) => [
      redirectFile(from),
      redirectPage(to, journal.site.url),
    ]),
  );
}

function redirectFile(path: string): string {
  const relative = path.slice(1);
  return namesFile(relative) ? relative : `${relative.replace(/\/?$/, '/')}index.html`;
}
