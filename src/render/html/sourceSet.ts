/** A picture that a `srcset` offers. */
export interface Candidate {
  readonly address: string;
  /** Its width or density, as it is written. */
  readonly size: string;
  /** Where the address begins in the list. */
  readonly at: number;
}

const candidate = /[\s,]*([^\s,]\S*)((?:\([^)]*\)|[^,(])*)/y;

/** The candidates of a `srcset` (HTML, "Parse a srcset attribute"): a comma is part of an address but at its end. */
export function candidatesIn(set: string): Candidate[] {
  const found: Candidate[] = [];
  candidate.lastIndex = 0;
  for (let match = candidate.exec(set); match; match = candidate.exec(set)) {
    const [whole, written = '', behind = ''] = match;
    const address = written.replace(/(?<!,),+$/, '');
    const at = match.index + whole.length - behind.length - written.length;
    // A comma at its end ends the candidate.
    if (address !== written) candidate.lastIndex = match.index + whole.length - behind.length;
    found.push({ address, size: address === written ? behind.trim() : '', at });
  }
  return found;
}
