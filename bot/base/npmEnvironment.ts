import { join } from 'node:path';
import { textIfThere } from './textIfThere.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment without the `yes=false` that stands in a file of npm: what is left of it was typed, as `-n`, which npm
 * takes for its `--no-yes` and people for a dry run.
 */
export function typedEnvironment(environment: Environment): Environment {
  if (environment['npm_config_yes'] !== '' || !isSaved(environment)) return environment;
  const { npm_config_yes: _, ...rest } = environment;
  return rest;
}

function isSaved(environment: Environment): boolean {
  const project = environment['npm_config_local_prefix'];
  const files = [
    environment['npm_config_userconfig'],
    environment['npm_config_globalconfig'],
    project && join(project, '.npmrc'),
  ];
  return files.some((file) => file && /^\s*yes\s*=/m.test(textIfThere(file) ?? ''));
}
