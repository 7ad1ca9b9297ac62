import { parse as parseToml } from 'smol-toml';
import { parseYaml } from '#journal/file/yaml.ts';
import type { ImportedSite } from '../item/item.ts';
import { Notes } from '../item/notes.ts';
import { exportedObject } from '../source/jsObject.ts';
import { jsonIn } from '../source/json.ts';
import type { Source } from '../source/source.ts';
import { readSettingsText } from '../source/text.ts';
import { authorsIn, fieldsOf, menuIn, siteFacts } from './siteFacts.ts';

const about = /^(?:site|metadata|meta|siteconfig|config|globals?|settings|info|blog)$/i;
const people = /^(?:authors?|people|team|contributors)$/i;
const menus = /^(?:navigation|nav|navbar|menus?|mainnav|main|header)$/i;

/**
 * What the data files of a generator say of the whole journal, one item a file: `site.json`, `authors.yaml`,
 * `navigation.js` and the like, right in a folder. Programs are read as text, and never run; what they work out is told.
 */
export async function* dataFiles(source: Source, folder: string): AsyncIterable<ImportedSite> {
  for (const name of source.names) {
    const below = name.startsWith(folder) ? name.slice(folder.length) : '';
    const [, key = ''] = /^authors\/([^/]+)\.(?:json|ya?ml|toml)$/.exec(below) ?? [];
    if (key !== '') yield factsOf(people, { [key]: await valueIn(source, name, new Notes()) });
    const [, stem = ''] = /^([^/]+?)\.(?:json5?|ya?ml|toml|[cm]?[jt]s)$/.exec(below) ?? [];
    const kind = [about, people, menus].find((one) => one.test(stem));
    if (kind === undefined) continue;
    const notes = new Notes();
    const value = await valueIn(source, name, notes);
    yield { ...factsOf(kind, value), notes: notes.all };
  }
}

function factsOf(kind: RegExp, value: unknown): ImportedSite {
  if (kind === people) return { is: 'site', authors: authorsIn(value) };
  if (kind === menus) return { is: 'site', menu: menuIn(value) };
  return siteFacts(fieldsOf(value));
}

async function valueIn(source: Source, name: string, notes: Notes): Promise<unknown> {
  const text = await readSettingsText(source, name);
  if (text.trim() === '') return undefined;
  const how = 'nothing of it could be read: say in site.yaml what it says';
  if (/\.ya?ml$/.test(name)) {
    const { value, faults } = parseYaml(text, name);
    if (faults[0]) notes.left(name, `line ${faults[0].line}: ${faults[0].what}`);
    return value;
  }
  if (/[jt]s$/.test(name)) return program(text, name, notes);
  const value = /\.toml$/.test(name)
    ? tomlIn(text)
    : (jsonIn(text) ?? exportedObject(`export default ${text}`));
  if (value === undefined) notes.left(name, how);
  return value;
}

function program(text: string, name: string, notes: Notes): unknown {
  const value = exportedObject(text);
  const isAll = value !== undefined && Object.keys(value).length > 0;
  if (isAll) notes.changed(name, 'a program, which is not run: what is written out in it was read');
  else notes.left(name, 'a program, which is not run, and nothing is written out in it');
  return value;
}

function tomlIn(text: string): unknown {
  try {
    return parseToml(text);
  } catch {
    return undefined;
  }
}
