import type { Site } from '#journal/schema/siteSchema.ts';
import { currentJournal } from '../load/current.ts';
import type { SourceDocument } from '../render/collect/document.ts';
import { sidenoteRules } from './sidenotes.ts';

type Theme = Site['theme'];

/**
 * The style sheet that a page has for itself: what site.yaml sets of the theme, and the lines on which the footnotes of
 * `shows` stand in the margin. These are the documents whose whole bodies the page shows, in their order.
 */
export function pageStyle(theme: Theme, shows: readonly SourceDocument[]): string {
  const notes = shows.map((one) => currentJournal().factsOf(one).notes);
  const rules = themeRules(theme) + sidenoteRules(notes);
  return rules === '' ? '' : `@layer scrollback{${rules}}`;
}

const measures: Readonly<Record<Theme['width'], string>> = {
  narrow: '27.5rem',
  medium: '31rem',
  wide: '35rem',
};

const faces: Readonly<Record<Theme['face'], string>> = {
  brygada: '"Brygada 1918",var(--serif)',
  serif: 'var(--serif)',
  sans: 'system-ui,sans-serif',
};

/**
 * The variables of `tokens.css` that differ from what stands there. An accent is darkened or lightened as far as it takes
 * to be read on the paper (WCAG 2.2, 1.4.3); one that is dark enough stays as it was chosen.
 */
function themeRules({ accent, accentDark = accent, face, width }: Theme): string {
  const variables = [
    accent && `--accent-light:oklch(from ${accent} min(l,.5) c h)`,
    accentDark && `--accent-dark:oklch(from ${accentDark} max(l,.75) min(c,.13) h)`,
    face !== 'brygada' && `--face:${faces[face]}`,
    width !== 'medium' && `--measure:${measures[width]}`,
  ].filter(Boolean);
  return variables.length === 0 ? '' : `html:root{${variables.join(';')}}`;
}
