import { english, type SiteTable } from '../english.ts';
import {
  type Dictionary,
  type OwnWords,
  readSameWords,
  type Speaker,
  speakerOf,
} from '../speaker.ts';
import * as languages from './languages.ts';

/** All that pages and feeds say, in every language that comes along. */
export const siteDictionary: Dictionary<SiteTable> = { english, languages };

/** What pages and feeds say in one language. */
export type SiteWords = Speaker<SiteTable>;

/** What pages and feeds of a journal say in its language, or what stands within a text in `language`. */
export function siteWords(own: OwnWords, language: string = own.language): SiteWords {
  const speakers = known.get(own) ?? new Map<string, SiteWords>();
  known.set(own, speakers);
  const speaker = speakers.get(language) ?? speakerIn(own, language);
  speakers.set(language, speaker);
  return speaker;
}

/** What pages and feeds say in a language where no journal has words of its own. */
export function ourWords(language: string): SiteWords {
  const own = plain.get(language) ?? { language, site: {} };
  plain.set(language, own);
  return siteWords(own);
}

const plain = new Map<string, OwnWords>();

// A speaker is asked for with each entry.
const known = new WeakMap<OwnWords, Map<string, SiteWords>>();

/** The journal's own words count wherever its language is spoken. */
function speakerIn({ language: of, site }: OwnWords, language: string): SiteWords {
  return speakerOf(siteDictionary, language, readSameWords(of, language) ? site : {});
}
