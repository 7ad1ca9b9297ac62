import { badRequest } from './refusal.ts';

/** A file that a client uploads. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array };

const ATTACHED = 'attach://';

/** The fields of a JSON object; undefined for any other value. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? { ...value } : undefined;
}

/**
 * The parameters of one request, whatever its encoding was. Every reader takes the text form that
 * queries and forms carry as well as the JSON form, and returns undefined when there is none.
 */
export class Parameters<Name extends string> {
  readonly values: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, Upload>;

  constructor(values: Record<string, unknown>, uploads: ReadonlyMap<string, Upload> = new Map()) {
    this.values = values;
    this.uploads = uploads;
  }

  /** Whether the parameter was given at all. */
  has(name: Name): boolean {
    return this.values[name] !== undefined && this.values[name] !== null;
  }

  /** A text; numbers and booleans are taken in their text form. */
  text(name: Name): string | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'object') throw badRequest(`parameter "${name}" must be a String`);
    return String(value);
  }

  /** A whole number. */
  integer(name: Name): number | undefined {
    const text = this.text(name)?.trim();
    if (text === undefined || text === '') return undefined;
    const number = Number(text);
    if (!Number.isSafeInteger(number)) throw badRequest(`parameter "${name}" must be an Integer`);
    return number;
  }

  /** True for the words that Telegram takes for true. */
  flag(name: Name): boolean {
    return ['true', 'yes', '1'].includes(this.text(name)?.trim().toLowerCase() ?? '');
  }

  /** A JSON value, itself or serialised. */
  json(name: Name): unknown {
    const value = this.values[name];
    if (value === null || value === '') return undefined;
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`);
    }
  }

  /** A JSON array. */
  list(name: Name): unknown[] | undefined {
    const value = this.json(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value))
      throw badRequest(`expected an Array as ${name.replaceAll('_', ' ')}`);
    return value;
  }

  /** An uploaded file, or the identifier or URL of one. */
  file(name: Name): Upload | string | undefined {
    return this.uploads.get(name) ?? this.attached(this.text(name));
  }

  /** What an `attach://name` reference stands for; anything else is returned as it is. */
  attached(reference: string | undefined): Upload | string | undefined {
    if (reference === undefined || !reference.startsWith(ATTACHED)) return reference || undefined;
    const upload = this.uploads.get(reference.slice(ATTACHED.length));
    if (upload === undefined) throw badRequest('wrong file identifier/HTTP URL specified');
    return upload;
  }
}
