import type { CardContent } from '../../src/cards/drawCard.ts';

/** The content of a card, of which a test says what it is about. */
export function sampleCard(content: Partial<CardContent> = {}): CardContent {
  return {
    kind: 'article',
    text: 'The walk to work',
    language: 'en',
    otherwise: '21 November 2026',
    margin: ['21 Nov', '2026'],
    foot: ['Second Drawer Down', 'Nell Prowse'],
    journalLanguage: 'en',
    colours: {
      paper: '#fbfcf9',
      ink: '#1a1f1c',
      quiet: '#56605a',
      line: '#c9d2ca',
      accent: '#00684a',
    },
    ...content,
  };
}
