import { type Finding, fault } from '../../doctor/finding.ts';

/** Thrown where a step cannot go on; it may be tried again once that is mended. */
export class FindingError extends Error {
  readonly finding: Finding;

  constructor(finding: Finding, options?: ErrorOptions) {
    super(`${finding.what}. ${finding.cure}`, options);
    this.name = 'FindingError';
    this.finding = finding;
  }
}

/** What stops a step: what was looked at, what is wrong, and what mends it. */
export function stopping(...found: Parameters<typeof fault>): FindingError {
  return new FindingError(fault(...found));
}

/** What is wrong by what a step finds, or why it cannot go on. */
export async function faultsOf(step: () => Promise<readonly Finding[]>): Promise<Finding[]> {
  try {
    return faultsIn(await step());
  } catch (error) {
    if (error instanceof FindingError) return [error.finding];
    throw error;
  }
}

/** What is wrong among findings. */
export function faultsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ cure }) => cure !== undefined);
}
