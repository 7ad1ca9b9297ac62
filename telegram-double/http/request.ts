import type { IncomingMessage } from 'node:http';
import { fieldsOf, Parameters } from '../world/parameters.ts';
import { badRequest, Refusal } from '../world/refusal.ts';
import { parseMultipart } from './multipart.ts';

const MAX_BODY_BYTES = 52 * 1024 * 1024;

/** Reads the parameters of a request from its query and from a form, multipart or JSON body. */
export async function readParameters(
  request: IncomingMessage,
  url: URL,
): Promise<Parameters<string>> {
  const query = Object.fromEntries(url.searchParams);
  if (request.method === 'GET' || request.method === 'HEAD') return new Parameters(query);
  const body = await readBody(request);
  if (body.length === 0) return new Parameters(query);
  const contentType = request.headers['content-type'] ?? '';
  if (/^multipart\/form-data/i.test(contentType)) {
    const form = parseMultipart(body, contentType);
    return new Parameters({ ...query, ...form.fields }, form.uploads);
  }
  if (/^application\/json/i.test(contentType)) {
    return new Parameters({ ...query, ...parseObject(body) });
  }
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) {
    const form = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
    return new Parameters({ ...query, ...form });
  }
  return new Parameters(query);
}

/** Collects the whole body; bodies over the upload limit are refused. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Refusal(413, 'Request Entity Too Large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseObject(body: Buffer): Readonly<Record<string, unknown>> {
  const fields = fieldsOf(parseJson(body));
  if (!fields) throw badRequest("can't parse request JSON object: an Object expected");
  return fields;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw badRequest("can't parse request JSON object");
  }
}
