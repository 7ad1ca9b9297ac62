/** The size of a card in pixels: what readers of Open Graph expect of a large picture. */
export const cardSize = { width: 1200, height: 630 } as const;
