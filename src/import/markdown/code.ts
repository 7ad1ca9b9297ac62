/** A text in which all code is spaces: what looks like a sign in it is none. Places stay what they are. */
export function withoutCode(body: string): string {
  return body
    .replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gm, blank)
    .replace(/(?<!`)(`+)(?!`)[^\n]*?(?:\n(?!\s*\n)[^\n]*?){0,3}(?<!`)\1(?!`)/g, blank);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
