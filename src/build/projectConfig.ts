import { readdirSync } from 'node:fs';
import type { AstroInlineConfig } from 'astro';

/** Astro's configuration for a command: a project that has no file of its own for it is a journal, and no more. */
export async function projectConfig(given: AstroInlineConfig): Promise<AstroInlineConfig> {
  const root = String(given.root ?? process.cwd());
  if (given.configFile !== undefined || readdirSync(root).some(isConfig)) return given;
  const { scrollback } = await import('./integration.ts');
  return { ...given, configFile: false, integrations: [scrollback()] };
}

function isConfig(name: string): boolean {
  return /^astro\.config\.(?:[cm]?[jt]s)$/.test(name);
}
