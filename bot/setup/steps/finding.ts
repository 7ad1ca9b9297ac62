import type { Finding } from '../../doctor/finding.ts';

/** Thrown where a step cannot go on; it may be tried again once that is mended. */
export class FindingError extends Error {
  readonly finding: Finding;

  constructor(finding: Finding, options?: ErrorOptions) {
    super(`${finding.what}. ${finding.cure}`, options);
    this.name = 'FindingError';
    this.finding = finding;
  }
}

/** What is wrong among findings. */
export function faultsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ cure }) => cure !== undefined);
}
