import type { Finding } from '../../../bot/doctor/finding.ts';

/** What is wrong among findings, as "check: what -> cure". */
export function told(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ cure }) => cure !== undefined)
    .map(({ check, what, cure }) => `${check}: ${what} -> ${cure}`);
}
