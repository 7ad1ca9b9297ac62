import type { WrittenCards } from './cards.ts';
import { clustersOf } from './cardText.ts';

/** Of which that stand on every card. */
const journalCard = 'site.yaml';

/**
 * What to tell of cards in which signs are missing: what is in the journal's own title once, and what several lack in the
 * same words.
 */
export function lackingSigns(incomplete: WrittenCards['incomplete']): string[] {
  const everywhere = new Set(
    clustersOf(incomplete.find(({ file }) => file === journalCard)?.letters ?? ''),
  );
  const ownSigns = ({ file, letters }: WrittenCards['incomplete'][number]) =>
    file === journalCard
      ? letters
      : clustersOf(letters)
          .filter((sign) => !everywhere.has(sign))
          .join('');
  return [...Map.groupBy(incomplete, ownSigns)]
    .filter(([letters]) => letters !== '')
    .map(
      ([letters, cards]) =>
        `${namesOf(cards.map(({ file }) => file))} ${letters}, which no typeface of the cards has; choose other signs or, for a script, add its package @fontsource-variable/noto-sans-…`,
    );
}

function namesOf(files: readonly string[]): string {
  if (files.length === 1) return `the card of ${files[0]} lacks`;
  const named = files.slice(0, 3).join(', ');
  return `the cards of ${named}${files.length > 3 ? ` and ${files.length - 3} more` : ''} lack`;
}
