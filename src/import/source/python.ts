import { namedValues } from './jsObject.ts';

const piece =
  /("""[\s\S]*?"""|'''[\s\S]*?''')|("(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')|#[^\n]*|\b[a-zA-Z]{1,2}(?=["'])|^([A-Za-z_]\w*)[ \t]*=(?!=)|[()]/gm;

/**
 * The values that settings in Python give to names at their top, as far as they are written out; tuples are lists. No line
 * of it is run: it is read as the program in JavaScript that would say the same.
 */
export function pythonValues(text: string): Readonly<Record<string, unknown>> {
  return namedValues(
    text.replace(piece, (whole, long?: string, short?: string, name?: string) => {
      if (long !== undefined) return JSON.stringify(long.slice(3, -3));
      if (short !== undefined) return short;
      if (name !== undefined) return `; const ${name} =`;
      return whole === '(' ? '[' : whole === ')' ? ']' : '';
    }),
  );
}

/** The pairs of texts among the values of a list, as settings have links of a menu. */
export function textPairs(value: unknown): [string, string][] {
  return (Array.isArray(value) ? value : []).flatMap((one: unknown) => {
    const [first, second]: unknown[] = Array.isArray(one) ? one : [];
    return typeof first === 'string' && typeof second === 'string' ? [[first, second]] : [];
  });
}
