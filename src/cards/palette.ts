/** The colours of a journal, light and dark, as `#rrggbb`. */
export interface Palette {
  readonly accent: LightAndDark;
  readonly paper: LightAndDark;
  readonly ink: LightAndDark;
  readonly quiet: LightAndDark;
  readonly line: LightAndDark;
}

interface LightAndDark {
  readonly light: string;
  readonly dark: string;
}

/**
 * Reads the colours out of tokens.css, the one place where they are set.
 *
 * @throws where one of them is not written as `light-dark(#rrggbb, #rrggbb)`.
 */
export function readPalette(css: string): Palette {
  const pair = (name: string): LightAndDark => {
    const pattern = new RegExp(`--${name}:\\s*light-dark\\(\\s*(#\\w{6}),\\s*(#\\w{6})\\s*\\)`);
    const [, light, dark] = pattern.exec(css) ?? [];
    if (!light || !dark) throw new Error(`tokens.css has no --${name}: light-dark(#…, #…)`);
    return { light, dark };
  };
  const single = (name: string): string => {
    const colour = new RegExp(`--${name}:\\s*(#\\w{6})`).exec(css)?.[1];
    if (!colour) throw new Error(`tokens.css has no --${name}: #…`);
    return colour;
  };
  return {
    accent: { light: single('accent-light'), dark: single('accent-dark') },
    paper: pair('paper'),
    ink: pair('ink'),
    quiet: pair('quiet'),
    line: pair('line'),
  };
}
