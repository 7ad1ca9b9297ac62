import { LONG_POLL_MAX_SECONDS } from '../world/longPoll.ts';
import type { Parameters } from '../world/parameters.ts';
import { present } from '../world/present.ts';
import type { Handlers } from '../world/protocol.ts';
import { badRequest, conflict } from '../world/refusal.ts';
import { isUpdateKind, type UpdateKind } from '../world/updateKinds.ts';
import type { World } from '../world/world.ts';

const MAX_BATCH = 100;
const DEFAULT_CONNECTIONS = 40;

export const updateHandlers: Handlers<
  'getUpdates' | 'setWebhook' | 'deleteWebhook' | 'getWebhookInfo'
> = {
  getUpdates(parameters, world, signal) {
    if (world.webhook.target !== undefined) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    world.updates.allow(readAllowed(parameters));
    const query = {
      offset: parameters.integer('offset') ?? 0,
      limit: clamp(parameters.integer('limit') ?? MAX_BATCH, 1, MAX_BATCH),
      timeoutSeconds: clamp(parameters.integer('timeout') ?? 0, 0, LONG_POLL_MAX_SECONDS),
    };
    return world.longPoll.poll(query, signal);
  },

  setWebhook(parameters, world) {
    const url = parameters.text('url') ?? '';
    if (parameters.flag('drop_pending_updates')) world.updates.clear();
    if (url === '') return removeWebhook(world);
    const secretToken = parameters.text('secret_token');
    checkWebhook(url, secretToken);
    world.updates.allow(readAllowed(parameters));
    world.longPoll.terminate('terminated by setWebhook request');
    const maxConnections = clamp(
      parameters.integer('max_connections') ?? DEFAULT_CONNECTIONS,
      1,
      100,
    );
    world.webhook.set(present({ url, secretToken, maxConnections }));
    return true;
  },

  deleteWebhook(parameters, world) {
    if (parameters.flag('drop_pending_updates')) world.updates.clear();
    return removeWebhook(world);
  },

  getWebhookInfo(_parameters, world) {
    const { target, lastError } = world.webhook;
    const allowed = world.updates.allowed;
    return present({
      url: target?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: world.updates.size,
      max_connections: target?.maxConnections,
      last_error_date: lastError?.date,
      last_error_message: lastError?.message,
      allowed_updates: allowed.length === 0 ? undefined : [...allowed],
    });
  },
};

function removeWebhook(world: World): true {
  world.webhook.set(undefined);
  return true;
}

/** Undefined leaves the setting as it is; an empty list restores the default. */
function readAllowed(parameters: Parameters<'allowed_updates'>): readonly UpdateKind[] | undefined {
  const kinds = parameters.list('allowed_updates');
  if (kinds === undefined) return undefined;
  return kinds.map((kind) => String(kind).toLowerCase()).filter(isUpdateKind);
}

function checkWebhook(url: string, secretToken: string | undefined): void {
  const parsed = URL.parse(url);
  if (parsed === null) throw badRequest('invalid webhook URL specified');
  const isLoopback = parsed.protocol === 'http:' && parsed.hostname === '127.0.0.1';
  if (parsed.protocol !== 'https:' && !isLoopback) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (secretToken === undefined || secretToken === '') return;
  if (secretToken.length > 256) throw badRequest('secret token is too long');
  if (!/^[A-Za-z0-9_-]+$/.test(secretToken)) {
    throw badRequest('secret token contains unallowed characters');
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
