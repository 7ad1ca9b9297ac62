import type { Upload } from '../world/parameters.ts';
import { badRequest } from '../world/refusal.ts';

/** The parts of a multipart/form-data body. */
export type Form = {
  readonly fields: Record<string, string>;
  readonly uploads: Map<string, Upload>;
};

/**
 * Reads a multipart/form-data body. Node's own parser follows the standard and so refuses the
 * unquoted file names that grammY writes; Telegram takes them.
 */
export function parseMultipart(body: Buffer, contentType: string): Form {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined)
    throw badRequest('boundary parameter not found in the multipart request');
  const form: Form = { fields: {}, uploads: new Map() };
  for (const part of partsOf(body, boundary)) addPart(form, part);
  return form;
}

function* partsOf(body: Buffer, boundary: string): Generator<Buffer> {
  const separator = Buffer.from(`\r\n--${boundary}`);
  const first = body.indexOf(`--${boundary}`);
  if (first === -1) throw badRequest('the multipart request has no parts');
  let start = first + separator.length - 2;
  for (;;) {
    const end = body.indexOf(separator, start);
    if (end === -1) return;
    yield body.subarray(start + 2, end);
    start = end + separator.length;
  }
}

function addPart(form: Form, part: Buffer): void {
  const headerEnd = part.indexOf('\r\n\r\n');
  if (headerEnd === -1) throw badRequest('a part of the multipart request has no header');
  const header = part.subarray(0, headerEnd).toString('utf8');
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(header)?.[1] ?? '';
  const name = attribute(disposition, 'name');
  if (name === undefined) throw badRequest('a part of the multipart request has no name');
  const bytes = part.subarray(headerEnd + 4);
  const fileName = attribute(disposition, 'filename');
  if (fileName === undefined) form.fields[name] = bytes.toString('utf8');
  else form.uploads.set(name, { name: fileName, bytes: new Uint8Array(bytes) });
}

function attribute(disposition: string, name: string): string | undefined {
  const quoted = new RegExp(`(?:^|;)\\s*${name}="((?:\\\\.|[^"])*)"`, 'i').exec(disposition)?.[1];
  if (quoted !== undefined) return quoted.replaceAll('\\"', '"').replaceAll('%22', '"');
  return new RegExp(`(?:^|;)\\s*${name}=(.*)$`, 'i').exec(disposition)?.[1]?.trim();
}
