import { absoluteAddress } from '#journal/address/base.ts';
import { isExampleHost } from '#journal/address/exampleHost.ts';
import { isPublished } from '#journal/public/gate.ts';
import type { BotConfig } from '../base/config.ts';
import type { PublishMode } from '../base/settings.ts';
import { causesOf } from '../base/trouble.ts';
import { readEntries } from '../content/contentFolder.ts';
import { type Finding, fault, well } from './finding.ts';

const timeoutMilliseconds = 10_000;

/** Whether the published site answers at its address, and shows the newest entry. */
export async function examineSite({
  contentFolder,
  publish,
  channel,
}: Pick<BotConfig, 'contentFolder' | 'publish' | 'channel'>): Promise<Finding[]> {
  const read = await readEntries(contentFolder).catch(() => undefined);
  // Whoever looks at the content tells what is wrong with it.
  if (!read) return [];
  const { site, entries } = read.journal;
  const home = absoluteAddress('/', site.url);
  if (isExampleHost(new URL(home).hostname)) return [placeholder(site.url, channel !== undefined)];
  const answer = await answerOf(home);
  if (answer.trouble)
    return [fault('site', `${home}: ${answer.trouble.what}`, answer.trouble.cure)];
  const newest = entries.find((entry) => isPublished(entry, Date.now()));
  if (!newest) return [well('site', `${home} answers`)];
  const address = absoluteAddress(newest.path, site.url);
  const page = await answerOf(address);
  // Some hosts answer with another page where there is none.
  if (!page.trouble && page.text.includes(new URL(address).pathname))
    return [well('site', `${home} answers, and shows the newest entry, ${newest.file}`)];
  const said = page.trouble ? ` (${page.trouble.what})` : '';
  return [
    fault(
      'site',
      `${home} answers, and does not show the newest entry, ${newest.file}, at ${address}${said}`,
      publishCures[publish.mode],
    ),
  ];
}

/** Nobody is led to a journal that has no address yet, unless a channel does. */
function placeholder(url: string, isLinked: boolean): Finding {
  const what = `site.yaml says that the journal is at ${url}, which nobody can have`;
  return isLinked
    ? fault('site', what, 'Put the address in that it has, or will have: npm run setup')
    : well('site', `${what}: "npm run setup" puts in the address that it will have`);
}

const publishCures: Readonly<Record<PublishMode['mode'], string>> = {
  none: 'Run "npm run build", and upload dist/ to your host.',
  commit: 'Push what is committed, and let your host build it.',
  push: 'Look at your host whether its last build went well; "git status" in the content folder tells what is not pushed.',
  command: 'Run the command of JOURNAL_PUBLISH by hand, and look at what it says.',
};

type Answer =
  | { readonly text: string; readonly trouble?: undefined }
  | { readonly trouble: { readonly what: string; readonly cure: string } };

async function answerOf(address: string): Promise<Answer> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMilliseconds) });
    const text = await response.text();
    if (response.ok) return { text };
    const what = `the server answers ${response.status} ${response.statusText}`.trimEnd();
    return { trouble: { what, cure: 'Look at your host whether the site is published there.' } };
  } catch (error) {
    return { trouble: troubleOf(error) };
  }
}

const wrongName = 'no server is known by that name';
const wrongCertificate = 'its certificate does not hold';
const mendCertificate =
  'Let your host make a certificate for this name, and renew it by itself; for a custom domain, most take some minutes.';

/** What it means where a page cannot be had at all. */
export function troubleOf(error: unknown): { readonly what: string; readonly cure: string } {
  const code = codeOf(error);
  const checkName =
    'Check the address in site.yaml, and whether the domain points to your host (DNS).';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return { what: `${wrongName} (${code})`, cure: checkName };
  if (/CERT|SELF_SIGNED|LEAF_SIGNATURE|ISSUER/.test(code))
    return { what: `${wrongCertificate} (${code})`, cure: mendCertificate };
  if (error instanceof Error && error.name === 'TimeoutError')
    return {
      what: `no answer within ${timeoutMilliseconds / 1000} seconds`,
      cure: 'Look whether the host is well, and whether this machine may reach it.',
    };
  return {
    what: `it does not answer (${code === '' ? String(error) : code})`,
    cure: checkName,
  };
}

function codeOf(error: unknown): string {
  const coded = causesOf(error).find(({ code }) => typeof code === 'string');
  return String(coded?.code ?? '');
}
