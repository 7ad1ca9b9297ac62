import { siteSchema } from '#journal/schema/siteSchema.ts';
import type { SiteKey } from './answers.ts';

/** What is wrong with a text for a key of `site.yaml`; undefined where nothing is. */
export function siteTextFault(key: SiteKey, text: string): string | undefined {
  const issue = siteSchema.shape[key].safeParse(text).error?.issues[0];
  return issue && `Expected ${issue.message}.`;
}

/** The address of a site as it was meant: `journal.example` is `https://journal.example`. */
export function tidyAddress(text: string): string {
  return /^[\w-]+(?:\.[\w-]+)+(?:[:/].*)?$/.test(text) ? `https://${text}` : text;
}

/** The language and time zone that a machine is set to, as its own dates show. */
export function machineDefaults(): { readonly language: string; readonly timeZone: string } {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const language = new Intl.Locale(locale).minimize().baseName;
  return { language: siteTextFault('language', language) ? 'en' : language, timeZone };
}
