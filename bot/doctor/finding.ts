/** What one look found. */
export interface Finding {
  /** What was looked at, in a word or two. */
  readonly check: string;
  readonly what: string;
  /** What to do; undefined where all is well. */
  readonly cure: string | undefined;
}

/** All is well. */
export function well(check: string, what: string): Finding {
  return { check, what, cure: undefined };
}

/** Something is wrong, and this mends it. */
export function fault(check: string, what: string, cure: string): Finding {
  return { check, what, cure };
}

/** Findings as lines for people. */
export function findingLines(findings: readonly Finding[]): string[] {
  const width = Math.max(0, ...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ check, what, cure }) => [
    `${cure === undefined ? 'ok   ' : 'FAULT'}  ${check.padEnd(width)}  ${what}`,
    ...(cure === undefined ? [] : [`       ${' '.repeat(width)}  -> ${cure}`]),
  ]);
  const faults = findings.filter(({ cure }) => cure !== undefined).length;
  const end = faults === 0 ? 'All is well.' : `${faults} ${faults === 1 ? 'fault' : 'faults'}.`;
  return [...lines, end];
}
