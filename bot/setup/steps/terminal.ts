import type { Readable, Writable } from 'node:stream';
import * as clack from '@clack/prompts';
import { asTyped } from '#journal/command/place.ts';

/** What stands before each line. */
const prefixColumns = 4;

/** Thrown where somebody leaves in the middle of a question. */
export class LeftError extends Error {
  constructor() {
    super('Left before the end.');
    this.name = 'LeftError';
  }
}

/** One of several answers. */
export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

/** How a text is asked for. */
export interface TextQuestion {
  /** What stands there already, and is taken with Enter. */
  readonly initial?: string | undefined;
  /** What an answer looks like. */
  readonly example?: string;
  /** What is wrong with an answer; undefined where nothing is. */
  check(text: string): string | undefined;
}

/** Questions to a person, one at a time. Each throws {@link LeftError} where it is left with Esc or Ctrl-C. */
export class Terminal {
  readonly #streams: { readonly input: Readable; readonly output: Writable };

  constructor(input: Readable, output: Writable) {
    this.#streams = { input, output };
  }

  begin(words: string): void {
    clack.intro(asTyped(words), this.#streams);
  }

  end(words: string): void {
    clack.outro(asTyped(words), this.#streams);
  }

  /** Says that something is well. */
  well(words: string): void {
    clack.log.success(this.#wrapped(words), this.#streams);
  }

  /** Says something that one has to know, in lines of their own. */
  say(...lines: readonly string[]): void {
    clack.log.info(lines.map((line) => this.#wrapped(line)).join('\n'), this.#streams);
  }

  /** Says what is wrong, and what to do about it. */
  wrong(what: string, cure: string): void {
    clack.log.error(`${this.#wrapped(what)}\n${this.#wrapped(cure)}`, this.#streams);
  }

  /** Shows lines in a frame. */
  note(title: string, lines: readonly string[]): void {
    clack.note(lines.join('\n'), title, { ...this.#streams, format: (line) => line });
  }

  async text(message: string, { initial, example, check }: TextQuestion): Promise<string> {
    const answer = await clack.text({
      message,
      ...(initial !== undefined && { initialValue: initial }),
      ...(example !== undefined && { placeholder: example }),
      defaultValue: '',
      validate: (text) => check((text ?? '').trim()),
      ...this.#streams,
    });
    return given(answer).trim();
  }

  /** The same, without showing what is typed. */
  async secret(message: string, check: TextQuestion['check']): Promise<string> {
    const validate = (text: string | undefined) => check((text ?? '').trim());
    const answer = await clack.password({ message, validate, ...this.#streams });
    return given(answer).trim();
  }

  async confirm(message: string, initialValue = true): Promise<boolean> {
    return given(await clack.confirm({ message, initialValue, ...this.#streams }));
  }

  async choose<T>(message: string, choices: readonly Choice<T>[], initial?: T): Promise<T> {
    const question = { message, options: optionsOf(choices), initialValue: initial };
    return given(await clack.select<unknown>({ ...question, ...this.#streams })) as T;
  }

  async several<T>(
    message: string,
    choices: readonly Choice<T>[],
    initial: readonly T[],
  ): Promise<T[]> {
    const question = { message, options: optionsOf(choices), initialValues: [...initial] };
    const asked = { ...question, required: false, ...this.#streams };
    return given(await clack.multiselect<unknown>(asked)) as T[];
  }

  /** In lines that fit; an address stays whole, so that it can be opened. */
  #wrapped(words: string): string {
    const { output } = this.#streams;
    const columns = 'columns' in output && typeof output.columns === 'number' ? output.columns : 80;
    const most = Math.max(20, columns - prefixColumns);
    const line = new RegExp(`(\\S{${most},}|.{1,${most}})(?: +|$)`, 'gm');
    return asTyped(words).replace(line, '$1\n').trimEnd();
  }

  /** Does work that takes a while, until it has found something or one of `choices` is taken in its place. */
  async during<F, T>(
    message: string,
    choices: readonly Choice<T>[],
    work: (signal: AbortSignal) => Promise<F>,
  ): Promise<{ readonly found: F } | { readonly chosen: T }> {
    const [question, search] = [new AbortController(), new AbortController()];
    const found = work(search.signal).finally(() => question.abort());
    // Waited for below, once the question is over.
    found.catch(() => undefined);
    const { signal } = question;
    const asked = { message, options: optionsOf(choices), signal, ...this.#streams };
    const choice = await clack.select<unknown>(asked);
    if (question.signal.aborted) return { found: await found };
    search.abort();
    await found.catch(() => undefined);
    return { chosen: given(choice) as T };
  }
}

function given<T>(answer: T): Exclude<T, symbol> {
  if (clack.isCancel(answer)) throw new LeftError();
  return answer as Exclude<T, symbol>;
}

function optionsOf(choices: readonly Choice<unknown>[]) {
  return choices.map(({ hint, ...choice }) => ({ ...choice, ...(hint && { hint }) }));
}
