import { oncePer, oncePerText } from '../../once/once.ts';
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
  return speakersOf(own)(language);
}

/** What pages and feeds say in a language where no journal has words of its own. */
export function ourWords(language: string): SiteWords {
  return siteWords(plain(language));
}

const plain = oncePerText((language): OwnWords => ({ language, site: {} }));

// A speaker is asked for with each entry.
const speakersOf = oncePer((own: OwnWords) => oncePerText((language) => speakerIn(own, language)));

/** The journal's own words count wherever its language is spoken. */
function speakerIn({ language: of, site }: OwnWords, language: string): SiteWords {
  return speakerOf(siteDictionary, language, readSameWords(of, language) ? site : {});
}
