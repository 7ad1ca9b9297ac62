const rule = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;
const marker = /(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y;

/** Quotations and items within each other, line by line, roughly. */
export class Nesting {
  /** The columns at which the texts of those items begin that a line is in. */
  #items: number[] = [];

  /** How many a line is in, or begins. */
  after(line: string): number {
    if (rule.test(line)) return 0;
    return Math.max(this.#itemsAt(line), begunBy(line));
  }

  #itemsAt(line: string): number {
    const { 0: indent = '' } = /^(?:[ \t>]*>)?[ \t]*/.exec(line) ?? [];
    if (indent.length === line.length) return 0;
    const column = indent.slice(indent.lastIndexOf('>') + 1).replaceAll('\t', '    ').length;
    while (column < (this.#items.at(-1) ?? 0)) this.#items.pop();
    marker.lastIndex = indent.length;
    const [sign] = marker.exec(line) ?? [];
    return sign === undefined ? 0 : this.#items.push(column + sign.length + 1);
  }
}

/** How many quotations and items a line begins. */
function begunBy(line: string): number {
  const sign = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
  let depth = 0;
  while (sign.test(line)) depth++;
  return depth;
}

/** Signs of a paragraph that wait for their ends, roughly. */
export class Open {
  #runs = 0;
  #brackets = 0;

  /** The most that are open at once, up to the end of a line of it. */
  after(line: string): number {
    let deepest = 0;
    for (const found of line.matchAll(/\\.|[[\]]|[*_~]+/g)) {
      this.#take(
        found[0],
        line[found.index - 1] ?? ' ',
        line[found.index + found[0].length] ?? ' ',
      );
      deepest = Math.max(deepest, this.#runs + this.#brackets);
    }
    return deepest;
  }

  #take(sign: string, before: string, after: string): void {
    if (sign === '[') this.#brackets++;
    else if (sign === ']') this.#brackets = Math.max(0, this.#brackets - 1);
    else if (!sign.startsWith('\\')) {
      const depth = Math.ceil(sign.length / 2);
      const opens = /\S/.test(after) && (/[\s\p{P}]/u.test(before) || this.#runs === 0);
      const closes = /\S/.test(before);
      if (opens) this.#runs += depth;
      else if (closes) this.#runs = Math.max(0, this.#runs - depth);
    }
  }
}
