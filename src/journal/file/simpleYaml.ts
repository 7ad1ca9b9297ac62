/** Characters that mean nothing in YAML behind the first one of a scalar; of a quote, those that do not end it. */
const characters = String.raw`\p{L}\p{M}\p{N} .;!?()/_+=%&*~@$<>|^’‘“”…«»–—\-`;
const begun = String.raw`[\p{L}\p{N}]`;
const plain = `${begun}(?:[${characters},'"]|:(?=${begun}|/))*(?<! )`;
const quoted = `"[${characters}',:#]*"|'[${characters}",:#]*'`;
const item = `${begun}[${characters}'"]*(?<! )|"[${characters}':#]*"|'[${characters}":#]*'`;
const items = `(?:${item})(?:, *(?:${item}))*`;
// YAML has no key of more than 1024 characters.
const line = new RegExp(`^([A-Za-z][\\w-]{0,99}): (?:(${plain}|${quoted})|\\[(${items})\\])$`, 'u');

/**
 * What a YAML text says of which each line is a key and, behind it, words or words in brackets, as in most front matter;
 * undefined for any other, which takes a parser many times as long. All words are text.
 */
export function simpleYaml(text: string): Readonly<Record<string, unknown>> | undefined {
  const values = new Map<string, unknown>();
  for (const written of text.split('\n')) {
    if (written === '') continue;
    const [, key, words, list] = line.exec(written) ?? [];
    if (key === undefined || values.has(key)) return undefined;
    values.set(key, list === undefined ? unquoted(words ?? '') : list.split(/, */).map(unquoted));
  }
  return values.size === 0 ? undefined : Object.fromEntries(values);
}

function unquoted(words: string): string {
  return /^["']/.test(words) ? words.slice(1, -1) : words;
}
