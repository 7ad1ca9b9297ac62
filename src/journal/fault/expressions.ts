/** Signs that go one level deeper in an expression, or may. */
const operator = /[-+*/%!?=<&|^~.:]/;

/** A line that begins a statement of MDX, which ends with its paragraph. */
const statement = /^(?:import|export)\b/;

/** The code in a text of MDX, line by line, roughly. Where it goes too deep, its parser ends the whole program. */
export class Expressions {
  readonly #open: string[] = [];
  #operators = 0;
  #isStatement = false;

  /** How deep it goes up to the end of a line: brackets that are open, and operators of one expression. */
  after(line: string) {
    if (line.trim() === '') this.#isStatement = false;
    else if (this.#open.length === 0 && statement.test(line)) this.#isStatement = true;
    const text = this.#isCode ? line : line.replace(/(`+)[^`]+\1/g, '');
    let { brackets, operators } = this.#depth;
    for (const { 0: sign } of text.matchAll(/\\.|[^\w\s]/g)) {
      this.#take(sign);
      brackets = Math.max(brackets, this.#depth.brackets);
      operators = Math.max(operators, this.#depth.operators);
    }
    return { brackets, operators };
  }

  get #isCode(): boolean {
    return this.#isStatement || this.#open.length > 0;
  }

  get #depth() {
    return { brackets: this.#open.length, operators: this.#operators };
  }

  #take(sign: string): void {
    if (sign === '{' || (this.#isCode && /[([]/.test(sign))) this.#open.push(sign);
    else if (/[)\]}]/.test(sign)) this.#open.pop();
    else if (this.#isCode && operator.test(sign)) this.#operators++;
    if (/[,;]/.test(sign) || !this.#isCode) this.#operators = 0;
  }
}
