import { type Fault, suggest } from '../fault/fault.ts';
import { listed } from '../fault/suggestion.ts';
import { isRecord } from '../file/record.ts';
import { parseYaml, type YamlText } from '../file/yaml.ts';
import { english as siteEnglish } from '../words/english.ts';
import { pluralFormsOf } from '../words/locale.ts';
import type { Message, WordTable } from '../words/message.ts';
import type { OwnWords, SomeWords } from '../words/speaker.ts';
import { english as talkEnglish } from '../words/talk/english.ts';
import { textTroubles } from '../words/textTroubles.ts';

/** The file of a journal's own words, from the content folder. */
export const wordsFile = 'words.yaml';

/** The key in it below which the words of the bot stand. */
export const botKey = 'bot';

/** Reads words.yaml: a text for each key that is to be said otherwise in the journal's `language`. */
export function readOwnWords(
  source: string,
  language: string,
): { readonly words: OwnWords; readonly faults: readonly Fault[] } {
  const yaml = parseYaml(source, wordsFile);
  if (yaml.faults.length > 0) return { words: { language, site: {} }, faults: yaml.faults };
  const reader = new WordsReader(yaml, language);
  const { [botKey]: ofBot = {}, ...ofSite } = isRecord(yaml.value) ? yaml.value : {};
  const site = reader.table(
    siteEnglish,
    isRecord(yaml.value) ? ofSite : (yaml.value ?? {}),
    [],
    [botKey],
  );
  const bot = reader.table(talkEnglish, ofBot, [botKey]);
  const lines = new Set(reader.faults.map(({ line }) => line));
  const hidden = yaml.hidden.filter(({ line }) => !lines.has(line));
  return { words: { language, site, bot }, faults: [...reader.faults, ...hidden] };
}

class WordsReader {
  readonly faults: Fault[] = [];
  readonly #yaml: YamlText;
  readonly #language: string;

  constructor(yaml: YamlText, language: string) {
    this.#yaml = yaml;
    this.#language = language;
  }

  /** The words of one table, which stand at `path`, with `beside` them. What is wrong is told, and left out. */
  table(
    english: WordTable,
    found: unknown,
    path: readonly string[],
    beside: readonly string[] = [],
  ): SomeWords {
    if (!isRecord(found)) {
      this.#tell(path, shown(path, found), 'lines of "key: words"', 'write one a line');
      return {};
    }
    const words: Record<string, Message> = {};
    for (const [key, value] of Object.entries(found)) {
      const ours = Object.hasOwn(english, key) ? english[key] : undefined;
      if (ours === undefined) this.#unknown([...path, key], [...Object.keys(english), ...beside]);
      else {
        const said = this.#message(ours, value, [...path, key]);
        if (said !== undefined) words[key] = said;
      }
    }
    return words;
  }

  #unknown(path: readonly string[], keys: readonly string[]): void {
    const key = path.at(-1) ?? '';
    const cure = suggest(key, keys, 'remove it');
    this.#tell(path, `unknown key "${key}"`, `one of ${listed(keys)}`, cure, 'unknown-key');
  }

  #message(ours: Message, value: unknown, path: readonly string[]): Message | undefined {
    if (typeof ours === 'string') return this.#text(ours, value, path);
    if (typeof value === 'string') {
      const other = this.#text(ours, value, path);
      return other === undefined ? undefined : { other };
    }
    return isRecord(value) ? this.#plural(ours, value, path) : this.#noText(value, path);
  }

  #plural(
    ours: Message,
    value: Readonly<Record<string, unknown>>,
    path: readonly string[],
  ): Message | undefined {
    const forms = pluralFormsOf(this.#language);
    const texts: Record<string, string> = {};
    for (const [form, text] of Object.entries(value)) {
      const at = [...path, form];
      if (!forms.some((one) => one === form)) {
        const cure = suggest(form, forms, 'remove it');
        const expected = `what ${this.#language} counts by: ${forms.join(', ')}`;
        this.#tell(at, `unknown form "${at.join('.')}"`, expected, cure, 'unknown-key');
        continue;
      }
      const said = this.#text(ours, text, at);
      if (said !== undefined) texts[form] = said;
    }
    if (value['other'] === undefined)
      this.#tell(path, `no "${path.join('.')}.other"`, 'the form "other"', 'add it');
    const { other } = texts;
    return other === undefined ? undefined : { ...texts, other };
  }

  #text(ours: Message, value: unknown, path: readonly string[]): string | undefined {
    if (typeof value !== 'string' || value.trim() === '') return this.#noText(value, path);
    const troubles = textTroubles(value, ours);
    for (const { what, expected, cure, isWarning } of troubles) {
      const told = `${what} in "${path.join('.')}: ${value}"`;
      this.#tell(path, told, expected, cure, 'wrong-value', isWarning);
    }
    return troubles.some(({ isWarning }) => !isWarning) ? undefined : value;
  }

  #noText(value: unknown, path: readonly string[]): undefined {
    const isUnquoted = isRecord(value) && Object.values(value).every((one) => !one);
    const cure = isUnquoted ? 'put it into quotes, because it begins with {' : 'write the words';
    this.#tell(path, shown(path, value), 'text that is not empty', cure);
  }

  #tell(
    path: readonly string[],
    what: string,
    expected: string,
    cure: string,
    kind: Fault['kind'] = 'wrong-value',
    warning = false,
  ): void {
    const line = this.#yaml.lineOf(path);
    const fault = { file: wordsFile, line, kind, what, expected, cure };
    this.faults.push(warning ? { ...fault, warning } : fault);
  }
}

function shown(path: readonly string[], value: unknown): string {
  const name = path.length === 0 ? 'all of it' : `"${path.join('.')}"`;
  return `${name} is ${JSON.stringify(value)}`;
}
