import { counted } from '#journal/fault/counted.ts';
import { type Fault, sortFaults } from '#journal/fault/fault.ts';
import { escapeHtml } from '../../render/html/html.ts';
import { followScript } from './follow.ts';

/** Why the dev server shows no page: what is wrong in the content, or why it could not be read at all. */
export interface Trouble {
  /** Faults that would stop the build. */
  readonly faults: readonly Fault[];
  readonly failure: string | undefined;
}

/**
 * The page that the dev server shows in place of every other one while the content is wrong. It loads Vite's client,
 * which loads the page anew when the content was mended. `folder` is the content folder as the person named it.
 */
export function faultPage({ faults, failure }: Trouble, folder: string): string {
  const title =
    failure === undefined
      ? `${counted(faults.length, 'fault')} in ${folder}`
      : `${folder} cannot be read`;
  const files = Map.groupBy(sortFaults(faults), (fault) => fault.file);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
<script type="module" src="/@vite/client"></script>
<script type="module">import { createHotContext } from '/@vite/client';
${followScript("createHotContext('/')")}</script>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>The build would stop here. This page makes way for the one that you asked for as soon as all is mended.</p>
${failure === undefined ? '' : `<p class="failure">${escapeHtml(failure)}</p>\n`}${[...files]
  .map(([file, members]) => fileSection(`${folder.replace(/\/+$/, '')}/${file}`, members))
  .join('\n')}
</main>
</body>
</html>
`;
}

function fileSection(file: string, faults: readonly Fault[]): string {
  const items = faults.map(
    ({ line, what, expected, cure }) => `<li>
<p><strong>Line ${line}:</strong> ${escapeHtml(what)}</p>
<p><strong>Expected:</strong> ${escapeHtml(expected)}</p>
<p><strong>What to do:</strong> ${escapeHtml(cure)}</p>
</li>`,
  );
  return `<section>\n<h2><code>${escapeHtml(file)}</code></h2>\n<ul>\n${items.join('\n')}\n</ul>\n</section>`;
}

const style = `
:root { color-scheme: light dark }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
h1 { font-size: 1.5rem; line-height: 1.2 }
h2 { margin: 2rem 0 .5rem; font-size: 1rem }
code { font: .95em ui-monospace, monospace }
ul { margin: 0; padding: 0; list-style: none }
li { margin: 0 0 1rem; padding: .25rem 0 .25rem 1rem; border-left: 3px solid #b3261e }
li p { margin: 0 }
li p + p { opacity: .85 }
.failure { padding-left: 1rem; border-left: 3px solid #b3261e }
`;
