import type { ApiMethods as MethodsOf, Opts } from '@grammyjs/types';
import type { Parameters, Upload } from './parameters.ts';
import type { World } from './world.ts';

/** All methods of the Bot API, as grammY declares them. */
export type ApiMethods = MethodsOf<Upload>;

export type MethodName = keyof ApiMethods;

/** The parameter names that grammY declares for a method. */
export type ParameterName<M extends MethodName> = keyof Opts<Upload>[M] & string;

/** What a method answers with when it succeeds. */
export type Answer<M extends MethodName> = ReturnType<ApiMethods[M]>;

/** Serves one method. It throws a `Refusal` for what Telegram refuses. */
export type Handler<M extends MethodName> = (
  parameters: Parameters<ParameterName<M>>,
  world: World,
  signal: AbortSignal,
) => Answer<M> | Promise<Answer<M>>;

/** Handlers of several methods; a renamed parameter or a changed answer breaks the build. */
export type Handlers<M extends MethodName> = { readonly [K in M]: Handler<K> };
