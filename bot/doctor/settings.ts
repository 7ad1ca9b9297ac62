import type { SettingFault } from '../base/settings.ts';
import { type Finding, fault } from './finding.ts';

/** Settings that are missing or wrong. */
export function settingFindings(faults: readonly SettingFault[]): Finding[] {
  return faults.map(({ message }) =>
    fault(
      'settings',
      message,
      'Run "npm run setup", which asks for it, or correct it in .env; .env.example explains every setting.',
    ),
  );
}
