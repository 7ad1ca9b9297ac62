/** The words of a name such as `a-first_page`, as they begin a sentence: `A first page`. */
export function nameWords(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
