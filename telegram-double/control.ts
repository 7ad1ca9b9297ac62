import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Chat, Message } from '@grammyjs/types';
import type { BotApi } from './botApi.ts';
import type { FaultOrder } from './http/faults.ts';
import { readBody } from './http/request.ts';
import type { ExtraRoute } from './http/server.ts';
import type { SendOptions } from './people/person.ts';
import type { SentMedia } from './people/sentMedia.ts';

/** What a program may ask of the double over HTTP, as JSON. */
type ControlBody = {
  readonly person: number;
  readonly chat?: number | string;
  readonly message_id: number;
  readonly text: string;
  readonly entities?: NonNullable<Message['entities']>;
  readonly button: string;
  readonly emoji?: string;
  readonly to: number | string;
  readonly media: Omit<SentMedia, 'bytes'> & { readonly base64?: string };
  readonly fault: FaultOrder;
  readonly update_id: number;
  /** The message that began a topic. */
  readonly topic?: number;
};

type Action = (api: BotApi, body: ControlBody) => unknown;

const ACTIONS: Readonly<Record<string, Action>> = {
  sends: (api, body) =>
    personOf(api, body).sends(chatOf(api, body), wordsOf(body), topicOf(api, body)),
  sendsMedia: (api, body) => personOf(api, body).sendsMedia(chatOf(api, body), mediaOf(body)),
  replies: (api, body) => personOf(api, body).replies(messageOf(api, body), wordsOf(body)),
  beginsTopic: (api, body) =>
    api.forum(chatOf(api, body).id).begins(personOf(api, body), body.text),
  edits: (api, body) => personOf(api, body).edits(messageOf(api, body), wordsOf(body)),
  deletes: (api, body) => personOf(api, body).deletes(messageOf(api, body)),
  forwards: (api, body) => personOf(api, body).forwards(messageOf(api, body), api.chat(body.to)),
  presses: (api, body) => personOf(api, body).presses(messageOf(api, body), body.button),
  reacts: (api, body) => personOf(api, body).reacts(messageOf(api, body), body.emoji),
  fault: (api, body) => void api.fault(body.fault),
  clearFaults: (api) => api.clearFaults(),
  repeatUpdate: (api, body) => api.repeatUpdate(body.update_id),
  jumpUpdateIdTo: (api, body) => api.jumpUpdateIdTo(body.update_id),
};

/**
 * Lets any program act as a person: `POST /control/<action>` with JSON does something;
 * `GET /control/messages?chat=…`, `/control/calls` and `/control/updates` show what came of it.
 */
export function controlRoute(api: BotApi): ExtraRoute {
  return async (request, response, url) => {
    const name = /^\/control\/(\w+)$/.exec(url.pathname)?.[1];
    if (name === undefined) return false;
    try {
      sendJson(response, 200, { result: (await carryOut(api, name, request, url)) ?? true });
    } catch (error) {
      sendJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
    }
    return true;
  };
}

async function carryOut(
  api: BotApi,
  name: string,
  request: IncomingMessage,
  url: URL,
): Promise<unknown> {
  if (name === 'messages') return api.messages(api.chat(idOrName(url.searchParams.get('chat'))));
  if (name === 'calls') return api.calls();
  if (name === 'updates') return api.pendingUpdates();
  const action = ACTIONS[name];
  const known = Object.keys(ACTIONS).join(', ');
  if (action === undefined) throw new Error(`no action "${name}"; there are ${known}`);
  return action(api, JSON.parse((await readBody(request)).toString('utf8') || '{}'));
}

function personOf(api: BotApi, { person }: ControlBody) {
  return api.person(person);
}

function chatOf(api: BotApi, { chat, person }: ControlBody): Chat {
  return api.chat(chat ?? person);
}

function messageOf(api: BotApi, body: ControlBody) {
  return { message_id: body.message_id, chat: chatOf(api, body) };
}

function topicOf(api: BotApi, body: ControlBody): SendOptions {
  const { topic } = body;
  return topic === undefined ? {} : { topic: { message_id: topic, chat: chatOf(api, body) } };
}

function wordsOf({ text, entities }: ControlBody) {
  return entities === undefined ? text : { text, entities };
}

function mediaOf({ media: { base64, ...media } }: ControlBody): SentMedia {
  return base64 === undefined ? media : { ...media, bytes: Buffer.from(base64, 'base64') };
}

function idOrName(text: string | null): number | string {
  const number = Number(text);
  return text === null || Number.isNaN(number) ? (text ?? '') : number;
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value, (key, inner) => (key === 'bytes' ? undefined : inner)));
}
