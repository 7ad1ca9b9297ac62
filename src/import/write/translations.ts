import { canonicalLanguage } from '#journal/words/languageTag.ts';
import type { PlannedDocument } from './plan.ts';
import type { Surveyed } from './survey.ts';

/**
 * The plan in which the first entry of those that say the same in several languages names the files of the others. Only what
 * readers see has translations, and one in each language. `ours` is that of the journal, in which is what names none.
 */
export function withTranslations(
  documents: readonly Surveyed[],
  planned: readonly PlannedDocument[],
  ours: string,
): PlannedDocument[] {
  const groups = new Map<string, Map<string, PlannedDocument>>();
  for (const [index, { translationKey, language: said = '' }] of documents.entries()) {
    const one = planned[index];
    const language = canonicalLanguage(said) ?? ours;
    if (translationKey === undefined || one?.seenAs !== 'published' || one.kind === 'page')
      continue;
    const group = groups.get(translationKey) ?? new Map<string, PlannedDocument>();
    groups.set(translationKey, group);
    if (!group.has(language)) group.set(language, one);
  }
  const others = new Map<PlannedDocument, readonly string[]>();
  for (const group of groups.values()) {
    const [first, ...rest] = group.values();
    if (first && rest.length > 0)
      others.set(
        first,
        rest.map(({ file }) => file),
      );
  }
  return planned.map((one) => {
    const translations = others.get(one);
    return translations === undefined ? one : { ...one, translations };
  });
}
