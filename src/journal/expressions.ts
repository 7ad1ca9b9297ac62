/** Signs of an expression that go one level deeper, or may. */
const operator = /[-+*/%!?=<&|^~.:]/;

/** A line that begins a statement of MDX, which ends with its paragraph. */
const statement = /^(?:import|export)\b/;

/**
 * How deep the code of an MDX text may go, character by character: brackets that are open, and operators since the last
 * one that begins another expression. The parser's own depth ends the whole program, without a word.
 */
export class Expressions {
  readonly #open: string[] = [];
  #operators = 0;
  #isStatement = false;

  /** The most, up to the end of a line. */
  after(line: string): { readonly brackets: number; readonly operators: number } {
    if (line.trim() === '') this.#isStatement = false;
    else if (this.#open.length === 0 && statement.test(line)) this.#isStatement = true;
    let brackets = this.#open.length;
    let operators = this.#operators;
    for (const { 0: sign } of line.matchAll(/\\.|[^\w\s]/g)) {
      this.#take(sign);
      brackets = Math.max(brackets, this.#open.length);
      operators = Math.max(operators, this.#operators);
    }
    return { brackets, operators };
  }

  #take(sign: string): void {
    const isCode = this.#isStatement || this.#open.length > 0;
    if (sign === '{' || (isCode && /[([]/.test(sign))) this.#open.push(sign);
    else if (/[)\]}]/.test(sign)) this.#open.pop();
    else if (isCode && operator.test(sign)) this.#operators++;
    if (/[,;]/.test(sign) || this.#open.length === 0) this.#operators = isCode && !/[,;{}]/.test(sign) ? this.#operators : 0;
  }
}
