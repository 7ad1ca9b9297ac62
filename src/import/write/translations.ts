import { canonicalLanguage } from '#journal/words/languageTag.ts';
import type { Place, PlannedDocument } from './plan.ts';

/**
 * The plan in which the first entry of those that say the same in several languages names the files of the others. Only what
 * readers see has translations, and one in each language. `ours` is that of the journal, in which is what names none.
 */
export function withTranslations(places: readonly Place[], ours: string): Place[] {
  const groups = new Map<string, Map<string, PlannedDocument>>();
  for (const { surveyed, planned: one } of places) {
    const { translationKey, language: said = '' } = surveyed;
    const language = canonicalLanguage(said) ?? ours;
    if (translationKey === undefined || one.seenAs !== 'published' || one.kind === 'page') continue;
    const group = groups.get(translationKey) ?? new Map<string, PlannedDocument>();
    groups.set(translationKey, group);
    if (!group.has(language)) group.set(language, one);
  }
  const others = new Map(
    [...groups.values()].map((group) => {
      const [first, ...rest] = group.values();
      return [first, rest.map(({ file }) => file)];
    }),
  );
  return places.map(({ surveyed, planned }) => {
    const translations = others.get(planned);
    return { surveyed, planned: translations?.length ? { ...planned, translations } : planned };
  });
}
