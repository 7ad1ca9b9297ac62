/** A text in which all code is spaces: what looks like a sign in it is none. Places stay what they are. */
export function withoutCode(body: string): string {
  return body
    .replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gm, blank)
    .replace(/(?<!`)(`+)(?!`)[^\n]*?(?:\n(?!\s*\n)[^\n]*?){0,3}(?<!`)\1(?!`)/g, blank);
}

/** Changes a text but for its blocks of code between fences, which stay as they are. */
export function outsideFences(body: string, change: (text: string) => string): string {
  return body
    .split(/(^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t]*\2[ \t]*$)/m)
    .map((part, index) => (index % 3 === 1 ? part : index % 3 === 2 ? '' : change(part)))
    .join('');
}

/** Code as a block, between fences that are longer than all in it. */
export function fencedCode(code: string, language: string): string {
  const runs = [...code.matchAll(/`+/g)].map(([run]) => run.length + 1);
  const fence = '`'.repeat(Math.max(3, ...runs));
  return `${fence}${language}\n${code}\n${fence}`;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
