import type { ImplementedMethod } from '../methods/handlers.ts';

/**
 * What goes wrong:
 * - `reset`: the connection is reset without an answer.
 * - `torn`: the connection is reset while the request is still being written. Nobody reads its parameters then.
 * - `hang`: no answer ever comes.
 * - `cut`, `stall`, `short`: of a file that is fetched, half comes; then the connection is reset, nothing more comes, or
 *   that was all.
 * - `unusable`: the answer to a send carries `message_id: 0`.
 * - `status`: an answer with another HTTP status, in Telegram's form or as raw text.
 * - `retryAfterSeconds`: a 429.
 * - `delayMilliseconds`: the answer comes late.
 * - `until`: the answer comes once that is settled.
 */
export type FaultKind =
  | 'reset'
  | 'torn'
  | 'hang'
  | 'unusable'
  | FileFault
  | { readonly status: number; readonly description?: string; readonly rawBody?: string }
  | { readonly retryAfterSeconds: number }
  | { readonly delayMilliseconds: number }
  | { readonly until: Promise<unknown> };

/** What goes wrong in the middle of a file; `when` is `after`. */
export type FileFault = 'cut' | 'stall' | 'short';

/** Parameters as the client gave them; files are left out. */
export type CallParameters = Readonly<Record<string, unknown>>;

/** On which side of what a request does. */
export type When = 'before' | 'after';

/** A fault to inject. */
export type FaultOrder = {
  /** The method that fails, or `download` for file downloads; any call without it. */
  readonly method?: ImplementedMethod | 'download';
  /** Before the request is carried out, so that nothing happened, or after. Default: before. */
  readonly when?: When;
  readonly kind: FaultKind;
  /** How many calls fail. Default: 1. */
  readonly times?: number;
  /** How many matching calls are let through first. Default: 0. */
  readonly skip?: number;
  /** Which calls fail. Default: all. */
  readonly match?: (parameters: CallParameters) => boolean;
};

/** A fault that was ordered. */
export type Fault = {
  /** How many calls failed by it so far. */
  readonly count: number;
  /** Ends the fault early. */
  cancel(): void;
};

type Armed = { readonly order: FaultOrder; skip: number; left: number; count: number };

/** The faults that are waiting for their calls, oldest first. */
export class Faults {
  readonly #armed = new Set<Armed>();

  /** Arms a fault. */
  add(order: FaultOrder): Fault {
    if (order.kind === 'unusable' && order.when !== 'after')
      throw new Error('`unusable` needs `when: "after"`');
    const armed: Armed = { order, skip: order.skip ?? 0, left: order.times ?? 1, count: 0 };
    this.#armed.add(armed);
    return {
      get count() {
        return armed.count;
      },
      cancel: () => void this.#armed.delete(armed),
    };
  }

  /** Disarms everything. */
  clear(): void {
    this.#armed.clear();
  }

  /** Whether a request is torn before its parameters are known; that counts as used. */
  tears(method: string): boolean {
    return (
      this.#first(({ kind, ...order }) => kind === 'torn' && hits(order, method, 'before', {})) !==
      undefined
    );
  }

  /** The fault that hits a call now, if any; it counts as used. */
  take(method: string, when: When, parameters: CallParameters): FaultKind | undefined {
    return this.#first((order) => order.kind !== 'torn' && hits(order, method, when, parameters));
  }

  #first(isHit: (order: FaultOrder) => boolean): FaultKind | undefined {
    for (const armed of this.#armed) {
      if (!isHit(armed.order)) continue;
      if (armed.skip > 0) {
        armed.skip--;
        continue;
      }
      armed.count++;
      armed.left--;
      if (armed.left <= 0) this.#armed.delete(armed);
      return armed.order.kind;
    }
    return undefined;
  }
}

function hits(
  order: Omit<FaultOrder, 'kind'>,
  method: string,
  when: When,
  parameters: CallParameters,
): boolean {
  if (order.method !== undefined && order.method !== method) return false;
  return (order.when ?? 'before') === when && (order.match?.(parameters) ?? true);
}
