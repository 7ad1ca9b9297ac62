import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { configTexts } from './siteConfig.ts';

/** Astro's configuration for a command: a project that has no file of its own for it is a journal, and no more. */
export async function projectConfig(given: AstroInlineConfig): Promise<AstroInlineConfig> {
  const root = String(given.root ?? process.cwd());
  if (given.configFile !== undefined || readdirSync(root).some(isConfig)) return given;
  const { scrollback } = await import('./integration.ts');
  return { ...given, configFile: false, integrations: [scrollback()] };
}

/** In a configuration that may have another folder of source, or gets it from a file that is not the program's. */
const sourceElsewhere = /\bsrcDir\b|\bfrom\s*['"]\.\.?\/(?!src\/)|\bimport\s*\(/;

/**
 * Whether Astro has to sync before it builds: to read collections of content, where a project has any of its own, and to
 * write down types for editors (https://docs.astro.build/en/reference/cli-reference/#astro-sync). It starts a server for
 * that.
 */
export function needsSync({ root: given, configFile }: AstroInlineConfig): boolean {
  const root = String(given ?? process.cwd());
  const source = join(root, 'src');
  const names = existsSync(source) ? readdirSync(source) : [];
  return (
    // No file of another name is looked into, nor what is imported from one.
    configFile !== undefined ||
    names.some((name) => /^(?:content|live)(?:\.config\.\w+)?$/.test(name)) ||
    configTexts(root).some((text) => sourceElsewhere.test(text)) ||
    !existsSync(join(root, '.astro/types.d.ts'))
  );
}

function isConfig(name: string): boolean {
  return /^astro\.config\.(?:[cm]?[jt]s)$/.test(name);
}
