/** HTML elements that stand within a line; all others begin and end one. */
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i img input ins kbd label mark meter q rp rt ruby s samp small span strike strong sub sup svg time tt u var wbr math mi mn mo ms mtext mrow msup msub mfrac msqrt semantics'.split(
    ' ',
  ),
);

/** Whether an element (its name in lower case) stands within a line. */
export function standsInLine(name: string): boolean {
  return inline.has(name);
}
