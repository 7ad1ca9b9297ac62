import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { formatFault } from '#journal/fault/fault.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import { editYaml } from '#journal/file/yamlEdit.ts';
import { siteSchema } from '#journal/schema/siteSchema.ts';
import { validate } from '#journal/schema/validate.ts';
import { changeFile, readIfThere } from '../../content/files.ts';
import type { Answers, Change } from './answers.ts';
import { editEnvironmentFile } from './environmentFile.ts';

/** Only their owner may read them: the token is in it. */
const secretRights = 0o600;

/**
 * Writes what was answered, each file whole or not at all. Both texts are made before either is written.
 *
 * @returns the files that were written.
 */
export async function save(answers: Answers): Promise<string[]> {
  const changes = answers.changes();
  const of = (file: Change['file']) => changes.filter((one) => one.file === file);
  const { folder } = answers.journal;
  const sitePath = join(folder, 'site.yaml');
  const site = siteEdit(of('site.yaml'));
  const environment = environmentEdit(of('.env'), await template(answers));
  site(await readIfThere(sitePath));
  environment(await readIfThere(answers.place.environmentFile));
  const written: string[] = [];
  if (of('.env').length > 0) {
    await changeFile(answers.place.environmentFile, environment, secretRights);
    written.push(answers.place.environmentFile);
  }
  if (of('site.yaml').length > 0) {
    if (!existsSync(folder)) await beginFolder(folder);
    await changeFile(sitePath, site);
    written.push(sitePath);
  }
  return written;
}

/** @throws where the file would not be one that a build takes, by what is written into it. */
function siteEdit(changes: readonly Change[]): (current: string | undefined) => string {
  const edits = Object.fromEntries(changes.map(({ name, after }) => [name, after]));
  return (current = '') => {
    const text = editYaml(current, edits, 'site.yaml');
    const { faults } = validate(siteSchema, parseYaml(text, 'site.yaml'), 'site.yaml');
    const own = faults.find(({ what }) => changes.some(({ name }) => what.includes(`"${name}`)));
    if (own) throw new Error(`site.yaml was left as it is: ${formatFault(own)}`);
    return text;
  };
}

function environmentEdit(
  changes: readonly Change[],
  begun: string,
): (current: string | undefined) => string {
  const edits = Object.fromEntries(changes.map(({ name, after }) => [name, String(after)]));
  return (current = begun) => editEnvironmentFile(current, edits);
}

/** A new file explains all settings. */
async function template({ place: { projectRoot } }: Answers): Promise<string> {
  const name = '.env.example';
  const own = await readIfThere(join(projectRoot, name));
  return own ?? (await readIfThere(resolve(import.meta.dirname, '../../..', name))) ?? '';
}

async function beginFolder(folder: string): Promise<void> {
  for (const room of ['articles', 'notes']) await mkdir(join(folder, room), { recursive: true });
}
