import type { ApiError, ApiResponse } from '@grammyjs/types';
import type { BotApi } from '../botApi.ts';

/** What a call may come back with. Tests read the fields that they expect. */
export type RawResult = Record<string, never> & {
  readonly message_id: number;
  readonly text: string;
};

/** Calls a method with a JSON body, as any HTTP client can, and returns the whole answer. */
export async function callRaw(
  api: BotApi,
  method: string,
  parameters: Record<string, unknown> = {},
): Promise<ApiResponse<RawResult>> {
  const response = await fetch(`${api.root}/bot${api.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  return response.json() as Promise<ApiResponse<RawResult>>;
}

/** The words with which a call is refused. */
export async function refusalOf(
  api: BotApi,
  method: string,
  parameters: Record<string, unknown> = {},
): Promise<string> {
  return (await errorOf(api, method, parameters)).description;
}

/** The error with which a call is refused. */
export async function errorOf(
  api: BotApi,
  method: string,
  parameters: Record<string, unknown> = {},
): Promise<ApiError> {
  const answer = await callRaw(api, method, parameters);
  if (answer.ok) throw new Error(`${method} was accepted`);
  return answer;
}

/** Calls a method with a multipart body that carries files. */
export async function uploadRaw(
  api: BotApi,
  method: string,
  fields: Record<string, string>,
  files: Record<string, Uint8Array>,
): Promise<ApiResponse<RawResult>> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  for (const [name, bytes] of Object.entries(files)) {
    body.set(name, new Blob([new Uint8Array(bytes)]), `${name}.jpg`);
  }
  const response = await fetch(`${api.root}/bot${api.token}/${method}`, { method: 'POST', body });
  return response.json() as Promise<ApiResponse<RawResult>>;
}
